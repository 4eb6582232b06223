import Catchments
import ColdSpots
import Places
import SimpleFeatures
import TestSupport

extension ReferenceTown {
  /// The town as a study under the default rules.
  ///
  /// The functions are the kinds of organisations, in alphabetical order and of equal weight.
  /// Every place is a ward of its own, whose code is the place's id, so that the places are
  /// ranked as areas are.
  func studyOfPlaces() throws -> TownStudy {
    let kinds = Set(supporters.map(\.kind)).sorted()
    let wards = places.map { AreaCode($0.id) }.sorted()
    let boroughs = Set(places.map { AreaCode($0.borough) }).sorted()
    return TownStudy(
      places: places.map { place in
        PlaceTable.Row(
          id: place.id, position: place.position, people: place.people, needIndex: place.need,
          ward: wards.firstIndex(of: AreaCode(place.id)),
          borough: boroughs.firstIndex(of: AreaCode(place.borough)))
      },
      organisations: supporters.map { supporter in
        let everywhere = supporter.remit == ["everywhere"]
        let remit = supporter.remit.map { AreaCode($0) }
        return Organisation(
          id: supporter.id, name: supporter.id, group: supporter.group,
          site: Site(position: supporter.position, precision: .point),
          remit: everywhere ? .everywhere : remit.isEmpty ? .none : .areas(remit),
          radius: supporter.radius, capacity: supporter.capacity,
          functions: kinds.indices.filter { kinds[$0] == supporter.kind })
      },
      functions: kinds.map { .named($0) }, wards: wards, boroughs: boroughs,
      catchmentRules: CatchmentRules(), scoreRules: ScoreRules())
  }
}
