import Foundation
import GeoJSON
import MapLayers
import SpatialStatistics
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct `QGIS style` {
  private let layers: [Layer]

  init() throws {
    layers = try DrawnTown().layers()
  }

  @Test func `fits what the layer shows`() throws {
    let renderers = try layers.map { try Markup(QGISStyle(of: $0)).first("renderer-v2")?["type"] }
    #expect(
      renderers == [
        "RuleRenderer", "RuleRenderer", "graduatedSymbol", "categorizedSymbol", nil,
        "categorizedSymbol",
      ])
    for layer in layers { #expect(QGISStyle(of: layer).name.count <= 30) }
  }

  @Test func `is for QGIS 3.22, with labels ready but off`() throws {
    for layer in layers {
      let markup = try Markup(QGISStyle(of: layer))
      #expect(markup.first("qgis")?["version"] == "3.22.0")
      #expect(markup.first("qgis")?["labelsEnabled"] == "0")
    }
    #expect(try Markup(QGISStyle(of: layers[0])).first("text-style")?["fieldName"] == "name")
  }

  @Test func `gives each column its meaning as an alias`() throws {
    for layer in layers {
      let aliases = try Markup(QGISStyle(of: layer)).all("alias")
      #expect(aliases.map { $0["field"] } == layer.columns.map(\.name))
      #expect(aliases.map { $0["name"] } == layer.columns.map(\.meaning))
    }
  }

  @Test func `has a symbol for each rule, range and category`() throws {
    for layer in layers {
      let markup = try Markup(QGISStyle(of: layer))
      let choices = ["rule", "range", "category"].flatMap { markup.all($0) }
      let symbols = markup.all("symbol").compactMap { $0["name"] }.filter { !$0.hasPrefix("@") }
      #expect(choices.map { $0["symbol"] } == symbols)
      let keys = markup.all("rule").map { $0["key"] }
      #expect(Set(keys).count == keys.count)
    }
  }

  /// Each score meets one rule, that of its class, and no score the grey one.
  @Test(arguments: [[20.0, 40, 60, 80], [0, 17.2345, 17.2346, 99.9999], [50], []])
  func `draws each score in the colour of its class`(bounds: [Double]) throws {
    let classes = ScoreClasses(at: bounds)
    let markup = try Markup(QGISStyle(of: layers[0], classes: classes))
    let rules = markup.all("rule").compactMap { $0["filter"] }
    let scores = [0, 100] + bounds + bounds.map { $0 + 1e-4 } + stride(from: 0.5, to: 100, by: 7)
    for score in scores where score <= 100 {
      let met = rules.indices.filter { Self.isMet(rules[$0], by: score) }
      #expect(met == [classes.breaks.classIndex(of: score)], "\(score) in \(bounds)")
    }
    #expect(rules.indices.filter { rules[$0] == "\"score\" IS NULL" } == [classes.count])
    let colours = markup.options("color").prefix(classes.count + 1)
    let expected = (0..<classes.count).map(classes.colour(ofClass:)) + [ColourRamp.noData]
    #expect(colours.elementsEqual(expected.map { "\($0.red),\($0.green),\($0.blue),255" }))
  }

  /// A condition of the forms that the styles use, for a score that is not null.
  private static func isMet(_ condition: String, by score: Double) -> Bool {
    if condition == "\"score\" IS NOT NULL" { return true }
    return condition.components(separatedBy: " AND ").allSatisfy { part in
      if let bound = Double(part.replacing("\"score\" <= ", with: "")) { return score <= bound }
      if let bound = Double(part.replacing("\"score\" > ", with: "")) { return score > bound }
      return false
    }
  }

  @Test func `hatches areas only where their firmness is known`() throws {
    func rules(_ columns: [String]) throws -> [String] {
      let layer = Self.area(columns.map { Column($0, .text, "") })
      return try Markup(QGISStyle(of: layer)).all("rule").compactMap { $0["filter"] }
    }
    #expect(try rules(["score", "class"]).last == "\"class\" IN ('likely', 'possible')")
    #expect(try rules(["score"]).last == "\"score\" IS NULL")
  }

  @Test(arguments: [
    "<!-- ]]> --> </qgis>", "a & b < c > d \" '", "Łódź 👩‍👧", "tab\tline\nreturn\r", "&amp;",
    "\u{85}",
  ])
  func `stays well-formed whatever a column is called or means`(text: String) throws {
    let layer = Self.area([Column("score", .text, text), Column(text, .text, "m")])
    let aliases = try Markup(QGISStyle(of: layer)).all("alias")
    #expect(aliases[0]["name"] == text)
    #expect(aliases[1]["field"] == text)
  }

  @Test(arguments: ["\0", "\u{1}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"])
  func `replaces characters that XML forbids`(text: String) throws {
    let layer = Self.area([Column("score", .text, "a\(text)b")])
    #expect(try Markup(QGISStyle(of: layer)).all("alias")[0]["name"] == "a\u{FFFD}b")
  }

  private static func area(_ columns: [Column]) -> Layer {
    let ring = [(0.0, 0.0), (1, 0), (0, 1), (0, 0)].map { Position(x: $0.0, y: $0.1) }
    return Layer(
      name: "areas", title: "Areas", columns: columns,
      features: [
        LayerFeature(
          id: "1", geometry: .multiPolygon([[ring]]), values: columns.map { _ in .text("x") })
      ])
  }
}

/// The elements of a style, in their order.
private final class Markup: NSObject, XMLParserDelegate {
  private struct NotWellFormed: Error {}

  private var elements: [(name: String, attributes: [String: String])] = []

  init(_ style: QGISStyle) throws {
    super.init()
    let parser = XMLParser(data: Data(style.bytes))
    parser.delegate = self
    guard parser.parse() else { throw NotWellFormed() }
  }

  func all(_ name: String) -> [[String: String]] {
    elements.filter { $0.name == name }.map(\.attributes)
  }

  func first(_ name: String) -> [String: String]? { all(name).first }

  /// The values of an option of symbols.
  func options(_ name: String) -> [String] {
    all("Option").filter { $0["name"] == name }.compactMap { $0["value"] }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append((name, attributes))
  }
}
