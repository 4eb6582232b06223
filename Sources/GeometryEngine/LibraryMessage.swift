/// The last message of a C library, in a box that its callback can reach.
final class LibraryMessage {
  private var text: String?

  /// Keeps a message in place of the one before.
  func record(_ message: String) { text = message }

  /// The message, once; afterwards there is none.
  func take() -> String {
    defer { text = nil }
    return text ?? "no reason given"
  }
}
