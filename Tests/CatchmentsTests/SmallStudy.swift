import Catchments
import Places
import SimpleFeatures
import TestSupport

/// A handful of places and organisations around one point of the National Grid.
///
/// Positions are offsets from `origin` in metres, so that distances can be read off while the
/// arithmetic is that of real eastings.
struct SmallStudy {
  static let origin = Coordinate(x: 530_000, y: 180_000)

  /// Two boroughs, B1 and B2.
  let boroughs: Boundaries
  /// Three wards: W1 and W2 in B1, W3 in B2.
  let wards: Boundaries
  /// The places, in the order given.
  let places: PlaceTable

  /// A study of places at offsets; `wards` points into W1…W3, and the borough follows.
  init(places offsets: [(Double, Double)], wards homes: [Int?] = []) throws {
    places = try PlaceTable(
      offsets.enumerated().map { index, offset in
        let ward = index < homes.count ? homes[index] : nil
        return PlaceTable.Row(
          id: "p\(100 + index)", position: Self.at(offset.0, offset.1), people: 100, needIndex: 0,
          ward: ward, borough: ward.map { $0 < 2 ? 0 : 1 })
      })
    wards = try Self.tiles(["W1", "W2", "W3"], level: "ward")
    boroughs = try Self.tiles(["B1", "B2"], level: "borough")
  }

  /// The position at an offset from the origin.
  static func at(_ x: Double, _ y: Double) -> Coordinate {
    Coordinate(x: origin.x + x, y: origin.y + y)
  }

  /// Places carry their areas, so the shapes behind the codes do not matter here.
  private static func tiles(_ codes: [AreaCode], level: AreaLevel) throws -> Boundaries {
    try Boundaries(
      level: level,
      areas: codes.enumerated().map { index, code in
        Area(code: code, name: "", shape: try .tile(at: at(Double(index), 0), side: 1))
      })
  }

  /// The catchments of organisations under rules.
  func catchments(
    of organisations: [Organisation], _ rules: CatchmentRules = CatchmentRules()
  ) -> Catchments {
    Catchments(of: organisations, over: places, wards: wards, boroughs: boroughs, rules: rules)
  }

  /// The weight of a single organisation for each place; 0 where it does not reach.
  func weights(
    of organisation: Organisation, _ rules: CatchmentRules = CatchmentRules()
  ) -> [Double] {
    catchments(of: [organisation], rules).reach.weights(ofOrganisation: 0)
  }
}

extension Organisation {
  /// An organisation that works from an offset, or from nowhere known.
  static func working(
    at offset: (Double, Double)? = nil, precision: LocationPrecision = .point,
    remit: Remit = .none, benefit: MultiPolygon? = nil, radius: Distance? = nil,
    capacity: Double = 1, kind: String = "cvs", status: String = "active",
    functions: [Int] = [0]
  ) -> Organisation {
    Organisation(
      id: "o", name: "", kind: kind, status: status,
      site: Site(position: offset.map { SmallStudy.at($0.0, $0.1) }, precision: precision),
      remit: remit, areaOfBenefit: benefit, radius: radius, capacity: capacity,
      functions: functions)
  }
}

extension CatchmentRules {
  /// A disc of equal weight.
  static func step(_ radius: Distance) -> CatchmentRules {
    CatchmentRules(reach: .disc(radius: radius, decay: .step))
  }
}

extension ReachMatrix {
  /// The weight of one organisation for each place; 0 where it does not reach.
  func weights(ofOrganisation organisation: Int) -> [Double] {
    (0..<placeCount).map { place in
      self[place: place].first { $0.organisation == organisation }?.weight ?? 0
    }
  }

  /// The organisations that reach each place.
  var organisationsByPlace: [[Int]] {
    (0..<placeCount).map { self[place: $0].map(\.organisation) }
  }
}
