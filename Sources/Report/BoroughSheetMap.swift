internal import ColdSpotKit
internal import GeoJSON
internal import MapLayers

/// The map of a borough: its wards by score, its surroundings pale, the organisations as dots.
///
/// It is drawn in twentieths of a millimetre, north up.
struct BoroughSheetMap {
  /// The picture, in units of 0.05 mm.
  static let (width, height) = (2120, 1330)
  private static let margin = 60

  private let content: BoroughSheetContent
  /// The metres of the plane to a unit of the picture, and what lies in its top left corner.
  private let metres: Double
  private let corner: (x: Double, y: Double)
  private let wards: [BoroughSheetOutline]
  private var sites: [Site] = []

  /// A site in the picture.
  private struct Site {
    let point: MapPoint
    let name: String
    let isVague: Bool
  }

  init(_ content: BoroughSheetContent) {
    self.content = content
    let levels = content.run.shapes.levels
    let outline = BoroughSheetOutline(path: levels[1].paths[content.row])
    let wards = content.wardRows.map { BoroughSheetOutline(path: levels[0].paths[$0]) }
    // A ward may reach beyond its borough, where the two layers are of different years.
    let boxes = ([outline] + wards).compactMap(\.bounds)
    let left = Double(boxes.map(\.x.lowerBound).min() ?? 0)
    let right = Double(boxes.map(\.x.upperBound).max() ?? 0)
    let top = Double(boxes.map(\.y.lowerBound).min() ?? 0)
    let bottom = Double(boxes.map(\.y.upperBound).max() ?? 0)
    let room = (x: Double(Self.width - 2 * Self.margin), y: Double(Self.height - 2 * Self.margin))
    metres = max((right - left) / room.x, (bottom - top) / room.y, 0.01)
    corner = (
      (left + right) / 2 - metres * Double(Self.width) / 2,
      (top + bottom) / 2 - metres * Double(Self.height) / 2
    )
    self.wards = wards
    sites = Self.sites(of: content.run, place: place)
  }

  /// A point of the plane in the picture.
  private func place(_ point: MapPoint) -> MapPoint {
    MapPoint(
      x: Int(((Double(point.x) - corner.x) / metres).rounded()),
      y: Int(((Double(point.y) - corner.y) / metres).rounded()))
  }

  /// The picture with its legend.
  var markup: BoroughSheetMarkup {
    let (name, noun) = (content.name, content.wardNoun)
    return """
      <svg class="map" viewBox="0 0 \(Self.width) \(Self.height)" role="img" \
      aria-labelledby="map-title map-text">
      <title id="map-title">Map of the \(noun)s of \(name) by cold-spot score</title>
      <desc id="map-text">\(description)</desc>
      <defs><pattern id="unsure" width="22" height="22" patternUnits="userSpaceOnUse" \
      patternTransform="rotate(45)"><path class="halo" d="M5 0V22"/><path class="line" d="M5 0V22"/>\
      </pattern></defs>
      <g class="beyond">\(BoroughSheetMarkup(lines: neighbours.map(\.shape)))</g>
      <g class="wards">\(BoroughSheetMarkup(lines: wardShapes))</g>
      <g class="unsure">\(BoroughSheetMarkup(lines: hatching))</g>
      <g class="cold">\(BoroughSheetMarkup(lines: coldOutlines))</g>
      <g class="names">\(BoroughSheetMarkup(lines: neighbours.compactMap(\.label)))</g>
      <g class="sites">\(BoroughSheetMarkup(lines: dots))</g>
      <g class="numbers">\(BoroughSheetMarkup(lines: numbers))</g>
      \(scaleBar)
      <path class="north" d="M2050 40l26 74l-26 -16l-26 16z"/><text class="scale" x="2050" y="160">N</text>
      </svg>
      \(legend)
      """
  }

  private var description: String {
    let words = BoroughSheetWords.self
    let coldest = content.coldest.prefix(3).enumerated().map { index, row in
      "number \(index + 1) \(content.wardName(row)), score "
        + words.number(content.wards.number("score", row: row), decimals: 1)
    }
    guard !coldest.isEmpty else { return "No \(content.wardNoun) has a score." }
    return "The darker, the colder. The coldest are \(words.list(coldest)). The list below the "
      + "map names every \(content.wardNoun) with its number, score and rank."
  }

  // MARK: Wards

  private var wardShapes: [BoroughSheetMarkup] {
    zip(content.wardRows, wards).enumerated().map { index, ward in
      let score = content.wards.number("score", row: ward.0)
      let rank = content.wards.number("rank", row: ward.0)
      let told =
        score == nil || rank == nil
        ? "no score"
        : "score \(BoroughSheetWords.number(score, decimals: 1)), rank \(BoroughSheetWords.number(rank))"
      return """
        <path d="\(path(ward.1))" fill="\(ScoreClasses.fixed.colour(of: score).hex)">\
        <title>\(index + 1) \(content.wardName(ward.0)): \(told)</title></path>
        """
    }
  }

  private var hatching: [BoroughSheetMarkup] {
    zip(content.wardRows, wards).compactMap { row, outline in
      isUnsure(row) ? "<path d=\"\(path(outline))\"/>" : nil
    }
  }

  private var coldOutlines: [BoroughSheetMarkup] {
    zip(content.wardRows, wards).compactMap { row, outline in
      content.run.isInColdestTenth(content.wards, row: row)
        ? "<path d=\"\(path(outline))\"/>" : nil
    }
  }

  /// Whether it depends on the method whether a ward is in the coldest tenth.
  private func isUnsure(_ row: Int) -> Bool {
    ["likely", "possible"].contains(content.wards.text("class", row: row))
  }

  private var numbers: [BoroughSheetMarkup] {
    wards.enumerated().compactMap { index, outline in
      guard let place = outline.mapped(place).labelPlace else { return nil }
      let size: BoroughSheetMarkup = place.width < 60 || place.height < 50 ? " class=\"small\"" : ""
      return "<text\(size) x=\"\(place.point.x)\" y=\"\(place.point.y)\">\(index + 1)</text>"
    }
  }

  private func path(_ outline: BoroughSheetOutline) -> String { outline.mapped(place).path }

  // MARK: Surroundings

  /// The other boroughs within the picture: shape, and name where there is room for it.
  private var neighbours: [(shape: BoroughSheetMarkup, label: BoroughSheetMarkup?)] {
    let levels = content.run.shapes.levels
    return levels[1].paths.indices.compactMap { row in
      guard row != content.row else { return nil }
      // Cut before it is moved: the frame is small, and other boroughs may be large.
      let seen = BoroughSheetOutline(path: levels[1].paths[row]).mapped(place)
        .clipped(toX: -10...Self.width + 10, y: -10...Self.height + 10)
      guard !seen.rings.isEmpty else { return nil }
      return ("<path d=\"\(seen.path)\"/>", label(of: row, within: seen))
    }
  }

  private func label(of row: Int, within outline: BoroughSheetOutline) -> BoroughSheetMarkup? {
    let name = BoroughSheetWords.short(content.boroughs.text("name", row: row), 32)
    // Letters of this size are about half as wide as high.
    let wanted = 24 * name.count + 30
    guard let place = outline.labelPlace, place.width > wanted, place.height > 60 else {
      return nil
    }
    let x = min(max(place.point.x, wanted / 2), Self.width - wanted / 2)
    // Moved up or down a little, as far as there is room, from where a site would cover a letter.
    let ys = [0, -50, 50].filter { abs($0) + 30 <= place.height / 2 }.map { place.point.y + $0 }
    let y =
      ys.first { y in
        !sites.contains { abs($0.point.x - x) < wanted / 2 && abs($0.point.y - y) < 40 }
      } ?? place.point.y
    // The scale bar has the lower left corner, the arrow the upper right.
    let isCovered =
      x - wanted / 2 < 560 && y > Self.height - 130
      || x + wanted / 2 > Self.width - 150 && y < 200
    return isCovered ? nil : "<text x=\"\(x)\" y=\"\(y)\">\(name)</text>"
  }

  // MARK: Sites

  /// The sites of the organisations that count, within the picture.
  private static func sites(
    of run: BoroughSheetRun, place: (MapPoint) -> MapPoint
  ) -> [Site] {
    guard let layer = run.run.layer("organisations") else { return [] }
    let table = LayerTable(layer)
    return layer.features.indices.compactMap { row in
      guard case .point(let position)? = layer.features[row].geometry,
        table.text("counted", row: row) == "yes"
      else { return nil }
      let point = place(run.shapes.plane.point(position))
      guard (0...width).contains(point.x), (0...height).contains(point.y) else { return nil }
      return Site(
        point: point, name: BoroughSheetWords.short(table.text("name", row: row), 60),
        isVague: table.text("precision", row: row) == "borough_point")
    }
  }

  /// The sites as dots; those of a place known by borough only are hollow.
  private var dots: [BoroughSheetMarkup] {
    sites.map { site in
      let kind: BoroughSheetMarkup = site.isVague ? " class=\"vague\"" : ""
      return """
        <circle\(kind) cx="\(site.point.x)" cy="\(site.point.y)" r="16">\
        <title>\(site.name)</title></circle>
        """
    }
  }

  // MARK: Scale and legend

  private var scaleBar: BoroughSheetMarkup {
    let most = metres * 460
    var length = 1.0
    while length * 10 <= most { length *= 10 }
    length *= [5, 2, 1].first { length * $0 <= most } ?? 1
    let units = Int((length / metres).rounded())
    let text =
      length >= 1000
      ? "\(BoroughSheetWords.number(length / 1000)) km" : "\(BoroughSheetWords.number(length)) m"
    let y = Self.height - 34
    return """
      <path class="bar" d="M40 \(y - 16)v16h\(units)v-16"/>\
      <text class="scale" x="\(40 + units / 2)" y="\(y - 14)">\(text)</text>
      """
  }

  private var legend: BoroughSheetMarkup {
    let scores = content.wardRows.map { content.wards.number("score", row: $0) }
    let classes = ScoreClasses.fixed
    let swatches = (0..<classes.count).map { index -> BoroughSheetMarkup in
      let colour = classes.colour(ofClass: index)
      let count = scores.count { $0 != nil && classes.colour(of: $0) == colour }
      return """
        <li>\(swatch("<rect x=\"1\" y=\"1\" width=\"28\" height=\"16\" fill=\"\(colour.hex)\"/>"))\
        \(classes.label(ofClass: index)) <small>(\(count))</small></li>
        """
    }
    let without = scores.count { $0 == nil }
    var others: [(shape: BoroughSheetMarkup, text: String)] = []
    if without > 0 {
      let grey = ColourRamp.noData.hex
      others.append(
        (
          "<rect x=\"1\" y=\"1\" width=\"28\" height=\"16\" fill=\"\(grey)\"/>",
          "no score (\(without))"
        ))
    }
    if content.wardRows.contains(where: isUnsure) {
      others.append(
        (
          """
          <rect x="1" y="1" width="28" height="16" fill="#fff"/>\
          <path class="unsure" d="M4 17L14 1M13 17L23 1M22 17L29 6"/>
          """,
          "hatched: not firm, in the coldest tenth by some methods only"
        ))
    }
    if !content.coldestTenth.isEmpty {
      others.append(
        (
          "<rect class=\"cold\" x=\"3\" y=\"3\" width=\"24\" height=\"12\"/>",
          "in the coldest tenth of \(content.study)"
        ))
    }
    others.append(
      ("<circle class=\"site\" cx=\"15\" cy=\"9\" r=\"6\"/>", "organisation that counts"))
    others.append(
      (
        "<circle class=\"site vague\" cx=\"15\" cy=\"9\" r=\"6\"/>",
        "known by \(content.boroughNoun) only"
      ))
    let rest = others.map { one -> BoroughSheetMarkup in "<li>\(swatch(one.shape))\(one.text)</li>"
    }
    return """
      <ul class="legend" aria-label="Legend"><li>Score <small>(\(content.wardNoun)s)</small></li>
      \(BoroughSheetMarkup(lines: swatches))
      \(BoroughSheetMarkup(lines: rest))
      </ul>
      """
  }

  private func swatch(_ shape: BoroughSheetMarkup) -> BoroughSheetMarkup {
    "<svg viewBox=\"0 0 30 18\" aria-hidden=\"true\">\(shape)</svg>"
  }
}
