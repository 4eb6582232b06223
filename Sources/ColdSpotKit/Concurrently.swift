internal import Foundation
internal import Synchronization

/// The results of independent pieces of work, in the order of the pieces, whatever the number of
/// processors and whichever piece ends first.
func concurrently<Piece: Sendable, Value: Sendable>(
  _ pieces: [Piece], _ work: @Sendable (Piece) -> Value
) -> [Value] {
  let values = Mutex([Value?](repeating: nil, count: pieces.count))
  DispatchQueue.concurrentPerform(iterations: pieces.count) { index in
    let value = work(pieces[index])
    values.withLock { $0[index] = value }
  }
  return values.withLock { $0.compactMap(\.self) }
}
