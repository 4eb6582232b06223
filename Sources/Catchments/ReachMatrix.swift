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

  /// The organisations that reach one place, in ascending order.
  public struct Row: RandomAccessCollection, Equatable, Sendable {
    private let matrix: ReachMatrix
    /// Where the row begins in its matrix.
    public let startIndex: Int
    /// One past its last entry.
    public let endIndex: Int

    fileprivate init(_ matrix: ReachMatrix, _ range: Range<Int>) {
      self.matrix = matrix
      startIndex = range.lowerBound
      endIndex = range.upperBound
    }

    /// Some of the organisations.
    public subscript(bounds: Range<Int>) -> Row { Row(matrix, bounds) }

    /// Whether the same organisations reach in the same ways.
    public static func == (one: Row, other: Row) -> Bool { one.elementsEqual(other) }

    /// One of the organisations.
    public subscript(position: Int) -> Entry {
      Entry(
        organisation: Int(matrix.organisations[position]), weight: matrix.values[position],
        route: matrix.routes[position])
    }
  }

  /// The number of places.
  public let placeCount: Int
  /// The number of organisations, those that reach nobody included.
  public let organisationCount: Int

  /// Where each place's pairs begin, and one entry more for the end.
  package let starts: [Int]
  /// The organisation of each pair.
  package let organisations: [Int32]
  /// The weight of each pair.
  private let values: [Double]
  private let routes: [ReachRoute]

  /// A matrix from its columns.
  ///
  /// - Parameters:
  ///   - columns: The places that each organisation reaches, in any order, each at most once.
  ///   - placeCount: The number of rows.
  /// - Complexity: O(places + pairs).
  public init(columns: [[ReachedPlace]], placeCount: Int) {
    self.init(columns.map(WeighedColumn.init), placeCount: placeCount)
  }

  /// A matrix from its columns, without the pairs that weigh nothing.
  init(_ columns: [WeighedColumn], placeCount: Int) {
    // Counted first and placed second; organisations come in ascending order, and so each row
    // ends up sorted.
    var starts = [Int](repeating: 0, count: placeCount + 1)
    for column in columns {
      for pair in column.places.indices where column.weights[pair] > 0 {
        starts[Int(column.places[pair]) + 1] += 1
      }
    }
    for place in 0..<placeCount { starts[place + 1] += starts[place] }
    var next = starts
    let count = starts[placeCount]
    var organisations = [Int32](repeating: 0, count: count)
    var values = [Double](repeating: 0, count: count)
    var routes = [ReachRoute](repeating: [], count: count)
    for (organisation, column) in columns.enumerated() {
      for pair in column.places.indices where column.weights[pair] > 0 {
        let place = Int(column.places[pair])
        let slot = next[place]
        next[place] = slot + 1
        organisations[slot] = Int32(truncatingIfNeeded: organisation)
        values[slot] = column.weights[pair]
        routes[slot] = column.routes[pair]
      }
    }
    self.placeCount = placeCount
    organisationCount = columns.count
    self.starts = starts
    self.organisations = organisations
    self.values = values
    self.routes = routes
  }

  /// The organisations that reach a place, in ascending order.
  public subscript(place place: Int) -> Row {
    Row(self, starts[place]..<starts[place + 1])
  }

  /// The weights alone, without the routes.
  ///
  /// - Complexity: O(1).
  public var weights: WeightMatrix {
    WeightMatrix(
      SparseMatrix(
        rowCount: placeCount, columnCount: organisationCount, starts: starts,
        columns: organisations, values: values))
  }

  /// The number of pairs of a place and an organisation that reaches it.
  public var pairCount: Int { organisations.count }
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

extension WeighedColumn {
  fileprivate init(_ reached: [ReachedPlace]) {
    self.init(
      places: reached.map { Int32($0.place) }, weights: reached.map(\.weight),
      routes: reached.map(\.route))
  }
}
