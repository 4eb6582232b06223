extension Workbook {
  /// What a workbook says of a sheet without opening it.
  public struct Tab: Hashable, Sendable {
    /// The name on the tab.
    public let name: String
    /// Whether the sheet is shown.
    public let visibility: Visibility
  }

  /// Whether a sheet is shown.
  public enum Visibility: String, Hashable, Sendable {
    /// It has a tab.
    case visible
    /// It is hidden, and Excel's menu brings it back.
    case hidden
    /// It is hidden, and only a program brings it back.
    case veryHidden
  }
}
