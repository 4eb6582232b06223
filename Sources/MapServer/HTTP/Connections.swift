#if Server
  internal import NIOCore
  internal import Synchronization

  /// The connections of a server, which are never more than it takes.
  final class Connections: Sendable {
    /// What a connection is about, in the order in which connections give way to newcomers.
    enum Phase: Int {
      /// The server has ended it and waits for the client to do the same.
      case closing
      /// It has not sent a whole head yet.
      case opening
      /// It is between two requests.
      case idle
      /// Its request is being answered; never gives way.
      case answering
    }

    private struct Entry {
      let channel: any Channel
      /// Counts up from connection to connection.
      let number: Int
      var phase = Phase.opening
    }

    private struct Contents {
      var entries: [ObjectIdentifier: Entry] = [:]
      var admitted = 0
      var isClosed = false
    }

    private let most: Int
    private let contents = Mutex(Contents())

    /// Room for so many connections.
    init(most: Int) {
      self.most = most
    }

    /// Takes a new connection, at the cost of another one where there is no room.
    ///
    /// - Returns: `false` if it cannot be taken.
    func admit(_ channel: any Channel) -> Bool {
      let (isAdmitted, victim) = contents.withLock { contents -> (Bool, (any Channel)?) in
        guard !contents.isClosed else { return (false, nil) }
        var victim: (any Channel)?
        if contents.entries.count >= most {
          let oldest = contents.entries.filter { $0.value.phase != .answering }
            .min {
              ($0.value.phase.rawValue, $0.value.number) < (
                $1.value.phase.rawValue, $1.value.number
              )
            }
          guard let oldest else { return (false, nil) }
          victim = contents.entries.removeValue(forKey: oldest.key)?.channel
        }
        contents.admitted += 1
        contents.entries[ObjectIdentifier(channel)] = Entry(
          channel: channel, number: contents.admitted)
        return (true, victim)
      }
      // Not under the lock: to close a channel calls back.
      victim?.close(promise: nil)
      return isAdmitted
    }

    /// Notes what a connection is about now.
    func note(_ phase: Phase, of channel: any Channel) {
      contents.withLock { $0.entries[ObjectIdentifier(channel)]?.phase = phase }
    }

    /// Forgets a connection that has ended.
    func remove(_ channel: any Channel) {
      contents.withLock { $0.entries[ObjectIdentifier(channel)] = nil }
    }

    /// Takes no more connections, and returns those there are.
    func close() -> [any Channel] {
      contents.withLock { contents in
        contents.isClosed = true
        return contents.entries.values.map(\.channel)
      }
    }
  }
#endif
