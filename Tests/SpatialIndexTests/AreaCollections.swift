import SimpleFeatures
import TestSupport

/// Collections of areas that are hard on an index of cells, each in its own way.
enum AreaCollection: CaseIterable {
  case overlapping
  case everyFamily
  case onAnchors
  case crossingThemselves
  case nested
  case cityAndIsland
  case cityInCityInCountry
  case fineBorderInCountry
  case comb
  case wheel
  case flat
  case one

  func areas(using random: inout SeededGenerator) throws -> [MultiPolygon] {
    func whole(_ range: ClosedRange<Int>) -> Double {
      Double(Int.random(in: range, using: &random))
    }
    func star(_ corners: Int, _ radii: ClosedRange<Double>, _ x: Double, _ y: Double) throws
      -> MultiPolygon
    {
      MultiPolygon(
        try .randomStar(
          corners: corners, radii: radii, around: Coordinate(x: x, y: y), using: &random))
    }
    switch self {
    case .overlapping:
      return try (0..<60).map { _ in try star(20, 50...400, whole(0...2000), whole(0...2000)) }
    case .everyFamily:
      return try (0..<40).map { index in
        try AreaFamily.allCases[index % AreaFamily.allCases.count].area(using: &random)
      }
    case .onAnchors: return try Self.onAnchors(using: &random)
    case .crossingThemselves:
      return try (0..<30).map { _ in
        let (x, y) = (whole(0...40), whole(0...40))
        var corners: [(Double, Double)] = [(x, y), (x + 1, y), (x, y + 1)]
        for _ in 0..<9 { corners.append((x + whole(0...12), y + whole(0...12))) }
        return MultiPolygon(try LinearRing(at: corners))
      }
    case .nested:
      // One in the other, shuffled; each corner and edge is its own.
      return try (0..<700).shuffled(using: &random).map { index in
        try Self.square(Double(index), Double(index), side: Double(1400 - 2 * index))
      }
    case .cityAndIsland:
      return try Self.city(12, side: 1, at: 0, 0) + [try Self.square(1e7, -3e6, side: 10)]
        + Self.city(12, side: 0.5, at: 3, 3)
    case .cityInCityInCountry:
      return try Self.city(12, side: 0.001, at: 5, 5) + Self.city(12, side: 1, at: -1, -1)
        + Self.city(8, side: 1e5, at: -4e5, -4e5)
    case .fineBorderInCountry:
      return try [star(3000, 0.99...1.01, 10, 20), star(1000, 0.99...1.01, 10.5, 20)]
        + Self.city(8, side: 1000, at: -4e3, -4e3)
    case .comb:
      var teeth: [(Double, Double)] = []
      for tooth in 0..<300 { teeth += [(Double(2 * tooth), 100), (Double(2 * tooth + 1), 1)] }
      let below: [(Double, Double)] = [(600, 100), (600, 0), (0, 0)]
      let above: [(Double, Double)] = [(600, 100), (600, 200), (0, 200)]
      return [
        MultiPolygon(try LinearRing(at: teeth + below)),
        MultiPolygon(try LinearRing(at: teeth + above)),
      ]
    case .wheel:
      // Triangles that all have one corner.
      return try (0..<300).map { _ in
        let (x, y) = (whole(-99...99), whole(-99...99))
        return MultiPolygon(try LinearRing(at: [(0, 0), (x, y + 0.5), (x + 1, y)]))
      }
    case .flat:
      return try (0..<40).map { _ in
        let (x, y) = (whole(0...20), whole(0...2))
        return MultiPolygon(try LinearRing(at: [(x, y), (x + 3, y), (x + 1, y)]))
      }
    case .one: return [try star(5, 0.5...2, 0, 0)]
    }
  }

  /// 160 edges in a square of 40 × 40, so that cells are 1 × 1, and their middles are where corners
  /// are.
  private static func onAnchors(using random: inout SeededGenerator) throws -> [MultiPolygon] {
    let triangles = try (0..<52).map { _ in
      let (x, y) = (Int.random(in: 0...38, using: &random), Int.random(in: 0...38, using: &random))
      let (width, height) = Bool.random(using: &random) ? (1, 2) : (2, 1)
      var corners: [(Double, Double)] = []
      for (east, north) in [(0, 0), (width, 0), (width, height), (0, height)] {
        corners.append((Double(x + east), Double(y + north)))
      }
      corners.remove(at: Int.random(in: 0..<4, using: &random))
      return MultiPolygon(try LinearRing(at: corners))
    }
    return (triangles + [try square(0, 0, side: 40)]).shuffled(using: &random)
  }

  private static func city(
    _ count: Int, side: Double, at west: Double, _ south: Double
  ) throws -> [MultiPolygon] {
    try (0..<count * count).map { index in
      try square(
        west + Double(index % count) * side, south + Double(index / count) * side, side: side)
    }
  }

  private static func square(
    _ west: Double, _ south: Double, side: Double
  ) throws -> MultiPolygon {
    MultiPolygon(
      try .around(BoundingBox(minX: west, minY: south, maxX: west + side, maxY: south + side)))
  }
}

extension MultiPolygon {
  /// The same area, all ordinates of its outer rings taken times a factor.
  func scaled(by factor: Double) throws -> MultiPolygon {
    MultiPolygon(
      try polygons.map { polygon in
        Polygon(
          exterior: try LinearRing(
            polygon.exterior.corners.map { Coordinate(x: $0.x * factor, y: $0.y * factor) }))
      })
  }
}
