/// Something that the rows of a directory are wrong in, and that the user should know.
public struct PostcodeFinding: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// The cell holds no postcode; the row is left out.
    case notAPostcode
    /// The postcode has a row already. A live one is kept before a terminated one, one with a position
    /// before one without, and the latest.
    case repeated
    /// The cells of the position hold something else; the postcode is kept without a position.
    case unreadablePosition
    /// The month in which it ended is no month; the postcode is taken as live.
    case unreadableDate
  }

  /// What is wrong.
  public let kind: Kind
  /// How many rows it concerns.
  public let count: Int
  /// The first few of them, as file, line and text, or as postcodes.
  public let examples: [String]

  /// The most examples that a finding names.
  public static let exampleLimit = 5
}

extension PostcodeFinding: CustomStringConvertible {
  /// What is wrong, as a sentence without a full stop.
  public var description: String {
    let rows = count == 1 ? "1 row" : "\(count) rows"
    return switch kind {
    case .notAPostcode: "\(rows) without a postcode left out"
    case .repeated: "\(rows) left out that repeat a postcode"
    case .unreadablePosition: "\(rows) with something else than a position where it should be"
    case .unreadableDate: "\(rows) with something else than a month where the postcode ended"
    }
  }
}
