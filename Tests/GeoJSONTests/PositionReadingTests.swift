import GeoJSON
import TestSupport
import Testing

@Suite struct `Position reading` {
  /// A position as some program might write it.
  private struct Written {
    let position: Position
    let text: String
    let hasHeight: Bool

    init(using random: inout SeededGenerator) {
      func blank() -> String {
        let blanks = ["", "", "", " ", "\n\t", "\r\n "]
        return blanks[Int.random(in: blanks.indices, using: &random)]
      }
      func ordinate() -> (Double, String) {
        let value = Double(Int.random(in: -9_999_999...9_999_999, using: &random)) / 1000
        let form = Int.random(in: 0...9, using: &random)
        if form == 0 { return (value * 1000, "\(value)e3") }
        return form == 1 ? (value.rounded(), "\(Int(value.rounded()))") : (value, "\(value)")
      }
      let (x, y) = (ordinate(), ordinate())
      position = Position(x: Double(x.1) ?? .nan, y: Double(y.1) ?? .nan)
      hasHeight = Int.random(in: 0...9, using: &random) == 0
      let height = hasHeight ? ",\(blank())12.5" : ""
      text =
        "[\(blank())\(x.1)\(blank()),\(blank())\(y.1)\(blank())\(height)\(blank())]\(blank())"
    }
  }

  @Test(arguments: [0, 1, 2, 17, 1023, 1024, 1025, 5000])
  func `gives each in its order, however it is written`(count: Int) throws {
    var random = SeededGenerator(seed: UInt64(count))
    let written = (0..<count).map { _ in Written(using: &random) }
    let list = written.map(\.text).joined(separator: ",\n")
    let collection = try read("{\"type\":\"MultiPoint\",\"coordinates\":[ \(list)]}")
    #expect(collection.features[0].geometry == .multiPoint(written.map(\.position)))
    let heights = written.count(where: \.hasHeight)
    #expect(
      collection.warnings
        == [.bareGeometry] + (heights > 0 ? [.thirdOrdinateDropped(count: heights)] : []))
  }

  @Test func `gives the rings of several polygons their own positions`() throws {
    let square = "[[0,0],[1,0],[1,1],[0,1],[0,0]]"
    let triangle = "[ [ 5.5, -5 ], [ 6.5, -5 ], [ 6.5, -4.25 ], [ 5.5, -5 ] ]"
    let collection = try read(
      "{\"type\":\"MultiPolygon\",\"coordinates\":[[\(square),\(triangle)],[\(triangle)]]}")
    let (a, b) = (
      positions((0, 0), (1, 0), (1, 1), (0, 1), (0, 0)),
      positions((5.5, -5), (6.5, -5), (6.5, -4.25), (5.5, -5))
    )
    #expect(collection.features[0].geometry == .multiPolygon([[a, b], [b]]))
  }

  @Test func `stops at the first position beyond the limit, in its place`() throws {
    let list = (0..<100).map { "[\($0),0]" }
    let text = "{\"type\":\"LineString\",\"coordinates\":[\(list.joined(separator: ","))]}"
    let bytes = Array(text.utf8)
    for limit in [0, 1, 50, 99] {
      let error = errorReading(bytes, limits: GeoJSONReader.Limits(vertices: limit))
      guard case .limitExceeded(let place?, .vertices, limit)? = error else {
        Issue.record("limit \(limit): \(String(describing: error))")
        continue
      }
      // Behind the bracket of the position that is one too many.
      #expect(text.utf8.dropFirst(place.offset - 1).starts(with: "[\(limit),0]".utf8))
    }
    #expect(errorReading(bytes, limits: GeoJSONReader.Limits(vertices: 100)) == nil)
  }

  @Test func `keeps to the limit of depth`() throws {
    // The object, the list of positions and a position.
    let bytes = Array("{\"type\":\"LineString\",\"coordinates\":[[0,1],[2,3]]}".utf8)
    #expect(errorReading(bytes, limits: GeoJSONReader.Limits(depth: 3)) == nil)
    guard
      case .depthExceeded(_, 2)? = errorReading(bytes, limits: GeoJSONReader.Limits(depth: 2))
    else {
      Issue.record("a position is nested three deep")
      return
    }
  }

  @Test(arguments: [
    ("[1,2],[3]", 6), ("[1,2],[]", 6), ("[1,2],[[3,4]]", 7), ("[1,2],[3,\"4\"]", 9),
    ("[1,2],[3,null]", 9), ("[1,2],7", 6), ("[1,2],{}", 6),
  ])
  func `refuses another shape where it begins`(list: String, offset: Int) throws {
    let start = "{\"type\":\"LineString\",\"coordinates\":["
    let error = errorReading(Array("\(start)\(list)]}".utf8))
    guard case .wrongCoordinateShape(let place, 0)? = error else {
      Issue.record("\(list): \(String(describing: error))")
      return
    }
    // The bracket of a position that is too short is behind its place by one.
    #expect((offset...offset + 1).contains(place.offset - start.utf8.count))
  }

  @Test(arguments: [
    "[1,2],", "[1,2],]", "[1,2] [3,4]", "[1,2],,[3,4]", "[1 2]", "[1,2,]", "[1,,2]",
  ])
  func `refuses commas too many and too few`(list: String) {
    let error = errorReading(Array("{\"type\":\"LineString\",\"coordinates\":[\(list)]}".utf8))
    guard case .unexpectedCharacter? = error else {
      Issue.record("\(list): \(String(describing: error))")
      return
    }
  }
}
