internal import Dispatch
internal import Foundation
internal import Synchronization

/// How many pieces of work run at the same time; no result depends on it.
public struct Threads: Hashable, Sendable {
  /// The number, at least 1.
  public let count: Int

  /// A number of threads, at least 1.
  public init(_ count: Int) {
    precondition(count >= 1, "work needs a thread")
    self.count = count
  }

  /// One after the other.
  public static let one = Threads(1)
  /// Into how many blocks to cut work of which every block costs something by itself.
  var blockCount: Int { count == 1 ? 1 : 4 * count }

  /// One per processor.
  public static var all: Threads { Threads(ProcessInfo.processInfo.activeProcessorCount) }
}

/// The results of independent pieces of work, in the order of the pieces, whatever the number of
/// threads and whichever piece ends first.
package func concurrently<Piece: Sendable, Value: Sendable>(
  _ pieces: [Piece], threads: Threads = .all, _ work: @Sendable (Piece) -> Value
) -> [Value] {
  guard threads.count > 1, pieces.count > 1 else { return pieces.map(work) }
  let values = Mutex([Value?](repeating: nil, count: pieces.count))
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: min(threads.count, pieces.count)) { _ in
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < pieces.count else { return }
      let value = work(pieces[index])
      values.withLock { $0[index] = value }
    }
  }
  return values.withLock { $0.compactMap(\.self) }
}

/// The results over ranges that together are 0..<`count`, in order; the ranges do not depend on
/// the number of threads, so that sums over each of them do not either.
package func concurrently<Value: Sendable>(
  over count: Int, blocks: Int = 256, threads: Threads = .all,
  _ work: @Sendable (Range<Int>) -> [Value]
) -> [Value] {
  let size = max(1, (count + blocks - 1) / blocks)
  let ranges = stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  if ranges.count == 1 { return work(ranges[0]) }
  let parts = concurrently(ranges, threads: threads, work)
  var values: [Value] = []
  values.reserveCapacity(parts.reduce(0) { $0 + $1.count })
  for part in parts { values += part }
  return values
}
