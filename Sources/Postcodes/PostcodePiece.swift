/// A piece of a cell, as it stands there and as what it reads.
public struct PostcodePiece: Hashable, Sendable {
  /// What a piece of text is in form.
  public enum Form: Hashable, Sendable {
    /// A full postcode.
    case postcode(Postcode)
    /// A postcode without its last two letters.
    case sector(PostcodeSector)
    /// An outward part only.
    case district(PostcodeDistrict)
    /// No postcode, but what these could look like; see ``Postcode/candidates(for:)``.
    case lookAlike([Postcode])
    /// None of these.
    case other
  }

  /// The text as it stands in the cell; at most 80 characters of it where it is ``Form/other``.
  public let original: String
  /// What it is.
  public let form: Form
}
