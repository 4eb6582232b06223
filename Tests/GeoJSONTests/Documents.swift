import GeoJSON
import TestSupport

func read(_ text: String, limits: GeoJSONReader.Limits = .default) throws -> FeatureCollection {
  try GeoJSONReader(limits: limits).read(Array(text.utf8))
}

/// The error that reading ends with; `nil` if it succeeds.
func errorReading(_ bytes: [UInt8], limits: GeoJSONReader.Limits = .default) -> GeoJSONError? {
  do throws(GeoJSONError) {
    _ = try GeoJSONReader(limits: limits).read(bytes)
    return nil
  } catch {
    return error
  }
}

func positions(_ ordinates: (Double, Double)...) -> [Position] {
  ordinates.map { Position(x: $0.0, y: $0.1) }
}

/// A feature as the writer takes it.
struct WrittenFeature {
  var id: String
  var geometry: Geometry?
  var properties: [(String, PropertyValue)]

  /// A feature of any geometry type on the grid of seven decimals, with hostile text.
  static func random(using random: inout SeededGenerator) -> WrittenFeature {
    WrittenFeature(
      id: .hostile(using: &random),
      geometry: Int.random(in: 0..<8, using: &random) == 0 ? nil : .random(using: &random),
      properties: [
        ("text", .text(.hostile(using: &random))),
        ("count", .integer(.random(in: .min ... .max, using: &random))),
        ("share", .decimal(.random(in: -1e6...1e6, using: &random), places: 3)),
        (.hostile(using: &random) + "/key", .null),
      ])
  }
}

extension Geometry {
  static func random(using random: inout SeededGenerator, depth: Int = 0) -> Geometry {
    func position() -> Position {
      func ordinate() -> Double {
        Double(Int.random(in: -1_800_000_000...1_800_000_000, using: &random)) / 1e7
      }
      return Position(x: ordinate(), y: ordinate())
    }
    func some<Element>(_ least: Int, _ make: () -> Element) -> [Element] {
      (0..<Int.random(in: least...least + 3, using: &random)).map { _ in make() }
    }
    func line() -> [Position] { some(2, position) }
    func ring() -> [Position] {
      let open = some(3, position)
      return open + open.prefix(1)
    }
    func polygon() -> [[Position]] { some(1, ring) }
    switch Int.random(in: 0..<(depth < 3 ? 7 : 6), using: &random) {
    case 0: return .point(position())
    case 1: return .multiPoint(some(1, position))
    case 2: return .lineString(line())
    case 3: return .multiLineString(some(1, line))
    case 4: return .polygon(polygon())
    case 5: return .multiPolygon(some(1, polygon))
    default:
      let count = Int.random(in: 0...3, using: &random)
      return .geometryCollection(
        (0..<count).map { _ in .random(using: &random, depth: depth + 1) })
    }
  }
}

extension String {
  /// A short text of pieces that break careless writers and readers.
  static func hostile(using random: inout SeededGenerator) -> String {
    let pieces = [
      "</script>", "<!--<script>", "\"", "\\", "\n", "\r\n", "\t", "\u{0}", "\u{1F}", "\u{7F}",
      "\u{202E}gpj", "\u{2066}", "\u{2028}", "\u{2029}", "é", "Łódź", "👩‍👩‍👧", "𝔘", "\u{FFFF}",
      "a", " ", "=1+1", "\u{1B}[31m", "\\u0041", "</", "<", "/", "!",
    ]
    return (0..<Int.random(in: 0...6, using: &random)).map { _ in
      pieces[Int.random(in: pieces.indices, using: &random)]
    }.joined()
  }
}
