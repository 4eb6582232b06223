/// Tells what is going on: one line redrawn on a terminal, a plain line per stage elsewhere.
struct Progress {
  /// When to tell it.
  enum Mode: String, CaseIterable {
    case auto, always, never
  }

  private let isShown: Bool
  private let isRedrawn: Bool

  init(_ mode: Mode, isQuiet: Bool) {
    isShown = mode == .always || (mode == .auto && !isQuiet)
    isRedrawn = Terminal.errorIsTerminal
  }

  /// A stage begins.
  func show(_ stage: String) {
    guard isShown else { return }
    let text = isRedrawn ? "\r\u{1B}[K\(stage) …" : "\(stage) …\n"
    Terminal.writeError(text)
  }

  /// The last stage is over.
  func end() {
    guard isShown, isRedrawn else { return }
    Terminal.writeError("\r\u{1B}[K")
  }
}
