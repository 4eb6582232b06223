import ColdSpotKit
import Foundation
import Testing

@Suite struct `The files of a run` {
  @Test func `are the same bytes in two runs`() throws {
    let first = try London.result.get().files()
    let second = try Study.london().run(stability: false).files()
    #expect(first.map(\.name) == second.map(\.name))
    for (one, other) in zip(first, second) { #expect(one.content == other.content, "\(one.name)") }
  }

  @Test func `carry the published columns of the area layers`() throws {
    let published = [
      "code", "name", "level", "boro_code", "boro_name", "vintage", "people", "need", "lack",
      "score", "burden", "rank", "n_orgs", "n_indep", "sole", "near_m", "near_org", "s_fund",
      "s_orgd", "s_advo", "s_volu", "s_conv", "s_busi", "s_prem", "s_soce", "missing", "why",
      "edge",
    ]
    let files = try London.result.get().files()
    for name in ["wards.geojson", "boroughs.geojson"] {
      let file = try #require(files.first { $0.name == name })
      let collection = try GeoJSONReader().read(file.content)
      for feature in collection.features {
        #expect(Set(published).isSubset(of: feature.properties.keys))
        #expect(feature.id == feature.properties["code"])
      }
    }
  }

  @Test func `say why wherever a figure is null`() throws {
    let files = try London.result.get().files()
    let file = try #require(files.first { $0.name == "wards.geojson" })
    let collection = try GeoJSONReader().read(file.content)
    let unscored = collection.features.filter { $0.properties["score"] == .null }
    // Thirteen small wards of the City of London hold no demand point.
    #expect(unscored.count == 13)
    for feature in unscored {
      #expect(feature.properties["why"]?.text?.hasPrefix("Not scored") == true)
      #expect(feature.properties["n_orgs"] == .integer(0))
    }
  }

  @Test func `add wards up to boroughs`() throws {
    let analysis = try London.result.get().analysis
    let boroughs = try #require(analysis.data.boroughs)
    for summary in analysis.boroughs {
      let code = boroughs.areas[summary.area].code
      let wards = analysis.wards.filter { analysis.data.wards.areas[$0.area].parent == code }
      let people = wards.reduce(0) { $0 + $1.people }
      let burden = wards.reduce(0) { $0 + ($1.measures?.burden ?? 0) }
      #expect(abs(people - summary.people) <= 1e-9 * summary.people)
      #expect(abs(burden - (summary.measures?.burden ?? 0)) <= 1e-9 * burden)
    }
  }
}
