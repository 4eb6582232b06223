internal import SimpleFeatures

/// What is known of cells that a disc covers whole, so that their places need no look.
///
/// Two things are done with it, one the mirror image of the other: people are summed up for a
/// site, and a site's amount is spread over people.
protocol CoveredCells: Sendable {
  /// What is worked out once for each site.
  associatedtype View

  /// Whether there are any; without them every place of a disc is looked at.
  static var areUsed: Bool { get }

  /// A place for what is worked out for a site.
  func emptyView() -> View
  /// Works out what the rows of a disc have in common.
  func look(from centre: Coordinate, over columns: Range<Int>, into view: inout View)
  /// Weighted people in the covered cells of a row.
  func sum(of row: DiscRow, from centre: Coordinate, _ view: View) -> Lanes
  /// Adds an amount to the covered cells of a row.
  mutating func add(_ amount: Double, to row: DiscRow, from centre: Coordinate, _ view: View)
  /// Gives to places what their cells have received.
  func give(to access: inout [Lanes], rows: Range<Int>, of cells: PlaceCells)
}

extension CoveredCells where View == Void {
  func emptyView() {}
  func look(from centre: Coordinate, over columns: Range<Int>, into view: inout Void) {}
}

/// No cells: weights that are worked out pair by pair.
struct NoCells: CoveredCells {
  static let areUsed = false
  func sum(of row: DiscRow, from centre: Coordinate, _ view: Void) -> Lanes { .zero }
  func add(_ amount: Double, to row: DiscRow, from centre: Coordinate, _ view: Void) {}
  func give(to access: inout [Lanes], rows: Range<Int>, of cells: PlaceCells) {}
}
