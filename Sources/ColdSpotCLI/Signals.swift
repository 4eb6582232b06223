import Foundation

/// What the command does about signals and missing streams.
enum Signals {
  /// Makes a full disk quota an error of the write that hits it, and replaces a closed standard
  /// stream by /dev/null, so that no output file takes its number.
  static func prepare() {
    signal(SIGXFSZ, SIG_IGN)
    for stream in 0...2 as ClosedRange<Int32> where fcntl(stream, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", O_RDWR)
    }
  }

  /// Cleans up and ends with status 130 when the user interrupts, for as long as the result lives.
  static func onInterrupt(_ cleanUp: @escaping @Sendable () -> Void) -> any DispatchSourceSignal {
    on(SIGINT) {
      cleanUp()
      _exit(130)
    }
  }

  /// Does something when a signal comes, instead of ending, for as long as the result lives.
  static func on(
    _ number: Int32, _ action: @escaping @Sendable () -> Void
  ) -> any DispatchSourceSignal {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler(handler: action)
    source.resume()
    return source
  }
}
