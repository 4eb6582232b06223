internal import Places
internal import SimpleFeatures
internal import SpatialIndex

/// Finds the places of an area.
struct PlacesByArea {
  private let places: PlaceTable
  private let wards: Boundaries?
  private let boroughs: Boundaries?
  private let byWard: [[Int]]
  private let byBorough: [[Int]]

  init(_ places: PlaceTable, wards: Boundaries?, boroughs: Boundaries?) {
    self.places = places
    self.wards = wards
    self.boroughs = boroughs
    byWard = wards.map { Self.grouped(places.wards, count: $0.count) } ?? []
    byBorough = boroughs.map { Self.grouped(places.boroughs, count: $0.count) } ?? []
  }

  private static func grouped(_ areas: [Int?], count: Int) -> [[Int]] {
    var groups = [[Int]](repeating: [], count: count)
    for (place, area) in areas.enumerated() {
      if let area { groups[area].append(place) }
    }
    return groups
  }

  func places(in remit: Remit) -> [Int] {
    switch remit {
    case .none: return []
    case .everywhere: return Array(0..<places.count)
    case .areas(let codes):
      return codes.flatMap { code -> [Int] in
        if let ward = wards?.index(of: code) { return byWard[ward] }
        if let borough = boroughs?.index(of: code) { return byBorough[borough] }
        return []
      }
    }
  }

  func places(inside zone: MultiPolygon) -> [Int] {
    let locator = AreaLocator([zone])
    return places.positions.indices.filter { locator.area(at: places.positions[$0]) != nil }
  }
}
