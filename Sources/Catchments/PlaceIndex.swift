public import Places
internal import SimpleFeatures
internal import SpatialIndex

/// The places of a study, made ready to be found by distance and by area.
///
/// Nothing in it depends on organisations or on rules: made once, it serves every scenario.
public struct PlaceIndex: Sendable {
  /// The places themselves.
  public let places: PlaceTable
  /// The places of each ward, ascending; empty for a study without wards.
  public let byWard: [[Int]]
  /// The places of each borough, ascending; empty for a study without boroughs.
  public let byBorough: [[Int]]

  private let wards: Boundaries?
  private let boroughs: Boundaries?
  let grid: PointGrid

  /// An index over places.
  ///
  /// - Parameters:
  ///   - places: The demand.
  ///   - wards: The wards that the places' `wards` point into.
  ///   - boroughs: The boroughs that the places' `boroughs` point into.
  /// - Complexity: O(places).
  public init(_ places: PlaceTable, wards: Boundaries?, boroughs: Boundaries?) {
    precondition(places.count <= Int32.max, "places are counted in 32 bits")
    self.places = places
    self.wards = wards
    self.boroughs = boroughs
    byWard = wards.map { Self.grouped(places.wards, count: $0.count) } ?? []
    byBorough = boroughs.map { Self.grouped(places.boroughs, count: $0.count) } ?? []
    grid = PointGrid(places.positions)
  }

  private static func grouped(_ areas: [Int?], count: Int) -> [[Int]] {
    var groups = [[Int]](repeating: [], count: count)
    for (place, area) in areas.enumerated() {
      if let area { groups[area].append(place) }
    }
    return groups
  }

  /// The number of places.
  public var count: Int { places.count }

  /// Calls `body` with every place of a remit; with a place of several of its areas several times.
  func forEach(in remit: Remit, _ body: (_ place: Int) -> Void) {
    switch remit {
    case .none: return
    case .everywhere: for place in 0..<places.count { body(place) }
    case .areas(let codes):
      for code in codes {
        if let ward = wards?.index(of: code) {
          byWard[ward].forEach(body)
        } else if let borough = boroughs?.index(of: code) {
          byBorough[borough].forEach(body)
        }
      }
    }
  }

  /// Calls `body` with every place inside a polygon.
  func forEach(inside zone: MultiPolygon, _ body: (_ place: Int) -> Void) {
    let locator = AreaLocator([zone])
    for (place, position) in places.positions.enumerated()
    where locator.area(at: position) != nil {
      body(place)
    }
  }
}
