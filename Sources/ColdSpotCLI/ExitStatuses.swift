/// What the command's exit statuses mean, for its help and its manual page.
enum ExitStatuses {
  /// Every status with its meaning, in order.
  static let all: [(status: Int, meaning: String)] = [
    (0, "done"), (1, "done, and the answer is no (with --strict: there were warnings)"),
    (2, "usage or study file"), (3, "an input cannot be read"), (4, "inputs do not fit together"),
    (5, "output exists or cannot be written"), (6, "a limit was hit"),
    (70, "a fault of the program"), (130, "interrupted"),
  ]

  /// The statuses in a sentence.
  static var sentence: String {
    "Exit status: " + all.map { "\($0.status) \($0.meaning)" }.joined(separator: "; ") + "."
  }
}
