internal import GeoJSON
public import GeometryEngine
internal import SimpleFeatures

extension Layer {
  /// The layer as FlatGeobuf (version 3): one file with an index, so that a reader on the web
  /// fetches no more than the part that it shows.
  ///
  /// The columns keep their types, and their meanings as descriptions. The credits are the
  /// description of the file and its metadata. With the index
  /// the features are in the order of a space-filling curve instead of the layer's. A layer that
  /// has a feature without a place on the map gets no index and keeps its order, since an index
  /// cannot hold such a feature. Identifiers are not kept but in a column.
  ///
  /// - Parameters:
  ///   - attribution: The credits of the inputs.
  ///   - crs: The reference system of the ordinates, which are in the order easting, northing.
  /// - Returns: The bytes of the file.
  /// - Throws: ``GeometryEngineError/unknownReferenceSystem(_:)``.
  /// - Complexity: O(*n* log *n*) in the number of features, O(*m*) in the number of positions.
  /// - SeeAlso: B. Harrtell, *FlatGeobuf* specification, version 3 (flatgeobuf.org).
  public func flatGeobuf(
    attribution: [String], crs: ReferenceSystem = .wgs84
  ) throws(GeometryEngineError) -> [UInt8] {
    let boxes = features.compactMap(\.geometry?.boundingBox).filter { !$0.isEmpty }
    let index = features.isEmpty || boxes.count < features.count ? nil : FlatGeobufIndex(boxes)
    let columns = FlatGeobufColumns(self)
    var content: [UInt8] = []
    var starts: [Int] = []
    for feature in index?.order ?? Array(features.indices) {
      starts.append(content.count)
      content += Self.bytes(of: features[feature], columns: columns)
    }
    var bytes = Self.flatGeobufMagic
    bytes += try header(
      columns: columns, extent: boxes.reduce(into: .empty) { $0.formUnion($1) },
      isIndexed: index != nil, attribution: attribution.joined(separator: " "), crs: crs)
    if let index { bytes += index.bytes(featureStarts: starts) }
    return bytes + content
  }

  /// "fgb" with the major version, "fgb" with the patch.
  private static let flatGeobufMagic: [UInt8] = [0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0]

  /// A table `Feature`.
  private static func bytes(of feature: LayerFeature, columns: FlatGeobufColumns) -> [UInt8] {
    var builder = FlatBufferBuilder()
    let properties = builder.vector(columns.bytes(of: feature.values))
    let geometry = feature.geometry.map { builder.geometry($0) }
    let root = builder.table([
      geometry.map(FlatBufferBuilder.Field.reference), .reference(properties),
    ])
    return builder.finishSizePrefixed(root: root)
  }

  /// A table `Header`.
  private func header(
    columns: FlatGeobufColumns, extent: BoundingBox, isIndexed: Bool, attribution: String,
    crs: ReferenceSystem
  ) throws(GeometryEngineError) -> [UInt8] {
    let type = FlatGeobufGeometryType(ofAll: features.lazy.compactMap(\.geometry))
    var builder = FlatBufferBuilder()
    let credits = JSONValue.object([JSONValue.Member("attribution", .string(attribution))])
    let metadata = builder.string(
      String(decoding: JSONWriter(layout: .compact).write(credits), as: UTF8.self))
    let description = builder.string(attribution)
    let title = builder.string(self.title)
    let system = try Self.referenceSystem(crs, in: &builder)
    let described = columns.tables(in: &builder)
    let envelope =
      extent.isEmpty
      ? nil : builder.vector([extent.minX, extent.minY, extent.maxX, extent.maxY])
    let name = builder.string(self.name)
    let root = builder.table([
      .reference(name), envelope.map(FlatBufferBuilder.Field.reference), .uint8(type.rawValue),
      nil, nil, nil, nil, .reference(described), .uint64(UInt64(features.count)),
      .uint16(isIndexed ? UInt16(FlatGeobufIndex.nodeSize) : 0), .reference(system),
      .reference(title), .reference(description), .reference(metadata),
    ])
    return builder.finishSizePrefixed(root: root)
  }

  /// A table `Crs`.
  private static func referenceSystem(
    _ crs: ReferenceSystem, in builder: inout FlatBufferBuilder
  ) throws(GeometryEngineError) -> FlatBufferBuilder.Offset {
    let parts = crs.code.split(separator: ":", maxSplits: 1).map(String.init)
    let name = builder.string(try crs.name())
    let organisation = builder.string(parts[0])
    let code = Int32(parts[1])
    // A code that is no number has a field of its own.
    let text = code == nil ? builder.string(parts[1]) : nil
    return builder.table([
      .reference(organisation), .int32(code ?? 0), .reference(name), nil, nil,
      text.map(FlatBufferBuilder.Field.reference),
    ])
  }
}
