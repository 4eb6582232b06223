internal import Dispatch
internal import Synchronization

/// A piece of work that runs beside what its maker goes on to do.
///
/// ```swift
/// let outline = Alongside { outline(of: boroughs) }
/// let places = try readPlaces()
/// let shape = try outline.value.get()
/// ```
package final class Alongside<Value: Sendable>: Sendable {
  private let result = Mutex<Value?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  /// Begins the work on another thread.
  package init(_ work: @escaping @Sendable () -> Value) {
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let value = work()
      result.withLock { $0 = value }
      isDone.signal()
    }
  }

  /// What the work gave, waited for.
  package var value: Value {
    isDone.wait()
    // Others may ask too.
    isDone.signal()
    guard let value = result.withLock({ $0 }) else {
      preconditionFailure("work that is done has a value")
    }
    return value
  }
}
