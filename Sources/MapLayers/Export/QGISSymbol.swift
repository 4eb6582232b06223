/// A symbol in the language of QGIS: layers drawn on top of each other.
struct QGISSymbol {
  private let type: String
  private let layers: [Layer]

  private struct Layer {
    let kind: String
    let options: [(String, String)]
    var inner: MarkupElement?
  }

  /// An area with an outline; widths are millimetres on paper.
  static func area(
    _ fill: Colour, opacity: Double = 1, outline: Colour, outlineWidth: Double
  ) -> QGISSymbol {
    QGISSymbol(
      type: "fill",
      layers: [
        Layer(
          kind: "SimpleFill",
          options: [
            ("color", fill.qgis(opacity)), ("style", "solid"), ("joinstyle", "round"),
            ("outline_color", outline.qgis()), ("outline_style", "solid"),
            ("outline_width", "\(outlineWidth)"), ("outline_width_unit", "MM"),
          ])
      ])
  }

  /// Slanting lines, each on a broader one in white, which read on light and on dark.
  static let hatching = QGISSymbol(
    type: "fill",
    layers: [(Colour(0xFFFFFF), 0.6), (ColourRamp.hatching, 0.25)].enumerated().map {
      index, line in
      Layer(
        kind: "LinePatternFill",
        options: [("angle", "45"), ("distance", "2.4"), ("distance_unit", "MM")],
        inner: QGISSymbol.line(line.0, width: line.1).element(name: "@hatching@\(index)"))
    })

  /// A circle without outline, or with one where a colour is given.
  static func circle(_ fill: Colour, diameter: Double, outline: Colour? = nil) -> QGISSymbol {
    QGISSymbol(
      type: "marker",
      layers: [
        Layer(
          kind: "SimpleMarker",
          options: [
            ("name", "circle"), ("color", fill.qgis()), ("size", "\(diameter)"),
            ("size_unit", "MM"), ("outline_color", (outline ?? fill).qgis()),
            ("outline_style", outline == nil ? "no" : "solid"), ("outline_width", "0.3"),
            ("outline_width_unit", "MM"),
          ])
      ])
  }

  private static func line(_ colour: Colour, width: Double) -> QGISSymbol {
    QGISSymbol(
      type: "line",
      layers: [
        Layer(
          kind: "SimpleLine",
          options: [
            ("line_color", colour.qgis()), ("line_style", "solid"), ("line_width", "\(width)"),
            ("line_width_unit", "MM"),
          ])
      ])
  }

  /// The symbol under the name by which rules and classes refer to it.
  func element(name: String) -> MarkupElement {
    MarkupElement(
      "symbol",
      [
        ("name", name), ("type", type), ("alpha", "1"), ("clip_to_extent", "1"),
        ("force_rhr", "0"),
      ],
      children: layers.map { layer in
        let options = layer.options.map { option in
          MarkupElement(
            "Option", [("name", option.0), ("type", "QString"), ("value", option.1)])
        }
        return MarkupElement(
          "layer", [("class", layer.kind), ("enabled", "1"), ("locked", "0"), ("pass", "0")],
          children: [MarkupElement("Option", [("type", "Map")], children: options)]
            + (layer.inner.map { [$0] } ?? []))
      })
  }
}

extension Colour {
  /// The colour as QGIS writes it, with its opacity: `R,G,B,A`.
  fileprivate func qgis(_ opacity: Double = 1) -> String {
    "\(red),\(green),\(blue),\(Int((opacity * 255).rounded()))"
  }
}
