import ColdSpotKit
import Foundation
import Testing

@Suite struct `The library` {
  @Test func `does in ten lines what the command does`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }

    // README.md shows these lines.
    var study = try Study.london()
    study.settings.catchment.remitWeight = 0.25
    let result = try study.run()
    for ward in result.coldestWards.prefix(3) {
      print(ward.rank, ward.name, ward.borough, ward.measures.score, ward.reason)
    }
    let here = try result.whereabouts(of: LonLat(longitude: 0.1821, latitude: 51.5812))
    print(here.ward?.name ?? "outside", here.supporters.map(\.organisation.name))
    try result.write(to: folder, overwriting: true)

    let written = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(written) == Set(StudyResult.fileNames))
    #expect(here.borough?.name == "Havering")
  }

  @Test func `runs a study made in code as it runs one from a file`() throws {
    let london = try Study.london()
    let study = Study(
      settings: StudySettings(
        name: "London", system: .britishNationalGrid,
        wards: StudySettings.AreaSource(
          file: "wards.geojson", level: "ward",
          columns: AreaFile.Columns(parent: "borough_gss")),
        boroughs: StudySettings.AreaSource(file: "boroughs.geojson", level: "borough"),
        places: london.settings.places, need: london.settings.need,
        organisations: StudySettings.OrganisationSource(file: "organisations.csv"),
        functions: "functions.csv"),
      folder: london.folder)
    let ranked = try study.run(stability: false).coldestBoroughs
    #expect(ranked.map(\.code) == (try London.result.get().coldestBoroughs.map(\.code)))
  }

  @Test func `README shows the lines that the test above runs`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let source = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let lines = source.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let start = try #require(lines.firstIndex(of: "// README.md shows these lines."))
    let end = try #require(lines.firstIndex(of: "try result.write(to: folder, overwriting: true)"))
    for line in lines[(start + 1)...end] {
      #expect(readme.contains(line), "README.md lacks: \(line)")
    }
  }
}
