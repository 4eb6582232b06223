internal import GeoJSON
internal import MapLayers
internal import SimpleFeatures
internal import SpatialIndex

/// A layer made ready for paging: its features encoded, indexed and in the order of the pages.
///
/// Features whose columns all have a value stand first, otherwise the layer's order stays: clients
/// guess the types of columns from the first page, which may hold ten features, and would take a
/// column without a value there for text.
struct PublishedLayer: Sendable {
  /// The layer's name, which is the collection's identifier.
  let name: String
  /// What the layer shows.
  let title: String
  /// The columns.
  let columns: [Column]
  /// The features in the order of the pages.
  let features: [LayerFeature]
  /// The features as GeoJSON.
  let encoded: EncodedFeatures
  /// The rectangle around all features; `nil` if none of them has a place.
  let extent: BoundingBox?

  /// The rectangle around each feature; empty around one without a place.
  private let boxes: [BoundingBox]
  private let index: PackedRTree
  private let positions: [String: Int]

  /// Prepares a layer.
  ///
  /// - Complexity: O(*n* log *n*) in the number of features, and O(*n*) in their positions.
  init(_ layer: Layer) {
    name = layer.name
    title = layer.title
    columns = layer.columns
    let isFull = layer.features.map { !$0.values.contains(.null) }
    features =
      layer.features.indices.filter { isFull[$0] }.map { layer.features[$0] }
      + layer.features.indices.filter { !isFull[$0] }.map { layer.features[$0] }
    boxes = features.map { $0.geometry.map(BoundingBox.init(around:)) ?? .empty }
    index = PackedRTree(boxes)
    positions = Dictionary(
      features.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var extent = BoundingBox.empty
    for box in boxes { extent.formUnion(box) }
    self.extent = extent.isEmpty ? nil : extent
    encoded = EncodedFeatures(features, columns: columns)
  }

  /// Where the feature with an identifier stands; `nil` if there is none.
  func position(of id: String) -> Int? { positions[id] }
}

// MARK: - Choosing features

extension PublishedLayer {
  /// Places of features, ascending.
  enum Page: Sendable {
    /// Features that follow one another.
    case run(Range<Int>)
    /// Features from anywhere in the layer.
    case chosen(ArraySlice<Int>)

    var positions: [Int] {
      switch self {
      case .run(let positions): Array(positions)
      case .chosen(let positions): Array(positions)
      }
    }

    var count: Int {
      switch self {
      case .run(let positions): positions.count
      case .chosen(let positions): positions.count
      }
    }
  }

  /// The features of the page that is asked for, and how many there are on all pages together.
  func page(_ query: ItemsQuery) -> (page: Page, matched: Int) {
    guard let positions = positions(chosenBy: query) else {
      return (.run(Self.part(query, of: features.count)), features.count)
    }
    return (.chosen(positions[Self.part(query, of: positions.count)]), positions.count)
  }

  /// The part of all that is chosen which stands on the page.
  private static func part(_ query: ItemsQuery, of count: Int) -> Range<Int> {
    let start = min(query.offset, count)
    return start..<(start + min(query.limit, count - start))
  }

  /// The places of the features asked for, ascending; `nil` for all of them.
  private func positions(chosenBy query: ItemsQuery) -> [Int]? {
    guard query.box != nil || !query.filters.isEmpty else { return nil }
    let candidates = query.box.map(positions(meeting:)) ?? Array(features.indices)
    guard !query.filters.isEmpty else { return candidates }
    return candidates.filter { position in
      query.filters.allSatisfy { $0.accepts(features[position]) }
    }
  }

  private func positions(meeting parameter: BoxParameter) -> [Int] {
    let found = parameter.boxes.map { box in
      index.search(box).filter { position in
        box.encloses(boxes[position]) || features[position].geometry.map(box.meets) == true
      }
    }
    return found.count == 1 ? found[0] : Set(found.joined()).sorted()
  }
}

extension BoundingBox {
  /// Whether another rectangle lies wholly within this one.
  fileprivate func encloses(_ other: BoundingBox) -> Bool {
    other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY
  }
}
