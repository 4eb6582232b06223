public import GeoJSON

extension GeoPackage {
  /// The rows of a layer as features.
  ///
  /// The primary key is the feature's identifier, and unless it is a number of the file's own, a
  /// property too. Whole numbers of a BOOLEAN column become `true` and `false`; dates stay the
  /// text that they are. Binary values other than the geometry and infinities are left out and
  /// counted, heights are dropped and counted, and text that is not UTF-8 is read as Windows-1252
  /// and counted, all in ``FeatureCollection/warnings``.
  ///
  /// - Parameter layer: One of ``layers``.
  /// - Returns: The rows in the order of the primary key, or of the view; the layer's reference
  ///   system as ``FeatureCollection/crs``; rings as the file winds them.
  /// - Throws: ``FormatError``, for the first problem met: a geometry that is broken or curved, a
  ///   table that is not there, a view that takes too long.
  /// - Complexity: O(*n*) in the bytes of the layer.
  public func features(of layer: Layer) throws(FormatError) -> FeatureCollection {
    try SQLiteDatabase.read(bytes) { (database) throws(FormatError) in
      var reader = try LayerReader(layer, in: database, byteCount: bytes.count)
      return try reader.features()
    }
  }
}

/// The reading of one layer, and what has been noticed on the way.
private struct LayerReader {
  private let layer: GeoPackage.Layer
  private let rows: TableRows
  private let geometry: Int?
  private var read: [Feature] = []
  private var leftOut: [Int: Int] = [:]
  private var foreignTexts = 0
  private var droppedOrdinates = 0

  init(
    _ layer: GeoPackage.Layer, in database: SQLiteDatabase, byteCount: Int
  ) throws(FormatError) {
    self.layer = layer
    rows = try TableRows(of: layer, in: database, byteCount: byteCount)
    geometry = rows.geometryColumn
  }

  mutating func features() throws(FormatError) -> FeatureCollection {
    while try rows.step() {
      read.append(try feature())
    }
    var warnings: [GeoJSONWarning] = []
    for (column, count) in leftOut.sorted(by: { $0.key < $1.key }) {
      warnings.append(.valuesLeftOut(property: rows.names[column], count: count))
    }
    if foreignTexts > 0 { warnings.append(.foreignTexts(count: foreignTexts)) }
    if droppedOrdinates > 0 { warnings.append(.thirdOrdinateDropped(count: droppedOrdinates)) }
    return FeatureCollection(
      name: layer.name, crs: layer.system, features: read, warnings: warnings)
  }

  private mutating func feature() throws(FormatError) -> Feature {
    var feature = Feature(geometry: nil)
    var members: [JSONValue.Member] = []
    members.reserveCapacity(rows.names.count)
    var blob: [UInt8]?
    for column in rows.names.indices {
      let value = try rows.value(column)
      if column == geometry {
        blob = try geometryBytes(value)
        continue
      }
      let json = json(value, column: column)
      if column == rows.keyColumn {
        feature.id = json == .null ? nil : json
        if case .integer = value { continue }
      }
      members.append(JSONValue.Member(rows.names[column], json))
    }
    feature.properties = Properties(members)
    if let blob {
      do throws(GeometryFault) {
        let stored = try GeoPackageGeometry(blob)
        feature.geometry = stored.geometry
        droppedOrdinates += stored.droppedOrdinates
      } catch {
        throw error.error(at: place(of: feature))
      }
    }
    return feature
  }

  private func geometryBytes(_ value: SQLiteStatement.Value) throws(FormatError) -> [UInt8]? {
    switch value {
    case .null: return nil
    case .blob(let bytes): return bytes
    default:
      throw GeometryFault.notGeoPackage.error(
        at: "layer \(layer.name), row \(read.count + 1)")
    }
  }

  private func place(of feature: Feature) -> String {
    let row = feature.id?.text.map { "identifier \($0)" } ?? "row \(read.count + 1)"
    return "layer \(layer.name), \(row)"
  }

  private mutating func json(_ value: SQLiteStatement.Value, column: Int) -> JSONValue {
    switch value {
    case .null: return .null
    case .integer(let integer) where rows.isBoolean(column) && (0...1).contains(integer):
      return .bool(integer == 1)
    case .integer(let integer): return .integer(integer)
    case .real(let real) where real.isFinite: return .number(real)
    case .text(let bytes):
      let text = StoredText(bytes)
      if text.isForeign { foreignTexts += 1 }
      return .string(text.string)
    case .real, .blob:
      leftOut[column, default: 0] += 1
      return .null
    }
  }
}
