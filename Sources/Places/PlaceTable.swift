public import SimpleFeatures

/// The places where people live: the demand, one row a small area or postcode.
///
/// Columns, not rows, are stored; every column has one entry per place, in the order of the ids,
/// so that results do not depend on the order of the file.
public struct PlaceTable: Sendable {
  /// The identifiers, unique and in ascending order.
  public let ids: [String]
  /// Where the people of each place are taken to live.
  public let positions: [Coordinate]
  /// Residents, not negative; they need not be whole.
  public let people: [Double]
  /// The need index of each place, turned so that higher means more need.
  public let needIndex: [Double]
  /// The index of each one's ward in the study's wards; `nil` outside all of them.
  public let wards: [Int?]
  /// The index of each one's borough in the study's boroughs; `nil` outside all of them.
  public let boroughs: [Int?]
  /// The code of each one's neighbourhood, a unit between place and ward; `nil` where unknown.
  public let neighbourhoods: [String?]

  /// A row of the table.
  public struct Row: Sendable {
    /// The identifier.
    public var id: String
    /// Where the people are taken to live.
    public var position: Coordinate
    /// Residents.
    public var people: Double
    /// The need index, higher for more need.
    public var needIndex: Double
    /// The ward, if any.
    public var ward: Int?
    /// The borough, if any.
    public var borough: Int?
    /// The code of the neighbourhood, if any.
    public var neighbourhood: String?

    /// A row from its values.
    public init(
      id: String, position: Coordinate, people: Double, needIndex: Double, ward: Int? = nil,
      borough: Int? = nil, neighbourhood: String? = nil
    ) {
      self.id = id
      self.position = position
      self.people = people
      self.needIndex = needIndex
      self.ward = ward
      self.borough = borough
      self.neighbourhood = neighbourhood
    }
  }

  /// A table from its rows, in any order.
  ///
  /// - Throws: ``PlaceTableError`` when there is no row, an id occurs twice, or the number of
  ///   people is negative, or a number is not finite.
  public init(_ rows: [Row]) throws(PlaceTableError) {
    guard !rows.isEmpty else { throw .noPlaces }
    let sorted = rows.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    // Not by comparing neighbours: two spellings of one text are equal, but not in byte order.
    var seen: Set<String> = []
    for row in sorted where !seen.insert(row.id).inserted { throw .duplicateID(row.id) }
    for row in sorted where !(row.people >= 0 && row.people.isFinite) {
      throw .invalidPeople(id: row.id, people: row.people)
    }
    for row in sorted where !(row.needIndex.isFinite && row.position.isFinite) {
      throw .notFinite(id: row.id)
    }
    ids = sorted.map(\.id)
    positions = sorted.map(\.position)
    people = sorted.map(\.people)
    needIndex = sorted.map(\.needIndex)
    wards = sorted.map(\.ward)
    boroughs = sorted.map(\.borough)
    neighbourhoods = sorted.map(\.neighbourhood)
  }

  /// The number of places.
  public var count: Int { ids.count }

  /// All residents.
  public var totalPeople: Double { people.reduce(0, +) }
}

/// Why rows cannot serve as places.
public enum PlaceTableError: Error, Hashable, Sendable {
  /// There is no row.
  case noPlaces
  /// Two rows have this id.
  case duplicateID(String)
  /// The number of people is negative or not a number.
  case invalidPeople(id: String, people: Double)
  /// The position or the need index is not a finite number.
  case notFinite(id: String)
}
