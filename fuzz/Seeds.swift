import ColdSpotKit
import Foundation
import GeoJSON
import TestSupport

/// Writes inputs to start from, a folder for each target, out of the project's own files.
///
/// Arguments: the folder to write to, and the folder "boundaries".
@main struct Seeds {
  let folder: URL
  let boundaries: URL

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      throw CocoaError(.fileNoSuchFile, userInfo: [NSLocalizedDescriptionKey: "two folders"])
    }
    let seeds = Seeds(
      folder: URL(filePath: arguments[1]), boundaries: URL(filePath: arguments[2]))
    let sample = try TemporaryFolder()
    _ = try StudySample.london().write(to: sample.url)
    try seeds.writeMaps(sample)
    try seeds.writeTables(sample)
    try seeds.writePostcodes(sample)
    try seeds.writeStudyFiles(sample)
  }

  private func write(_ bytes: [UInt8], _ target: String, _ name: String) throws {
    let place = folder.appending(path: target)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try Data(bytes).write(to: place.appending(path: name))
  }

  /// The bytes of the first lines of a file.
  private func head(_ file: URL, lines: Int) throws -> [UInt8] {
    let all = try Data(contentsOf: file).split(
      separator: UInt8(ascii: "\n"), maxSplits: lines, omittingEmptySubsequences: false)
    return Array(all.prefix(lines).joined(separator: [UInt8(ascii: "\n")]))
  }
}

// MARK: - Maps

extension Seeds {
  /// The two smallest features of a document.
  private func smallest(_ file: URL) throws -> (document: [UInt8], features: [JSONValue]) {
    let root = try JSONReader().read(Array(Data(contentsOf: file)))
    guard case .object(var members) = root,
      let index = members.firstIndex(where: { $0.name == "features" }),
      case .array(let all) = members[index].value
    else { return ([], []) }
    let writer = JSONWriter(layout: .compact)
    let sizes = all.map { (size: writer.write($0).count, feature: $0) }
    let features = sizes.sorted { $0.size < $1.size }.prefix(2).map { shortened($0.feature) }
    members[index].value = .array(features)
    return (writer.write(.object(members)), features)
  }

  /// A value whose arrays have six elements at most, the last among them: positions by the hundred
  /// would only slow the fuzzer down.
  private func shortened(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements):
      .array((elements.prefix(5) + elements.dropFirst(5).suffix(1)).map(shortened))
    case .object(let members):
      .object(members.map { JSONValue.Member($0.name, shortened($0.value)) })
    default: value
    }
  }

  private func writeMaps(_ sample: TemporaryFolder) throws {
    let square = [
      Position(x: -0.1, y: 51.5), Position(x: 0, y: 51.5), Position(x: 0, y: 51.6),
      Position(x: -0.1, y: 51.6), Position(x: -0.1, y: 51.5),
    ]
    let shapes: [Geometry] = [
      .point(square[0]), .multiPoint(square), .lineString(square), .multiLineString([square]),
      .polygon([square]), .multiPolygon([[square], [square.reversed()]]),
      .geometryCollection([.point(square[0]), .geometryCollection([.polygon([square])])]),
    ]
    for name in ["wards", "boroughs"] {
      let small = try smallest(sample.url.appending(path: "\(name).geojson"))
      let lines = small.features.map { JSONWriter(layout: .compact).write($0) }
      try write(small.document, "GeoJSONTarget", name)
      try write(small.document, "MapTarget", name)
      try write(Array(lines.joined(separator: [0x0A])), "GeoJSONTarget", "\(name)-lines")
      try write(lines.flatMap { [0x1E] + $0 + [0x0A] }, "GeoJSONTarget", "\(name)-sequence")
    }
    var writer = GeoJSONWriter(name: "shapes")
    for shape in shapes {
      writer.append(
        id: shape.typeName, geometry: shape,
        properties: [("code", .text(shape.typeName)), ("need", .number(1.5e-3)), ("no", .null)])
    }
    let document = writer.finish()
    try write(document, "GeoJSONTarget", "shapes")
    try write(document, "MapTarget", "shapes")
    for geometry in shapes {
      let layer = try GeoPackageMaker.file(
        geometry: geoPackageHeader() + WKBWriter().bytes(geometry))
      try write(layer, "MapTarget", "geopackage-\(geometry.typeName)")
    }
    try write(
      Array(#"{"contents":[{"id":"a","at":{"x":1,"y":[2,null]}},{"id":"b"}]}"#.utf8),
      "MapTarget", "records")
    let kinds: [(String, ShapefileMaker.Shape)] = [
      ("points", .point(square[0])), ("lines", .lines([square])), ("areas", .polygon([square])),
      ("several", .multiPoint(square)),
    ]
    for (name, shape) in kinds {
      for dimension: UInt32 in [0, 10, 20] {
        let maker = ShapefileMaker(
          dimension: dimension, shapes: [shape, .null],
          columns: [
            .init(name: "CODE", type: "C", width: 9),
            .init(name: "NEED", type: "N", width: 8, decimals: 2),
            .init(name: "MADE", type: "D", width: 8), .init(name: "NEW", type: "L", width: 1),
          ],
          rows: [["E05000405", "12.5", "20240502", "T"], ["", "", "", "?"]].map {
            $0.map { Array($0.utf8) }
          })
        let parts = [
          maker.shp, maker.shx, maker.dbf, Array("EPSG:27700".utf8), Array("UTF-8".utf8),
        ]
        try write(Parts.joined(parts), "MapTarget", "shapefile-\(name)-\(dimension)")
      }
    }
  }
}

// MARK: - Tables and texts

extension Seeds {
  private func writeTables(_ sample: TemporaryFolder) throws {
    let target = "TableTarget"
    let names = [
      "places", "boroughs", "organisations", "postcode-sectors", "functions", "regions",
    ]
    for name in names {
      let rows = try head(sample.url.appending(path: "\(name).csv"), lines: 8)
      let text = String(decoding: rows, as: UTF8.self)
      try write(rows, target, name)
      try write(Array(text.replacing(",", with: ";").utf8), target, "\(name)-semicolons")
      let wide = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
      try write([0xFF, 0xFE] + wide, target, "\(name)-utf16")
      try write(Parts.joined([Array("GZIP".utf8), rows]), target, "\(name)-packed")
      try write(GzipBytes.member(rows), target, "\(name)-gzip")
    }
    try write(
      try head(boundaries.appending(path: "evidence.csv"), lines: 8), target, "evidence")
    let rows = """
      <sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>need</t></is>\
      </c></row><row r="2" hidden="1"><c r="A2" t="str"><f>A1</f><v>x</v></c><c r="B2" s="1"><v>45000\
      </v></c><c r="C2" t="b"><v>1</v></c><c r="D2" t="e"><v>#N/A</v></c></row></sheetData>\
      <mergeCells><mergeCell ref="A1:B2"/></mergeCells>
      """
    let parts = ["XLSX", rows, "<si><t>code</t></si>", "dd/mm/yyyy", "Sheet"]
    try write(Parts.joined(parts.map { Array($0.utf8) }), target, "workbook")
    try write(SampleWorkbook(rows: "<row r=\"1\"/>").bytes, target, "workbook-packed")
    try write(Array(#"[{"id":"a","need":1.5},{"id":"b","name":"é"}]"#.utf8), target, "records")
  }

  private func writePostcodes(_ sample: TemporaryFolder) throws {
    let cells = [
      "SO17 1BJ", "so171bj", "S017 IBJ", "SO I7 Ibj", "SE1 7PB; SE1 8XX", "W15 1AA", "IP1 1AA",
      "SW1A ***", "SO17 1", "10 Downing Street, London SW1A 2AA and E1 6AN", "GIR 0AA", "N/A",
      "EL1 1AA", "SE1 7PB\nE11 1AA", "BX9 1AS",
    ]
    for (number, cell) in cells.enumerated() {
      try write(Array(cell.utf8), "PostcodeTarget", "cell-\(number)")
    }
    let rows = try head(sample.url.appending(path: "organisations.csv"), lines: 8)
    for (number, row) in rows.split(separator: 0x0A).enumerated() {
      try write(Array(row.prefix(200)), "PostcodeTarget", "row-\(number)")
    }
  }

  /// The study files, and the embedded one with each of its optional lines in turn.
  private func writeStudyFiles(_ sample: TemporaryFolder) throws {
    let target = "StudyFileTarget"
    let study = try String(
      contentsOf: boundaries.appending(path: StudySample.studyFile), encoding: .utf8)
    let lines = study.split(separator: "\n")
    // Comments would only slow the fuzzer down.
    func write(_ lines: [Substring], _ name: String) throws {
      let plain = lines.filter { !$0.hasPrefix("#") }.map { $0.prefix { $0 != "#" } }
      try self.write(Array(plain.joined(separator: "\n").utf8), target, name)
    }
    try write(lines, "london")
    for (number, line) in lines.enumerated() where line.hasPrefix("# ") {
      var changed = lines
      changed[number] = line.dropFirst(2)
      try write(changed, "line-\(number + 1)")
    }
    let file = try sample.text(of: StudySample.studyFile)
    try write(file.split(separator: "\n"), "sample")
  }
}
