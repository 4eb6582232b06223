import GeoJSON
import SimpleFeatures

/// A FlatBuffer table read by its vtable, as the specification of FlatBuffers says and by no code
/// of the module.
struct FlatBufferTable {
  let bytes: [UInt8]
  let start: Int

  /// The root table of the size-prefixed buffer that starts at `offset`.
  init(sizePrefixedAt offset: Int, in bytes: [UInt8]) {
    let buffer = Array(bytes[offset..<offset + 4 + Int(bytes.number(at: offset) as UInt32)])
    self.bytes = buffer
    start = 4 + Int(buffer.number(at: 4) as UInt32)
  }

  private init(bytes: [UInt8], start: Int) {
    self.bytes = bytes
    self.start = start
  }

  /// Where a field lies; `nil` for one that has its default.
  private func place(of field: Int) -> Int? {
    let distance: Int32 = bytes.number(at: start)
    let vtable = start - Int(distance)
    let size: UInt16 = bytes.number(at: vtable)
    guard 4 + 2 * field < Int(size) else { return nil }
    let offset: UInt16 = bytes.number(at: vtable + 4 + 2 * field)
    return offset == 0 ? nil : start + Int(offset)
  }

  func number<Number: FixedWidthInteger>(_ field: Int) -> Number? {
    place(of: field).map { place in
      precondition(place % MemoryLayout<Number>.size == 0, "a number lies across its alignment")
      return bytes.number(at: place)
    }
  }

  /// Where the target of a reference lies.
  private func target(at place: Int) -> Int {
    place + Int(bytes.number(at: place) as UInt32)
  }

  func table(_ field: Int) -> FlatBufferTable? {
    place(of: field).map { FlatBufferTable(bytes: bytes, start: target(at: $0)) }
  }

  /// Where the elements of a vector start, and how many they are.
  private func vector(_ field: Int) -> (start: Int, count: Int)? {
    place(of: field).map { place in
      let start = target(at: place)
      return (start + 4, Int(bytes.number(at: start) as UInt32))
    }
  }

  func string(_ field: Int) -> String? {
    vector(field).map { vector in
      precondition(bytes[vector.start + vector.count] == 0, "a string does not end in zero")
      return String(decoding: bytes[vector.start..<vector.start + vector.count], as: UTF8.self)
    }
  }

  func bytes(_ field: Int) -> [UInt8]? {
    vector(field).map { Array(bytes[$0.start..<$0.start + $0.count]) }
  }

  func doubles(_ field: Int) -> [Double]? {
    vector(field).map { vector in
      precondition(vector.start % 8 == 0, "numbers lie across their alignment")
      return (0..<vector.count).map {
        Double(bitPattern: bytes.number(at: vector.start + 8 * $0) as UInt64)
      }
    }
  }

  func wholes(_ field: Int) -> [UInt32]? {
    vector(field).map { vector in (0..<vector.count).map { bytes.number(at: vector.start + 4 * $0) }
    }
  }

  func tables(_ field: Int) -> [FlatBufferTable] {
    guard let vector = vector(field) else { return [] }
    return (0..<vector.count).map {
      FlatBufferTable(bytes: bytes, start: target(at: vector.start + 4 * $0))
    }
  }
}

/// A FlatGeobuf file, read as its specification says and by no code of the module.
///
/// - SeeAlso: B. Harrtell, *FlatGeobuf* specification, version 3, with `header.fbs` and
///   `feature.fbs` (flatgeobuf.org).
struct FlatGeobufFile {
  /// A node of the index.
  struct Node {
    let box: BoundingBox
    let link: Int
  }

  let bytes: [UInt8]
  let header: FlatBufferTable
  let nodes: [Node]
  /// The features in the order of the file, and where each starts among them.
  let features: [(start: Int, table: FlatBufferTable)]

  var columns: [FlatBufferTable] { header.tables(7) }
  var count: Int { Int(header.number(8) ?? 0 as UInt64) }
  var nodeSize: Int { Int(header.number(9) ?? 16 as UInt16) }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    header = FlatBufferTable(sizePrefixedAt: 8, in: bytes)
    var place = 8 + 4 + Int(bytes.number(at: 8) as UInt32)
    let count = Int(header.number(8) ?? 0 as UInt64)
    let isIndexed = header.number(9) ?? 16 as UInt16 != 0
    let nodeCount = isIndexed ? Self.levelSizes(count).reduce(0, +) : 0
    nodes = (0..<nodeCount).map { node in
      func ordinate(_ index: Int) -> Double {
        Double(bitPattern: bytes.number(at: place + 40 * node + 8 * index))
      }
      return Node(
        box: BoundingBox(
          minX: ordinate(0), minY: ordinate(1), maxX: ordinate(2), maxY: ordinate(3)),
        link: Int(bytes.number(at: place + 40 * node + 32) as UInt64))
    }
    place += 40 * nodeCount
    let first = place
    var features: [(start: Int, table: FlatBufferTable)] = []
    while place < bytes.count {
      features.append((place - first, FlatBufferTable(sizePrefixedAt: place, in: bytes)))
      place += 4 + Int(bytes.number(at: place) as UInt32)
    }
    self.features = features
  }

  /// The counts of nodes from the leaves to the root; there is always a level above the leaves.
  static func levelSizes(_ count: Int) -> [Int] {
    var sizes = [count]
    repeat { sizes.append((sizes[sizes.count - 1] + 15) / 16) } while sizes.last != 1
    return sizes
  }

  /// The first node of each level from the leaves to the root, which is node 0.
  var levelStarts: [Int] {
    var start = nodes.count
    return Self.levelSizes(count).map { size in
      start -= size
      return start
    }
  }

  /// Where the features start whose boxes meet a box, by the index alone.
  func search(_ box: BoundingBox) -> [Int] {
    let starts = levelStarts
    let leaves = starts[0]
    var found: [Int] = []
    var pending = [0]
    while let number = pending.popLast() {
      let node = nodes[number]
      guard node.box.intersects(box) else { continue }
      if number >= leaves {
        found.append(node.link)
      } else {
        // The children are of one level: they end where it does.
        let end = starts.filter { $0 > node.link }.min() ?? nodes.count
        pending += node.link..<min(node.link + 16, end)
      }
    }
    return found.sorted()
  }

  /// The values of a feature by the names of their columns.
  func values(of feature: Int) -> [String: PropertyValue] {
    let bytes = features[feature].table.bytes(1) ?? []
    var values: [String: PropertyValue] = [:]
    var place = 0
    while place < bytes.count {
      let column = columns[Int(bytes.number(at: place) as UInt16)]
      place += 2
      switch column.number(1) ?? 0 as UInt8 {
      case 7:
        values[column.string(0) ?? ""] = .integer(Int(bytes.number(at: place) as Int64))
        place += 8
      case 10:
        let bits: UInt64 = bytes.number(at: place)
        values[column.string(0) ?? ""] = .number(Double(bitPattern: bits))
        place += 8
      case 11:
        let count = Int(bytes.number(at: place) as UInt32)
        let text = String(decoding: bytes[place + 4..<place + 4 + count], as: UTF8.self)
        values[column.string(0) ?? ""] = .text(text)
        place += 4 + count
      default: preconditionFailure("a type that layers do not have")
      }
    }
    return values
  }

  func geometry(of feature: Int) -> Geometry? {
    features[feature].table.table(0).map(Self.geometry)
  }

  private static func geometry(_ table: FlatBufferTable) -> Geometry {
    let ordinates = table.doubles(1) ?? []
    let positions = stride(from: 0, to: ordinates.count, by: 2).map {
      Position(x: ordinates[$0], y: ordinates[$0 + 1])
    }
    var lines: [[Position]] = []
    var start = 0
    for end in table.wholes(0) ?? [UInt32(positions.count)] {
      lines.append(Array(positions[start..<Int(end)]))
      start = Int(end)
    }
    let parts = table.tables(7).map(geometry)
    switch table.number(6) ?? 0 as UInt8 {
    case 1: return .point(positions[0])
    case 2: return .lineString(positions)
    case 3: return .polygon(lines)
    case 4: return .multiPoint(positions)
    case 5: return .multiLineString(lines)
    case 6: return .multiPolygon(parts.flatMap(\.polygons))
    default: return .geometryCollection(parts)
    }
  }
}

extension [UInt8] {
  /// The little-endian number at a place.
  func number<Number: FixedWidthInteger>(at place: Int) -> Number {
    (0..<MemoryLayout<Number>.size).reduce(0) { $0 | Number(self[place + $1]) << (8 * $1) }
  }
}
