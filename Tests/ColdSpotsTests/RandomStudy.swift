import Catchments
import ColdSpots
import Places
import SimpleFeatures
import TestSupport

extension TownStudy {
  /// A town of 30 places and 12 organisations on 10 km by 10 km, drawn at random.
  ///
  /// A fifth of the places have no people, one in ten no area; a third of the organisations have
  /// a remit beside their site, one in ten has only a remit. Needs are tied now and then.
  static func random(seed: UInt64) -> TownStudy {
    var random = SeededGenerator(seed: seed)
    func position() -> Coordinate {
      Coordinate(
        x: Double.random(in: 0...10_000, using: &random),
        y: Double.random(in: 0...10_000, using: &random))
    }
    func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }
    let wards: [AreaCode] = ["W1", "W2", "W3", "W4", "W5"]
    let places = (0..<30).map { index in
      let ward = chance(0.1) ? nil : Int.random(in: 0..<4, using: &random)
      return PlaceTable.Row(
        id: "p\(100 + index)", position: position(),
        people: chance(0.2) ? 0 : Double(Int.random(in: 1...2000, using: &random)),
        needIndex: Double(Int.random(in: 0...20, using: &random)) / 20, ward: ward,
        borough: ward.map { $0 / 2 })
    }
    let organisations = (0..<12).map { index in
      let remit = wards[Int.random(in: 0..<4, using: &random)]
      let onlyRemit = chance(0.1)
      return Organisation.named(
        "o\(100 + index)", at: onlyRemit ? nil : position(),
        remit: onlyRemit || chance(0.3) ? .areas([remit]) : .none,
        group: "group \(Int.random(in: 0..<8, using: &random))",
        radius: chance(0.3) ? .metres(Double(Int.random(in: 500...4000, using: &random))) : nil,
        capacity: Double(Int.random(in: 1...9, using: &random)),
        functions: (0..<3).filter { _ in chance(0.6) })
    }
    return TownStudy(
      places: places, organisations: organisations,
      functions: ["advice", "funds", "voice"].map { .named($0) }, wards: wards,
      boroughs: ["B1", "B2", "B3"],
      catchmentRules: CatchmentRules(
        reach: .disc(radius: .kilometres(3), decay: .truncatedGaussian)))
  }
}
