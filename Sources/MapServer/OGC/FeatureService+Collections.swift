internal import GeoJSON
internal import MapLayers
internal import SimpleFeatures

extension FeatureService {
  /// All layers.
  func collections(_ visit: Visit) -> Response {
    let links = visit.ownLinks(json: MediaType.json)
    guard visit.form == .html else {
      return visit.response(
        json: .members([
          "links": .array(links.map(\.json)),
          "collections": .array(
            layers.map { layer in
              description(of: layer, links: pageLinks(of: layer, visit))
            }),
        ]))
    }
    var page = HTMLPage("Collections", under: trail(visit))
    page.add(
      table: "The collections and what they show", header: ["Collection", "Shows", "Features"],
      rows: layers.map { layer in
        [
          .link(layer.name, to: visit.addresses.address(["collections", layer.name])),
          .text(layer.title), .number("\(layer.features.count)"),
        ]
      })
    page.add(credits: attribution)
    return visit.response(html: page, links: links)
  }

  /// One layer.
  func collection(_ layer: PublishedLayer, _ visit: Visit) -> Response {
    let own = visit.ownLinks(json: MediaType.json)
    guard visit.form == .html else {
      return visit.response(
        json: description(of: layer, links: own + pageLinks(of: layer, visit)))
    }
    var page = HTMLPage(layer.title, under: trail(visit, [("Collections", ["collections"])]))
    page.add(paragraph: summary(of: layer))
    let items = ["collections", layer.name, "items"]
    page.add(
      list: [
        // A thousand rows, the default, are more than a reader wants at once.
        .link("Features", to: visit.addresses.address(items, query: Self.shortPage)),
        .link(
          "Features as GeoJSON",
          to: visit.addresses.address(items, query: [.init(name: "f", value: "json")])),
        .link("JSON Schema", to: visit.addresses.address(["collections", layer.name, "schema"])),
      ])
    page.add(columnsOf: layer)
    page.add(credits: attribution)
    return visit.response(html: page, links: own)
  }

  private static let shortPage = [Request.Parameter(name: "limit", value: "50")]

  private func description(of layer: PublishedLayer, links: [Link]) -> JSONValue {
    .members([
      "id": .string(layer.name), "title": .string(layer.title),
      "description": .string(summary(of: layer)),
      "attribution": attribution.isEmpty ? nil : .string(attribution),
      "extent": layer.extent.map { extent in
        .members([
          "spatial": .members([
            "bbox": .array([.array(extent.ordinates.map(JSONValue.number))]),
            "crs": .string(ItemsQuery.referenceSystem),
          ])
        ])
      },
      "itemType": .string("feature"),
      "crs": .strings([ItemsQuery.referenceSystem]),
      "links": .array(links.map(\.json)),
    ])
  }

  private func summary(of layer: PublishedLayer) -> String {
    let count = layer.features.count == 1 ? "1 feature" : "\(layer.features.count) features"
    return layer.extent == nil ? "\(count), none of them with a place on the map." : "\(count)."
  }

  /// The links of a collection to its features and their schema.
  private func pageLinks(of layer: PublishedLayer, _ visit: Visit) -> [Link] {
    let items = visit.addresses.address(["collections", layer.name, "items"])
    return [
      Link("items", MediaType.geoJSON, "The features", to: items),
      Link("items", MediaType.linkedHTML, "The features as tables", to: items + "?f=html"),
      // Not `describedby`: GDAL would then take every column that may be null for text.
      Link(
        "http://www.opengis.net/def/rel/ogc/1.0/schema", MediaType.schema,
        "The JSON Schema of the features",
        to: visit.addresses.address(["collections", layer.name, "schema"])),
    ]
  }
}

extension HTMLPage {
  /// Adds what each column of a layer means.
  mutating func add(columnsOf layer: PublishedLayer) {
    add(
      table: "The columns of \(layer.name)", header: ["Column", "Holds", "Meaning"],
      rows: layer.columns.map { column in
        let kind =
          switch column.kind {
          case .text: "text"
          case .integer: "whole number"
          case .decimal: "number"
          }
        return [.text(column.name), .text(kind), .text(column.meaning)]
      })
  }
}

extension BoundingBox {
  /// West, south, east and north.
  var ordinates: [Double] { [minX, minY, maxX, maxY] }
}
