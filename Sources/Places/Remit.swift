/// The areas that an organisation serves by mandate, wherever its door is.
public enum Remit: Hashable, Sendable {
  /// None is known: it serves whoever reaches it.
  case none
  /// These areas, of any level.
  case areas([AreaCode])
  /// The whole study area: a pan-London provider.
  case everywhere
}

extension Remit: CustomStringConvertible {
  /// The codes, separated by semicolons; "everywhere"; or empty.
  public var description: String {
    switch self {
    case .none: ""
    case .everywhere: "everywhere"
    case .areas(let codes): codes.map(\.description).joined(separator: ";")
    }
  }
}
