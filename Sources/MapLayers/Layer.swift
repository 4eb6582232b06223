public import GeoJSON

/// One column of a layer: what it means, in what unit.
public struct Column: Hashable, Sendable {
  /// What a column holds.
  public enum Kind: Hashable, Sendable {
    /// Words.
    case text
    /// Whole numbers.
    case integer
    /// Numbers with at most this many decimals.
    case decimal(places: Int)
  }

  /// The name: lower snake case, at most ten characters, unique in its layer.
  public let name: String
  /// What it holds.
  public let kind: Kind
  /// What it means, with its unit and its direction.
  public let meaning: String

  /// A column from its parts.
  public init(_ name: String, _ kind: Kind, _ meaning: String) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
  }
}

/// A feature of a layer: its identifier, its shape and one value per column.
public struct LayerFeature: Hashable, Sendable {
  /// The identifier, unique in the layer.
  public let id: String
  /// The shape in WGS 84, rounded and valid; `nil` for one that has no place on the map.
  public let geometry: Geometry?
  /// One value per column; null means not computed.
  public let values: [PropertyValue]

  /// A feature from its parts.
  public init(id: String, geometry: Geometry?, values: [PropertyValue]) {
    self.id = id
    self.geometry = geometry
    self.values = values
  }
}

/// A map layer: columns, and features in the order in which they are to be read.
public struct Layer: Sendable {
  /// The name, which is also the name of its file.
  public let name: String
  /// What it shows.
  public let title: String
  /// The columns.
  public let columns: [Column]
  /// The features.
  public let features: [LayerFeature]

  /// A layer from its parts; columns that are null for every feature are left out, because
  /// readers would take them for text.
  public init(name: String, title: String, columns: [Column], features: [LayerFeature]) {
    let kept = columns.indices.filter { column in
      features.isEmpty || features.contains { $0.values[column] != .null }
    }
    self.name = name
    self.title = title
    self.columns = kept.map { columns[$0] }
    self.features =
      kept.count == columns.count
      ? features
      : features.map { feature in
        LayerFeature(
          id: feature.id, geometry: feature.geometry, values: kept.map { feature.values[$0] })
      }
  }

  /// Seven decimals of a degree: about a centimetre.
  static let coordinateDecimals = 7
}

extension Column {
  /// A number for this column; null where there is none.
  func value(_ number: Double?) -> PropertyValue {
    guard let number else { return .null }
    guard case .decimal(let places) = kind else { return .integer(Int(number.rounded())) }
    return .decimal(number, places: places)
  }
}
