import FileFormats
import Foundation
import Intake
import Places

/// London as the shipped files name it.
enum LondonGazetteer {
  static let boundaries = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "boundaries")

  static func grid(_ file: String) throws -> TextGrid {
    try TextGrid(
      text: String(contentsOf: boundaries.appending(path: file), encoding: .utf8))
  }

  static let boroughs: [(code: AreaCode, name: String)] = {
    guard let grid = try? grid("boroughs.csv") else { return [] }
    return (1..<grid.rowCount).map { row in
      (AreaCode(grid.text(row: row, cell: 0)), grid.text(row: row, cell: 1))
    }
  }()

  /// All wards of May 2025.
  static let allWards: [(code: AreaCode, name: String, borough: AreaCode?)] = {
    struct Document: Decodable {
      struct Feature: Decodable {
        let properties: [String: String]
      }
      let features: [Feature]
    }
    guard let data = try? Data(contentsOf: boundaries.appending(path: "wards.geojson")),
      let document = try? JSONDecoder().decode(Document.self, from: data)
    else { return [] }
    return document.features.map(\.properties).map { ward in
      (
        AreaCode(ward["gss_code"] ?? ""), ward["name"] ?? "",
        ward["borough_gss"].map { AreaCode($0) }
      )
    }
  }()

  static let regions = try? RegionTable(grid("regions.csv"))

  static let london = Gazetteer(boroughs: boroughs, wards: allWards, regions: regions)

  /// The code of a borough by its name.
  static func borough(_ name: String) -> AreaCode {
    boroughs.first { $0.name == name }?.code ?? "none"
  }

  /// The code of a ward by its name and its borough's.
  static func ward(_ name: String, _ borough: String) -> AreaCode {
    allWards.first { $0.name == name && $0.borough == Self.borough(borough) }?.code ?? "none"
  }
}

/// What tests ask of a reading of London.
struct LondonReading {
  let reading: RemitReading

  init(_ text: String, borough: String = "", type: String = "") {
    reading = LondonGazetteer.london.read(text, borough: borough, type: type)
  }

  /// The areas by name; wards as "Abbey, Merton".
  var areas: [String] {
    reading.areas.map(Self.name).sorted()
  }

  /// The parts that were not understood.
  var unresolved: [String] { reading.unresolved.map(\.text) }

  var reasons: [RemitReading.Unresolved.Reason] { reading.unresolved.map(\.reason) }

  static func name(_ code: AreaCode) -> String {
    if let borough = LondonGazetteer.boroughs.first(where: { $0.code == code }) {
      return borough.name
    }
    guard let ward = LondonGazetteer.allWards.first(where: { $0.code == code }) else {
      return code.description
    }
    return ward.name + ", " + (ward.borough.map(name) ?? "")
  }
}
