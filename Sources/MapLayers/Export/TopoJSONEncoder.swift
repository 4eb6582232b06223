internal import GeoJSON

/// Writes one layer as TopoJSON, with its arcs as they are or simplified.
struct TopoJSONEncoder {
  private let grid: TopoJSONGrid?
  /// Everything before the arcs, which does not depend on them.
  private let head: [UInt8]
  private static let tail = Array("]}\n".utf8)

  init(layer: Layer, columns: [Int], attribution: String, shapes: TopoJSONShapes) {
    let grid = shapes.grid
    self.grid = grid
    var head = Array(#"{"type":"Topology","description":"#.utf8)
    head.appendJSON(layer.title)
    head += #","attribution":"#.utf8
    head.appendJSON(attribution)
    if let grid {
      head += #","bbox":"#.utf8
      head.appendJSON([grid.origin.x, grid.origin.y, grid.corner.x, grid.corner.y])
      head += #","transform":{"scale":"#.utf8
      head.appendJSON([grid.step.x, grid.step.y])
      head += #","translate":"#.utf8
      head.appendJSON([grid.origin.x, grid.origin.y])
      head += "}".utf8
    }
    head += #","objects":{"#.utf8
    head.appendJSON(layer.name)
    head += #":{"type":"GeometryCollection","geometries":["#.utf8
    let names = columns.map { column in
      var name: [UInt8] = []
      name.appendJSON(layer.columns[column].name)
      return name
    }
    for (index, feature) in layer.features.enumerated() {
      head += (index == 0 ? "\n" : ",\n").utf8
      Self.append(shapes, ofFeature: index, to: &head)
      head += #","id":"#.utf8
      head.appendJSON(feature.id)
      head += #","properties":{"#.utf8
      for (place, column) in columns.enumerated() {
        if place > 0 { head += ",".utf8 }
        head += names[place]
        head += ":".utf8
        head.appendJSON(feature.values[column])
      }
      head += "}}".utf8
    }
    head += "\n]}},\"arcs\":[".utf8
    self.head = head
  }

  // MARK: Geometry objects

  /// The members `type` and `coordinates` or `arcs`, and the brace before them.
  private static func append(
    _ shapes: TopoJSONShapes, ofFeature feature: Int, to bytes: inout [UInt8]
  ) {
    guard let shape = shapes.geometries[feature] else {
      bytes += #"{"type":null"#.utf8
      return
    }
    bytes += #"{"type":""#.utf8
    bytes += shape.typeName.utf8
    if case .point(let position) = shape, let cell = shapes.grid?.cell(of: position) {
      bytes += #"","coordinates":"#.utf8
      bytes.appendJSON(cell)
      return
    }
    bytes += #"","arcs":"#.utf8
    let wound = (shapes.topology.areas[feature] ?? []).map { rings in
      rings.enumerated().map { index, ring in
        Self.wound(ring, of: shapes.topology, clockwise: index == 0)
      }
    }
    if case .polygon = shape {
      append(wound.first ?? [], to: &bytes)
    } else {
      bytes.appendList(wound) { Self.append($1, to: &$0) }
    }
  }

  private static func append(_ rings: [Topology.Ring], to bytes: inout [UInt8]) {
    bytes.appendList(rings) { bytes, ring in
      bytes.appendList(ring) { $0.appendJSON($1) }
    }
  }

  /// The ring, turned round where it does not run as asked.
  private static func wound(
    _ ring: Topology.Ring, of topology: Topology, clockwise: Bool
  ) -> Topology.Ring {
    let positions = topology.positions(of: ring)
    let origin = positions[0]
    let twiceArea = zip(positions, positions.dropFirst()).reduce(0) { sum, edge in
      sum + (edge.0.x - origin.x) * (edge.1.y - origin.y)
        - (edge.1.x - origin.x) * (edge.0.y - origin.y)
    }
    return (twiceArea < 0) == clockwise ? ring : ring.reversed().map { ~$0 }
  }

  // MARK: Arcs

  /// The size of the file with these arcs in place of the topology's, in bytes.
  ///
  /// Counted instead of written: a byte limit asks for it some dozens of times.
  func size(with arcs: [[Position]]) -> Int {
    guard let grid else { return head.count + Self.tail.count }
    var size = head.count + Self.tail.count + max(0, arcs.count - 1)
    for arc in arcs {
      var previous = (column: 0, row: 0)
      for position in arc {
        let cell = grid.cell(of: position)
        size += Self.width(cell.column - previous.column) + Self.width(cell.row - previous.row)
        previous = cell
      }
      // Brackets and commas: of each position, between positions, around the arc.
      size += 3 * arc.count + arc.count - 1 + 2
    }
    return size
  }

  /// How many characters a whole number has.
  private static func width(_ number: Int) -> Int {
    var width = number < 0 ? 2 : 1
    var magnitude = number.magnitude
    while magnitude >= 10 {
      magnitude /= 10
      width += 1
    }
    return width
  }

  /// The file with these arcs in place of the topology's.
  func bytes(with arcs: [[Position]]) -> [UInt8] {
    var bytes = head
    for (index, arc) in arcs.enumerated() { append(arc, numbered: index, to: &bytes) }
    return bytes + Self.tail
  }

  /// The first cell of an arc, and from then on the step from each to the next.
  private func append(_ arc: [Position], numbered number: Int, to bytes: inout [UInt8]) {
    guard let grid else { return }
    if number > 0 { bytes.append(UInt8(ascii: ",")) }
    var previous = (column: 0, row: 0)
    bytes.appendList(arc) { bytes, position in
      let cell = grid.cell(of: position)
      bytes.appendJSON((column: cell.column - previous.column, row: cell.row - previous.row))
      previous = cell
    }
  }
}

extension [UInt8] {
  fileprivate mutating func appendJSON(_ text: String) {
    self += JSONWriter(layout: .compact).write(.string(text))
  }

  fileprivate mutating func appendJSON(_ value: PropertyValue) {
    switch value {
    case .text(let text): appendJSON(text)
    case .null: self += "null".utf8
    case .integer, .decimal, .number: self += value.plainText.utf8
    }
  }

  fileprivate mutating func appendJSON(_ numbers: [Double]) {
    appendList(numbers) { $0.appendJSON(.number($1)) }
  }

  fileprivate mutating func appendJSON(_ cell: (column: Int, row: Int)) {
    append(UInt8(ascii: "["))
    appendJSON(cell.column)
    append(UInt8(ascii: ","))
    appendJSON(cell.row)
    append(UInt8(ascii: "]"))
  }

  fileprivate mutating func appendJSON(_ number: Int) {
    self += String(number).utf8
  }

  fileprivate mutating func appendList<Item>(
    _ items: [Item], _ appendItem: (inout [UInt8], Item) -> Void
  ) {
    append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      appendItem(&self, item)
    }
    append(UInt8(ascii: "]"))
  }
}
