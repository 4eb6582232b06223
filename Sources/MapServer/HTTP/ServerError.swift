/// Why the server cannot listen.
public enum ServerError: Error, Hashable, Sendable {
  /// Another program listens on this port.
  case portInUse(Int)
  /// Only the administrator may listen on this port.
  case portNotPermitted(Int)
  /// The machine has no such address.
  case addressUnavailable(String)
  /// Anything else, in the words of the system.
  case cannotListen(String)
}

extension ServerError: CustomStringConvertible {
  /// What is wrong and what can be done, without a full stop.
  public var description: String {
    switch self {
    case .portInUse(let port):
      "port \(port) is in use by another program; choose another one, or 0 for any that is free"
    case .portNotPermitted(let port):
      "port \(port) is not permitted to this user; choose one above 1023"
    case .addressUnavailable(let host): "this machine has no address \(host)"
    case .cannotListen(let reason): "cannot listen: \(reason)"
    }
  }
}
