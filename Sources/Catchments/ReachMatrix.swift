/// Who reaches whom, and how strongly: one row a place, one column an organisation, mostly empty.
///
/// Rows are stored one after the other (CSR), each with its organisations in ascending order.
/// Read it as `matrix[place: i]`; demand is always the row and supply the column.
public struct ReachMatrix: Sendable {
  /// One organisation that reaches a place.
  public struct Entry: Hashable, Sendable {
    /// The organisation's place in the study's list.
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

  /// A matrix from its rows.
  ///
  /// - Parameters:
  ///   - rows: The organisations that reach each place, in ascending order of organisation.
  ///   - organisationCount: The number of columns.
  public init(rows: [[Entry]], organisationCount: Int) {
    var starts = [0]
    starts.reserveCapacity(rows.count + 1)
    var entries: [Entry] = []
    for row in rows {
      entries.append(contentsOf: row)
      starts.append(entries.count)
    }
    placeCount = rows.count
    self.organisationCount = organisationCount
    self.starts = starts
    self.entries = entries
  }

  /// The organisations that reach a place, in ascending order.
  public subscript(place place: Int) -> ArraySlice<Entry> {
    entries[starts[place]..<starts[place + 1]]
  }

  /// The number of pairs of a place and an organisation that reaches it.
  public var pairCount: Int { entries.count }
}
