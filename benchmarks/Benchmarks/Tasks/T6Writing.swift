import Foundation
import GeoJSON
import MapLayers

/// Layers in memory to GeoJSON: 180,000 points with 20 properties, and 702 wards with 1.7 million
/// vertices, seven decimals.
///
/// Numbers keep the decimals of the table (six, and three in its last column), as the measuring
/// stick writes them. Beside what the peers write, each feature has its identifier, and a flag
/// stands as the text that layers have for it.
enum T6Writing: BenchmarkTask {
  static let name = "T6"
  static let sizes = ["points", "polygons"]

  static func run(input: InputFolder, stopwatch: Stopwatch) throws {
    let isPoints = stopwatch.size == "points"
    let layer = try isPoints ? points(input) : wards(input)
    let vertices = layer.features.reduce(0) { $0 + vertexCount($1.geometry) }
    func checks(_ bytes: Int) -> [String: Double] {
      [
        "bytes": Double(bytes), "features": Double(layer.features.count),
        "vertices": Double(vertices),
      ]
    }
    let file = FileManager.default.temporaryDirectory
      .appending(path: "coldspot-t6-\(stopwatch.size).geojson").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    try stopwatch.measure("write to a file", checks: checks) {
      try write(layer, to: file)
    }
    stopwatch.measure("format in memory", checks: { checks($0.count) }) {
      layer.geoJSON(attribution: [])
    }
    guard !isPoints else { return }
    try stopwatch.measure("round, wind and write to a file", checks: checks) {
      try write(rounded(layer), to: file)
    }
  }

  private static func write(_ layer: Layer, to path: String) throws -> Int {
    let file = try FileSink(creating: path)
    try layer.writeGeoJSON(attribution: []) { bytes throws(FileSink.Failure) in
      try file.write(bytes)
    }
    return file.close()
  }

  private static func rounded(_ layer: Layer) -> Layer {
    Layer(
      name: layer.name, title: layer.title, columns: layer.columns,
      features: layer.features.map { feature in
        LayerFeature(
          id: feature.id,
          geometry: feature.geometry.flatMap { RoundedGeometry($0, decimals: 7).geometry },
          values: feature.values)
      })
  }
}

// MARK: - Input

extension T6Writing {
  /// The table of points, its columns as the kinds of values that a layer has.
  private static func points(_ input: InputFolder) throws -> Layer {
    let text = try String(contentsOfFile: input.file("export_180k.csv"), encoding: .utf8)
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"))[...]
    let header = cells(lines.removeFirst())
    let columns = header.dropFirst(2).map { name in Column(name, kind(of: name), name) }
    let features = lines.enumerated().map { number, line in
      let cells = cells(line)
      let position = Position(x: Double(cells[0]) ?? 0, y: Double(cells[1]) ?? 0)
      return LayerFeature(
        id: String(number), geometry: .point(position),
        values: zip(columns, cells.dropFirst(2)).map { value($1, of: $0.kind) })
    }
    return Layer(name: "points", title: "points", columns: Array(columns), features: features)
  }

  private static func kind(of name: String) -> Column.Kind {
    switch name.prefix(5) {
    case "score": .decimal(places: 6)
    case "optio": .decimal(places: 3)
    case "count": .integer
    default: .text
    }
  }

  private static func value(_ cell: String, of kind: Column.Kind) -> PropertyValue {
    switch kind {
    case .text: .text(cell)
    case .integer: Int(cell).map(PropertyValue.integer) ?? .null
    case .decimal(let places): Double(cell).map { .decimal($0, places: places) } ?? .null
    }
  }

  private static func cells(_ line: Substring.UTF8View) -> [String] {
    line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { cell in
      let isQuoted = cell.first == UInt8(ascii: "\"")
      return String(isQuoted ? cell.dropFirst().dropLast() : cell) ?? ""
    }
  }

  private static func wards(_ input: InputFolder) throws -> Layer {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: input.file("wards_o.geojson"))))
    let collection = try GeoJSONReader().read(bytes)
    let members = collection.features.first?.properties.members ?? []
    let columns = members.map { Column($0.name, .text, $0.name) }
    let features = collection.features.enumerated().map { number, feature in
      LayerFeature(
        id: String(number), geometry: feature.geometry,
        values: feature.properties.members.map { value($0.value) })
    }
    return Layer(name: "wards", title: "wards", columns: columns, features: features)
  }

  private static func value(_ value: JSONValue) -> PropertyValue {
    switch value {
    case .integer(let number): .integer(number)
    case .number(let number): .number(number)
    case .bool(let flag): .text(flag ? "true" : "false")
    case .string(let text): .text(text)
    case .null, .array, .object: .null
    }
  }

  private static func vertexCount(_ geometry: Geometry?) -> Int {
    switch geometry {
    case .point: 1
    case .polygon(let rings): rings.reduce(0) { $0 + $1.count }
    case .multiPolygon(let polygons):
      polygons.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } }
    default: 0
    }
  }
}

/// A file that is written from its beginning, by the system's own calls, as the stick does.
private final class FileSink {
  struct Failure: Error {
    let code: Int32
  }

  private let descriptor: Int32
  private var count = 0

  init(creating path: String) throws(Failure) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw Failure(code: errno) }
  }

  func write(_ bytes: Span<UInt8>) throws(Failure) {
    var written = 0
    while written < bytes.count {
      let count = bytes.extracting(written...).withUnsafeBufferPointer { bytes in
        Foundation.write(descriptor, bytes.baseAddress, bytes.count)
      }
      guard count > 0 else { throw Failure(code: errno) }
      written += count
    }
    count += written
  }

  /// Closes the file, and says how many bytes are in it.
  func close() -> Int {
    _ = Foundation.close(descriptor)
    return count
  }
}
