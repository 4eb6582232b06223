/// Who reaches whom, and how strongly: one row a place, one column an organisation, mostly empty.
///
/// Rows are stored one after the other (CSR), each with its organisations in ascending order.
/// Read it as `matrix[place: i]`; demand is always the row and supply the column.
public struct ReachMatrix: Sendable {
  /// One organisation that reaches a place.
  public struct Entry: Hashable, Sendable {
    /// The organisation's index in the study's list.
    public let organisation: Int
    /// Its weight for the place, more than 0 and at most 1; see ``Catchments``.
    public let weight: Double
    /// How it reaches the place.
    public let route: ReachRoute

    /// An entry from its parts.
    public init(organisation: Int, weight: Double, route: ReachRoute) {
      self.organisation = organisation
      self.weight = weight
      self.route = route
    }
  }

  /// The number of places.
  public let placeCount: Int
  /// The number of organisations, those that reach nobody included.
  public let organisationCount: Int

  private let starts: [Int]
  private let entries: [Entry]

  /// A matrix from its columns.
  ///
  /// - Parameters:
  ///   - columns: The places that each organisation reaches, in any order, each at most once.
  ///   - placeCount: The number of rows.
  /// - Complexity: O(pairs).
  public init(columns: [[ReachedPlace]], placeCount: Int) {
    // Counted first and placed second; organisations come in ascending order, and so each row
    // ends up sorted.
    var starts = [Int](repeating: 0, count: placeCount + 1)
    for column in columns {
      for reached in column { starts[reached.place + 1] += 1 }
    }
    for place in 0..<placeCount { starts[place + 1] += starts[place] }
    var next = starts
    let nothing = Entry(organisation: 0, weight: 0, route: [])
    var entries = [Entry](repeating: nothing, count: starts[placeCount])
    for (organisation, column) in columns.enumerated() {
      for reached in column {
        entries[next[reached.place]] = Entry(
          organisation: organisation, weight: reached.weight, route: reached.route)
        next[reached.place] += 1
      }
    }
    self.placeCount = placeCount
    organisationCount = columns.count
    self.starts = starts
    self.entries = entries
  }

  init(starts: [Int], entries: [Entry], organisationCount: Int) {
    placeCount = starts.count - 1
    self.organisationCount = organisationCount
    self.starts = starts
    self.entries = entries
  }

  /// The organisations that reach a place, in ascending order.
  public subscript(place place: Int) -> ArraySlice<Entry> {
    entries[starts[place]..<starts[place + 1]]
  }

  /// The weights alone, without the routes.
  ///
  /// - Complexity: O(pairs).
  public var weights: WeightMatrix {
    WeightMatrix(
      SparseMatrix(
        rowCount: placeCount, columnCount: organisationCount, starts: starts,
        columns: entries.map { Int32($0.organisation) }, values: entries.map(\.weight)))
  }

  /// The number of pairs of a place and an organisation that reaches it.
  public var pairCount: Int { entries.count }
}

/// One place that an organisation reaches.
public struct ReachedPlace: Hashable, Sendable {
  /// The place's index.
  public let place: Int
  /// The organisation's weight for it, more than 0 and at most 1.
  public let weight: Double
  /// How it reaches the place.
  public let route: ReachRoute

  /// A place from its parts.
  public init(place: Int, weight: Double, route: ReachRoute) {
    self.place = place
    self.weight = weight
    self.route = route
  }
}
