import GeoJSON
import Testing

/// Documents of a megabyte or so on which a validator that takes quadratic time would not end.
@Suite struct `Validation of a hostile document` {
  private static let many = 100_000

  private func repeated(_ text: String) -> String {
    Array(repeating: text, count: Self.many).joined(separator: ",")
  }

  private func count(_ rule: GeoJSONValidator.Rule, in text: String) -> Int {
    validate(text).count(of: rule)
  }

  private func geometry(_ type: String, _ coordinates: String) -> String {
    #"{"type":"\#(type)","coordinates":[\#(coordinates)]}"#
  }

  @Test func `counts a great many faults of each kind`() {
    #expect(count(.nanOrInfinity, in: geometry("MultiPoint", repeated("[NaN,1]"))) == Self.many)
    #expect(count(.numberTooLarge, in: geometry("MultiPoint", repeated("[1e999,1]"))) == Self.many)
    #expect(
      count(.ringNotClosed, in: geometry("Polygon", repeated("[[0,0],[1,0],[1,1],[0,1]]")))
        == Self.many)
    #expect(count(.coordinatesShape, in: geometry("Polygon", repeated("{}"))) == Self.many)
    #expect(
      count(.repeatedPosition, in: geometry("LineString", repeated("[0,51]"))) == Self.many - 1)
    #expect(
      count(.wrongValueType, in: #"{"type":"FeatureCollection","features":[\#(repeated("[]"))]}"#)
        == Self.many)
    #expect(
      count(
        .duplicateKey, in: #"{"type":"FeatureCollection","features":[],\#(repeated(#""a":1"#))}"#)
        == Self.many - 1)
  }

  @Test func `takes many names, alike or not, and many identifiers`() {
    let names = (0..<Self.many).map { #""\#($0 % 2 == 0 ? "a" : "A")\#($0 / 2)":null"# }
    let text =
      #"{"type":"Feature","geometry":null,"properties":{\#(names.joined(separator: ","))}}"#
    let report = validate(text)
    #expect(report.count(of: .namesAlikeInCase) == Self.many / 2)
    #expect(report.count(of: .allNullProperty) == Self.many)
    let features = (0..<Self.many).map {
      #"{"type":"Feature","id":\#($0 / 2),"geometry":null,"properties":{}}"#
    }.joined(separator: ",")
    #expect(
      count(.duplicateID, in: #"{"type":"FeatureCollection","features":[\#(features)]}"#)
        == Self.many / 2)
  }

  @Test func `passes collections whose type comes last at every depth`() {
    var text = geometry("MultiPoint", repeated("[0,51]"))
    for _ in 0..<28 { text = #"{"geometries":[\#(text)],"type":"GeometryCollection"}"# }
    #expect(count(.nestedGeometryCollection, in: text) == 27)
  }

  @Test func `takes ordinates of any size`() {
    let ring = "[[1e308,1e308],[-1e308,1e308],[-1e308,-1e308],[1e308,1e308]]"
    let report = validate(geometry("Polygon", ring))
    #expect(report.count(of: .positionOutOfRange) == 1)
    #expect(report.summary.extent?.east == 1e308)
    #expect(validate(geometry("Point", "5e-324,1e-9223372036854775808")).isValid)
    #expect(validate(geometry("Point", "0e9223372036854775807,0e-99999999999999999999")).isValid)
  }

  @Test func `with all positions on a line has a ring without area`() {
    let positions = (0..<Self.many).map { "[\(Double($0) / 1e6),51]" } + ["[0,51]"]
    #expect(
      count(.ringWithoutArea, in: geometry("Polygon", "[\(positions.joined(separator: ","))]")) == 1
    )
  }
}
