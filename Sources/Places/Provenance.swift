/// Where a fact about an organisation comes from, kept with it to the map.
public struct Provenance: Hashable, Sendable {
  /// What kind of source: a page, general knowledge.
  public let source: String
  /// How far to trust it, in the source's words: high, medium, low.
  public let confidence: String
  /// The address of the page.
  public let url: String
  /// Remarks.
  public let note: String
  /// When it was found out, in the source's words; ISO 8601 where that is known: `2024-03`.
  public let date: String
  /// The rows it was read from, each once, in their order; several where rows were merged.
  public let rows: [RowSource]

  /// A provenance from its parts; empty where unknown.
  public init(
    source: String = "", confidence: String = "", url: String = "", note: String = "",
    date: String = "", rows: [RowSource] = []
  ) {
    self.source = source
    self.confidence = confidence
    self.url = url
    self.note = note
    self.date = date
    self.rows = Set(rows).sorted()
  }
}
