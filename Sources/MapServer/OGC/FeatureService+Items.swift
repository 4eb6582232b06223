internal import GeoJSON
internal import MapLayers
internal import SimpleFeatures

extension FeatureService {
  /// A page of a layer's features.
  func items(of layer: PublishedLayer, _ query: ItemsQuery, _ visit: Visit) -> Response {
    let (page, matched) = layer.page(query)
    let links =
      visit.ownLinks(json: MediaType.geoJSON)
      + turns(query, returned: page.count, matched: matched, visit)
      + [collectionLink(layer, visit)]
    guard visit.form == .html else {
      let head = JSONValue.members([
        "type": .string("FeatureCollection"), "links": .array(links.map(\.json)),
        "numberMatched": .integer(matched), "numberReturned": .integer(page.count),
        "attribution": attribution.isEmpty ? nil : .string(attribution),
      ])
      var body = JSONWriter(layout: .compact).write(head)
      body.removeLast()
      body += ",\"features\":[\n".utf8
      body += layer.encoded[page]
      body += "\n]}\n".utf8
      return geoJSON(body)
    }
    return table(of: layer, page, query, matched: matched, links: links, visit)
  }

  /// One feature of a layer.
  func feature(at position: Int, of layer: PublishedLayer, _ visit: Visit) -> Response {
    let links = visit.ownLinks(json: MediaType.geoJSON) + [collectionLink(layer, visit)]
    guard visit.form == .html else {
      var body = Array(layer.encoded[position])
      body.removeLast()
      body += ",\"links\":".utf8
      body += JSONWriter(layout: .compact).write(.array(links.map(\.json)))
      body += "}\n".utf8
      return geoJSON(body)
    }
    let feature = layer.features[position]
    var page = HTMLPage(
      feature.id,
      under: trail(
        visit,
        [
          ("Collections", ["collections"]), (layer.title, ["collections", layer.name]),
          ("Features", ["collections", layer.name, "items"]),
        ]))
    page.add(
      table: "The values of \(feature.id)", header: ["Column", "Value", "Meaning"],
      rows: zip(layer.columns, feature.values).map { column, value in
        [.text(column.name), HTMLPage.Cell(value), .text(column.meaning)]
      })
    page.add(paragraph: Self.place(of: feature))
    page.add(credits: attribution)
    return visit.response(html: page, links: links)
  }

  private func geoJSON(_ body: [UInt8]) -> Response {
    Response(
      mediaType: MediaType.geoJSON, body: body,
      headers: [
        (name: "Content-Crs", value: "<\(ItemsQuery.referenceSystem)>")
      ])
  }

  private func collectionLink(_ layer: PublishedLayer, _ visit: Visit) -> Link {
    Link(
      "collection", MediaType.json, layer.title,
      to: visit.addresses.address(["collections", layer.name]))
  }

  /// The links to the pages before and after.
  private func turns(
    _ query: ItemsQuery, returned: Int, matched: Int, _ visit: Visit
  ) -> [Link] {
    let type = visit.form == .json ? MediaType.geoJSON : MediaType.linkedHTML
    func turn(_ relation: String, _ title: String, to offset: Int) -> Link {
      Link(
        relation, type, title,
        to: visit.address(with: [
          .init(name: "limit", value: "\(query.limit)"),
          .init(name: "offset", value: "\(offset)"),
        ]))
    }
    let start = min(query.offset, matched)
    var links: [Link] = []
    if start > 0 {
      links.append(turn("prev", "The page before", to: max(start - query.limit, 0)))
    }
    if start + returned < matched {
      links.append(turn("next", "The next page", to: start + returned))
    }
    return links
  }

  private func table(
    of layer: PublishedLayer, _ part: PublishedLayer.Page, _ query: ItemsQuery, matched: Int,
    links: [Link], _ visit: Visit
  ) -> Response {
    var page = HTMLPage(
      layer.title,
      under: trail(
        visit,
        [("Collections", ["collections"]), (layer.title, ["collections", layer.name])]))
    let start = min(query.offset, matched)
    let turns = links.filter { ["prev", "next"].contains($0.relation) }
      .map { (name: $0.title, address: $0.address) }
    let caption =
      part.count == 0
      ? "None of \(matched) features"
      : "Features \(start + 1) to \(start + part.count) of \(matched)"
    page.add(navigation: "Pages", turns)
    page.add(
      table: caption, header: ["Feature"] + layer.columns.map(\.name),
      rows: part.positions.map { position in
        let feature = layer.features[position]
        let address = visit.addresses.address(Addresses.steps(to: feature.id, of: layer.name))
        return [.link(feature.id, to: address)] + feature.values.map(HTMLPage.Cell.init)
      })
    page.add(navigation: "Pages, again", turns)
    page.add(credits: attribution)
    return visit.response(html: page, links: links)
  }

  private static func place(of feature: LayerFeature) -> String {
    guard let geometry = feature.geometry else { return "It has no place on the map." }
    let box = BoundingBox(around: geometry)
    guard !box.isEmpty else { return "It has no place on the map." }
    return "On the map it is a \(geometry.typeName), from longitude \(box.minX) to \(box.maxX) "
      + "and from latitude \(box.minY) to \(box.maxY)."
  }
}

extension HTMLPage.Cell {
  fileprivate init(_ value: PropertyValue) {
    switch value {
    case .text, .null: self = .text(value.plainText)
    case .integer, .decimal, .number: self = .number(value.plainText)
    }
  }
}
