internal import Places
internal import SimpleFeatures

/// Whether a cold ward is cold however the map is cut: the modifiable areal unit problem.
///
/// The same places are put together in three ways: by neighbourhood (places themselves where the
/// study names no neighbourhoods), by ward, and by hexagons as many as there are wards. In each,
/// the coldest tenth of the units is cold. A ward's finding survives a zoning in which at least
/// half of its residents live in cold units.
///
/// - SeeAlso: S. Openshaw, *The Modifiable Areal Unit Problem*, 1984; J. C. Duque, H. Laniado,
///   A. Polo, "S-maup: statistical test to measure the sensitivity to the modifiable areal unit
///   problem", *PLoS ONE* 13(11), 2018, e0207377.
public struct ZoningComparison: Sendable {
  /// What the zonings say of one ward.
  public struct Ward: Hashable, Sendable {
    /// Whether the ward is in the coldest tenth of wards.
    public let isCold: Bool
    /// The share of its residents in cold neighbourhoods, 0…1.
    public let inColdNeighbourhoods: Double
    /// The share of its residents in cold hexagons, 0…1.
    public let inColdHexagons: Double

    /// Whether a cold ward is cold in the other zonings too.
    public var survives: Bool {
      isCold && inColdNeighbourhoods >= 0.5 && inColdHexagons >= 0.5
    }
  }

  /// One entry per ward; `nil` without residents.
  public let wards: [Ward?]
  /// The number of neighbourhoods with residents.
  public let neighbourhoodCount: Int
  /// The number of hexagons with residents.
  public let hexagonCount: Int
  /// The area of a hexagon in square metres.
  public let hexagonArea: Double

  /// Compares the three zonings.
  ///
  /// - Complexity: O(places).
  public init(of analysis: ColdSpotAnalysis) {
    let data = analysis.data
    let people = data.places.people
    let wardArea = data.wards.areas.reduce(0) { $0 + $1.shape.area }
    hexagonArea = wardArea / Double(data.wards.count)
    let hexagons = HexagonGrid(area: hexagonArea)
    let byHexagon = Zoning(
      groups: data.places.positions.map(hexagons.cell(at:)), placePeople: people)
    let byNeighbourhood = Zoning(
      groups: zip(data.places.neighbourhoods, data.places.ids).map { $0 ?? $1 },
      placePeople: people)
    let byWard = Zoning(
      homes: data.places.wards, unitCount: data.wards.count, placePeople: people)
    func cold(_ zoning: Zoning) -> [Bool] {
      zoning.isCold(
        of: zoning.scores(
          need: analysis.scores.need, lack: analysis.scores.lack, rules: analysis.scores.rules))
    }
    let (coldWards, coldHexagons, coldNeighbourhoods) = (
      cold(byWard), cold(byHexagon), cold(byNeighbourhood)
    )
    func shares(_ zoning: Zoning, _ cold: [Bool]) -> [Double] {
      byWard.means(
        of: people.indices.map { place in zoning.home(of: place).map { cold[$0] ? 1 : 0 } ?? 0 })
    }
    let inNeighbourhoods = shares(byNeighbourhood, coldNeighbourhoods)
    let inHexagons = shares(byHexagon, coldHexagons)
    var wards = [Ward?](repeating: nil, count: byWard.count)
    for ward in byWard.ranked {
      wards[ward] = Ward(
        isCold: coldWards[ward], inColdNeighbourhoods: inNeighbourhoods[ward],
        inColdHexagons: inHexagons[ward])
    }
    self.wards = wards
    neighbourhoodCount = byNeighbourhood.ranked.count
    hexagonCount = byHexagon.ranked.count
  }
}

extension Zoning {
  /// Places with the same label together; units come in the order of their first place.
  fileprivate init<Label: Hashable>(groups: [Label], placePeople: [Double]) {
    var units: [Label: Int] = [:]
    let homes = groups.map { label -> Int in
      let unit = units[label] ?? units.count
      units[label] = unit
      return unit
    }
    self.init(homes: homes, unitCount: units.count, placePeople: placePeople)
  }

  /// Whether each unit is in the coldest tenth of those with residents.
  fileprivate func isCold(of scores: [Double]) -> [Bool] {
    let topDecile = RankInterval.topDecile(of: ranked.count)
    return ranks(of: scores).map { $0 > 0 && Int($0) <= topDecile }
  }
}
