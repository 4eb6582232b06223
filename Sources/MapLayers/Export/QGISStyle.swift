internal import GeoJSON

/// How QGIS shows a layer: its colours, and what its columns mean.
///
/// QGIS loads the style by itself when it lies beside the layer's file under the same name with the
/// ending `.qml`, or in the table `layer_styles` of a GeoPackage. Areas are coloured by score, and
/// hatched where it depends on the method whether they belong to the coldest; places are coloured
/// likewise. Organisations are told apart by whether they count, catchments by how they reach
/// people. Labels are set up, but off. Each column has its meaning as an alias.
///
/// - SeeAlso: QGIS project, *QGIS 3.22 User Guide*, "Saving and sharing layer properties".
public struct QGISStyle: Sendable {
  /// The name of the style, at most 30 characters.
  public let name: String
  /// What it shows, in words.
  public let summary: String
  /// The style as the text of a `.qml` file.
  public let qml: String

  /// The style of a layer.
  ///
  /// - Parameters:
  ///   - layer: Any; of one that is not known only the meanings of columns are kept.
  ///   - classes: The classes of scores, the same for all layers.
  public init(of layer: Layer, classes: ScoreClasses = .fixed) {
    let columns = Set(layer.columns.map(\.name))
    let renderer: QGISRenderer?
    switch layer.geometryType {
    case "MultiPolygon" where columns.contains("score"):
      (name, summary) = ("Cold-spot score", "Score in \(classes.count) classes, darker is colder")
      renderer = .areas(classes, hasFirmness: columns.contains("class"))
    case "Point" where columns.contains("score"):
      (name, summary) = ("Cold-spot score", "Score in \(classes.count) classes, darker is colder")
      renderer = .places(classes)
    case "Point" where columns.contains("counted"):
      (name, summary) = ("Counted or not", "Whether an organisation counts as support in this run")
      renderer = .organisations
    case "MultiPolygon" where columns.contains("route"):
      (name, summary) = ("By route", "How organisations reach people")
      renderer = .catchments
    default:
      (name, summary) = ("Columns", "What the columns mean")
      renderer = nil
    }
    qml = Self.document(of: layer, renderer: renderer)
  }

  /// The style as the bytes of a file.
  public var bytes: [UInt8] { Array(qml.utf8) }

  private static func document(of layer: Layer, renderer: QGISRenderer?) -> String {
    // QGIS counts the columns of a file with the feature's identifier as the first.
    let aliases = layer.columns.enumerated().map { index, column in
      MarkupElement(
        "alias",
        [("index", "\(index + 1)"), ("field", column.name), ("name", column.meaning)])
    }
    var parts: [MarkupElement] = []
    if let renderer { parts.append(renderer.element) }
    if layer.columns.contains(where: { $0.name == "name" }) {
      let text = MarkupElement(
        "text-style", [("fieldName", "name"), ("isExpression", "0"), ("fontSize", "8")])
      if renderer != nil {
        let settings = MarkupElement("settings", children: [text])
        parts.append(MarkupElement("labeling", [("type", "simple")], children: [settings]))
      }
      parts.append(MarkupElement("previewExpression", text: "\"name\""))
    }
    parts.append(MarkupElement("aliases", children: aliases))
    let categories =
      renderer == nil ? "Fields|Forms" : "Symbology|Labeling|Fields|Forms"
    let root = MarkupElement(
      "qgis",
      [("version", "3.22.0"), ("styleCategories", categories), ("labelsEnabled", "0")],
      children: parts)
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + root.text()
  }
}

extension QGISRenderer {
  private static let white = Colour(0xFFFFFF)

  fileprivate static func areas(_ classes: ScoreClasses, hasFirmness: Bool) -> QGISRenderer {
    func fill(_ colour: Colour) -> QGISSymbol {
      .area(colour, outline: white, outlineWidth: 0.26)
    }
    var rules = (0..<classes.count).map { index in
      (
        label: classes.label(ofClass: index), condition: condition(ofClass: index, in: classes),
        symbol: fill(classes.colour(ofClass: index))
      )
    }
    rules.append(("not scored", "\"score\" IS NULL", fill(ColourRamp.noData)))
    if hasFirmness {
      rules.append(
        (
          "among the coldest tenth in some scenarios only",
          "\"class\" IN ('likely', 'possible')", .hatching
        ))
    }
    return .rules(rules)
  }

  /// The outer classes are open, so that each score meets exactly one condition.
  private static func condition(ofClass index: Int, in classes: ScoreClasses) -> String {
    let bounds = classes.bounds(ofClass: index)
    let (lower, upper) = (number(bounds.lower), number(bounds.upper))
    let isAbove = index == 0 ? [] : ["\"score\" > \(lower)"]
    let isBelow = index == classes.count - 1 ? [] : ["\"score\" <= \(upper)"]
    let conditions = isAbove + isBelow
    return conditions.isEmpty ? "\"score\" IS NOT NULL" : conditions.joined(separator: " AND ")
  }

  /// A number in digits that QGIS reads as the same number.
  private static func number(_ value: Double) -> String { PropertyValue.number(value).plainText }

  fileprivate static func places(_ classes: ScoreClasses) -> QGISRenderer {
    .ranges(
      column: "score",
      (0..<classes.count).map { index in
        let bounds = classes.bounds(ofClass: index)
        return (
          classes.label(ofClass: index), bounds.lower, bounds.upper,
          .circle(classes.colour(ofClass: index), diameter: 1.2)
        )
      })
  }

  fileprivate static let organisations = QGISRenderer.categories(
    column: "counted",
    [
      ("counts as support", "yes", .circle(kind(0), diameter: 2.4, outline: white)),
      ("does not count", "no", .circle(white, diameter: 2.4, outline: kind(0))),
    ])

  fileprivate static let catchments = QGISRenderer.categories(
    column: "route",
    [
      ("within its distance", "distance"), ("in its remit", "remit"),
      ("in its area of benefit", "area_of_benefit"),
    ].enumerated().map { index, route in
      (
        route.0, route.1,
        .area(kind(index), opacity: 0.2, outline: kind(index), outlineWidth: 0.4)
      )
    })

  private static func kind(_ index: Int) -> Colour { ColourRamp.kinds.colours[index] }
}

extension Layer {
  /// The type that all geometries of the layer have, as GeoJSON names it; `nil` where there are
  /// none, or several types.
  var geometryType: String? {
    var found: String?
    for feature in features {
      guard let type = feature.geometry?.typeName else { continue }
      if let found, found != type { return nil }
      found = type
    }
    return found
  }
}
