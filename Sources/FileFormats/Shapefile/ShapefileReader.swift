internal import GeoJSON

/// The reading of a Shapefile's features, and what has been noticed on the way.
struct ShapefileReader {
  var warnings: [GeoJSONWarning] = []
  private let shapes: ShapelibShapes
  private var deleted = 0
  private var dropped = 0
  private var closed = 0
  private var misdirected = 0
  private var heights = 0
  private var foreignTexts = 0
  private var valuesLeftOut: [Int: Int] = [:]
  private var budget: RingAssembly.Budget

  /// - Parameters:
  ///   - shapes: The shapes.
  ///   - positionCount: How many positions they have at most.
  init(_ shapes: ShapelibShapes, positionCount: Int) {
    self.shapes = shapes
    budget = RingAssembly.Budget(positionCount: positionCount)
  }

  mutating func features(_ table: DBaseTable?) throws(FormatError) -> [Feature] {
    var features: [Feature] = []
    features.reserveCapacity(shapes.count)
    for number in 0..<shapes.count {
      var properties = Properties()
      if let table {
        guard let row = try table.row(number) else {
          deleted += 1
          continue
        }
        properties = self.properties(of: row, in: table)
      }
      let shape = try shapes.shape(number)
      features.append(Feature(geometry: try geometry(of: shape), properties: properties))
    }
    if let table { note(table, rows: features.count) }
    noteShapes()
    return features
  }

  private mutating func properties(of row: [UInt8], in table: DBaseTable) -> Properties {
    var members: [JSONValue.Member] = []
    members.reserveCapacity(table.fields.count)
    for (column, field) in table.fields.enumerated() {
      var isForeign = false
      let value = field.value(in: row, encoding: table.encoding, isForeign: &isForeign)
      if isForeign { foreignTexts += 1 }
      if value == nil { valuesLeftOut[column, default: 0] += 1 }
      members.append(JSONValue.Member(field.name, value ?? .null))
    }
    return Properties(members)
  }

  private mutating func geometry(of shape: ShapelibShapes.Shape) throws(FormatError) -> Geometry? {
    if shape.type.hasHeight || shape.type.hasMeasure {
      heights += shape.parts.reduce(0) { $0 + $1.count }
    }
    switch shape.type.form {
    case .null: return nil
    case .point: return shape.parts.first?.first.map(Geometry.point)
    case .multiPoint: return shape.parts.first.map(Geometry.multiPoint)
    case .lines:
      let lines = shape.parts.filter { $0.count >= 2 }
      dropped += shape.parts.count - lines.count
      guard let first = lines.first else { return nil }
      return lines.count == 1 ? .lineString(first) : .multiLineString(lines)
    case .polygon:
      let assembly = try RingAssembly(rings(of: shape), budget: &budget)
      misdirected += assembly.misdirected
      guard let first = assembly.polygons.first else { return nil }
      return assembly.polygons.count == 1 ? .polygon(first) : .multiPolygon(assembly.polygons)
    }
  }

  /// The parts of a polygon as rings: closed, and without those that enclose nothing.
  private mutating func rings(of shape: ShapelibShapes.Shape) -> [[Position]] {
    var rings: [[Position]] = []
    for part in shape.parts {
      let isOpen = part.first != part.last
      let ring = isOpen ? part + part.prefix(1) : part
      guard ring.count >= 4, RingAssembly.signedArea(ring) != 0 else {
        dropped += 1
        continue
      }
      if isOpen { closed += 1 }
      rings.append(ring)
    }
    return rings
  }

  private mutating func note(_ table: DBaseTable, rows: Int) {
    if !table.encoding.isDeclared {
      warnings.append(.assumedEncoding("\(table.encoding.encoding)"))
    }
    if foreignTexts > 0 { warnings.append(.foreignTexts(count: foreignTexts)) }
    for name in table.fieldsLeftOut {
      warnings.append(.valuesLeftOut(property: name, count: rows))
    }
    for (column, count) in valuesLeftOut.sorted(by: { $0.key < $1.key }) {
      warnings.append(.valuesLeftOut(property: table.fields[column].name, count: count))
    }
    if deleted > 0 { warnings.append(.deletedFeatures(count: deleted)) }
  }

  private mutating func noteShapes() {
    if heights > 0 { warnings.append(.thirdOrdinateDropped(count: heights)) }
    if dropped > 0 { warnings.append(.emptyPartsDropped(count: dropped)) }
    if closed > 0 { warnings.append(.ringsClosed(count: closed)) }
    if misdirected > 0 { warnings.append(.windingIgnored(count: misdirected)) }
  }
}
