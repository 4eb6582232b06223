import Catchments
import ColdSpots
import Places
import SimpleFeatures
import TestSupport

/// The parts of a study, kept apart so that a test can change one and compute again.
struct TownStudy {
  /// The demand, in the order of the file.
  var places: [PlaceTable.Row]
  /// The supply.
  var organisations: [Organisation]
  /// What the supply provides.
  var functions: [SupportFunction]
  /// The wards that the places' `ward` points into.
  var wards: [AreaCode] = ["W1"]
  /// The boroughs that the places' `borough` points into; none for a study of one level.
  var boroughs: [AreaCode] = []
  /// How organisations reach places: by default a straight decline over 2 km.
  var catchmentRules = CatchmentRules(reach: .disc(radius: .kilometres(2), decay: .linear))
  /// How access and need become a score.
  var scoreRules = ScoreRules()

  /// What goes into the computation.
  func data() throws -> StudyData {
    StudyData(
      wards: try .tiles(wards, level: "ward"),
      boroughs: boroughs.isEmpty ? nil : try .tiles(boroughs, level: "borough"),
      places: try PlaceTable(places), organisations: organisations,
      functions: FunctionTable(functions),
      outline: try .tile(at: Coordinate(x: -5e6, y: -5e6), side: 1e7))
  }

  /// What comes out of it.
  func analysis() throws -> ColdSpotAnalysis {
    ColdSpotAnalysis(of: try data(), catchmentRules: catchmentRules, scoreRules: scoreRules)
  }
}

extension Boundaries {
  /// Squares of one metre in a row: area *i* has its south-west corner at (*i*, 0).
  ///
  /// Places carry their areas, so shapes matter only where a test asks for the middle of one.
  static func tiles(_ codes: [AreaCode], level: AreaLevel) throws -> Boundaries {
    try Boundaries(
      level: level,
      areas: codes.enumerated().map { index, code in
        Area(
          code: code, name: "\(code)",
          shape: try .tile(at: Coordinate(x: Double(index), y: 0), side: 1))
      })
  }
}

extension SupportFunction {
  /// A function by its key.
  static func named(_ key: String, weight: Double = 1, name: String? = nil) -> SupportFunction {
    SupportFunction(
      key: key, column: "s_\(key.prefix(8))", name: name ?? key, weight: weight, specialisms: [])
  }
}

extension Organisation {
  /// An organisation by its id, which is its name too.
  static func named(
    _ id: String, at position: Coordinate? = nil, remit: Remit = .none, group: String? = nil,
    radius: Distance? = nil, capacity: Double = 1, status: String = "active",
    functions: [Int] = [0]
  ) -> Organisation {
    Organisation(
      id: id, name: id, status: status, group: group,
      site: Site(position: position, precision: .point), remit: remit, radius: radius,
      capacity: capacity, functions: functions)
  }
}

extension GridTown {
  /// A place drawn in the town.
  func place(
    _ id: String, people: Double, need: Double = 0, ward: Int? = 0, borough: Int? = nil
  ) throws -> PlaceTable.Row {
    PlaceTable.Row(
      id: id, position: try position(of: id), people: people, needIndex: need, ward: ward,
      borough: borough)
  }
}
