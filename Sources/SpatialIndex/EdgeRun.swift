/// Edges of one area that follow each other along its border, in one cell.
struct EdgeRun: Sendable {
  /// The number of the cell.
  var cell: UInt32
  /// The corner at which the first edge begins; the others follow.
  var first: UInt32
  /// The index of the area.
  var area: Int32
  /// How many edges there are.
  var count: UInt16
  /// Whether the area covers the anchor of the cell.
  var coversAnchor = false

  /// The corners of its edges.
  var corners: Range<Int> { Int(first)..<Int(first) + Int(count) + 1 }
}
