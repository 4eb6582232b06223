public import GeoJSON

extension GeoPackageWriter {
  /// A table: a layer of features, or of attributes alone.
  public struct Table: Sendable {
    /// The name, unique in the file.
    public let name: String
    /// The name for people, unique in the file.
    public let identifier: String
    /// What it is, in words.
    public let summary: String
    /// Its geometries; `nil` for a table of attributes.
    public let geometry: GeometryColumn?
    /// Its columns, beside `fid` with the number of the row and `geom` with the geometry.
    public let columns: [Column]
    /// Its rows; the first has the `fid` 1.
    public let rows: [Row]

    /// A table from its parts.
    public init(
      name: String, identifier: String? = nil, summary: String, geometry: GeometryColumn?,
      columns: [Column], rows: [Row]
    ) {
      self.name = name
      self.identifier = identifier ?? name
      self.summary = summary
      self.geometry = geometry
      self.columns = columns
      self.rows = rows
    }
  }

  /// What kind of geometries a table has, and where they are.
  public struct GeometryColumn: Hashable, Sendable {
    /// The type that all of them have.
    public let kind: GeometryKind
    /// The number of the reference system in the file.
    public let system: Int

    /// A column of geometries from its parts.
    public init(_ kind: GeometryKind, system: Int) {
      self.kind = kind
      self.system = system
    }
  }

  /// The types of geometries by their names in the file.
  public enum GeometryKind: String, Hashable, Sendable {
    /// One position each.
    case point = "POINT"
    /// Areas of one or more parts.
    case multiPolygon = "MULTIPOLYGON"
    /// Any type.
    case any = "GEOMETRY"

    /// Whether a geometry is of the type.
    func includes(_ geometry: Geometry) -> Bool {
      switch (self, geometry) {
      case (.any, _), (.point, .point), (.multiPolygon, .multiPolygon): true
      default: false
      }
    }
  }

  /// A column of a table.
  public struct Column: Hashable, Sendable {
    /// The types of columns by their names in the file.
    public enum Kind: String, Hashable, Sendable {
      /// Words.
      case text = "TEXT"
      /// Whole numbers of up to 64 bits.
      case integer = "INTEGER"
      /// Numbers with a fraction.
      case real = "REAL"
    }

    /// The name, unique in its table; neither `fid` nor `geom`.
    public let name: String
    /// What it holds.
    public let kind: Kind
    /// The name for people.
    public let title: String
    /// What it means.
    public let summary: String

    /// A column from its parts.
    public init(name: String, kind: Kind, title: String, summary: String) {
      self.name = name
      self.kind = kind
      self.title = title
      self.summary = summary
    }
  }

  /// A row of a table.
  public struct Row: Sendable {
    /// Where it is; `nil` where that is not known, and in tables of attributes.
    public let geometry: Geometry?
    /// One value per column, each of the column's kind or null.
    public let values: [PropertyValue]

    /// A row from its parts.
    public init(geometry: Geometry?, values: [PropertyValue]) {
      self.geometry = geometry
      self.values = values
    }
  }
}

extension GeoPackageWriter.Table {
  /// The name of the index of its geometries, as the standard gives it.
  var indexName: String { "rtree_\(name)_geom" }
}

extension GeoPackageWriter.Column.Kind {
  /// A value as a column of this kind stores it; `nil` for a value of another kind.
  func stored(_ value: PropertyValue) -> SQLiteStatement.Value? {
    switch (self, value) {
    case (_, .null): .null
    case (.text, .text(let text)): .text(text)
    case (.integer, .integer(let number)): .integer(number)
    case (.real, .integer(let number)): .real(Double(number))
    case (.real, .number(let number)) where number.isFinite: .real(number + 0)
    // The number that a reader of the decimals gets, so that every format gives the same one.
    case (.real, .decimal(let number, _)) where number.isFinite:
      Double(value.plainText).map { .real($0) }
    default: nil
    }
  }
}
