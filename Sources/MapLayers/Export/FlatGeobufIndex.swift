internal import SimpleFeatures
internal import SpatialIndex

/// The spatial index of a FlatGeobuf file: a packed R-tree along a Hilbert curve.
///
/// The features are put in order of their places on the curve, the last first. Each level above
/// has a node for every sixteen below; there are at least two levels. In the file the root comes
/// first and the leaves last.
///
/// - SeeAlso: B. Harrtell, *FlatGeobuf* specification, version 3 (flatgeobuf.org);
///   I. Kamel, C. Faloutsos, "On packing R-trees", *CIKM* 1993, 490–499.
struct FlatGeobufIndex {
  /// The most children that a node has.
  static let nodeSize = 16

  /// The features in the order in which the file has them.
  let order: [Int]
  /// The smallest rectangle around all boxes.
  let extent: BoundingBox
  private let boxes: [BoundingBox]

  /// An index over the boxes of features.
  ///
  /// - Precondition: There is at least one box, and none is empty.
  init(_ boxes: [BoundingBox]) {
    precondition(!boxes.isEmpty && !boxes.contains(where: \.isEmpty), "nothing to index")
    var extent = BoundingBox.empty
    for box in boxes { extent.formUnion(box) }
    self.extent = extent
    self.boxes = boxes
    let keys = boxes.map { Self.key(of: $0.centre, in: extent) }
    order = boxes.indices.sorted { (keys[$1], $0) < (keys[$0], $1) }
  }

  private static func key(of centre: Coordinate, in extent: BoundingBox) -> UInt32 {
    func cell(_ offset: Double, of length: Double) -> UInt32 {
      let share = offset / length
      return share > 0 ? UInt32(min(share, 1) * Double(HilbertCurve.side - 1)) : 0
    }
    return HilbertCurve.position(
      column: cell(centre.x - extent.minX, of: extent.maxX - extent.minX),
      row: cell(centre.y - extent.minY, of: extent.maxY - extent.minY))
  }

  /// The tree as the file has it, when the features start at these bytes among the features.
  ///
  /// For each node it has the box and, for a leaf, where its feature starts or, for the others,
  /// the number of the first child.
  func bytes(featureStarts starts: [Int]) -> [UInt8] {
    var levels = [zip(order, starts).map { Node(box: boxes[$0], link: $1) }]
    repeat {
      levels.append(Self.parents(of: levels[levels.count - 1]))
    } while levels[levels.count - 1].count > 1
    var bytes: [UInt8] = []
    bytes.reserveCapacity(levels.reduce(0) { $0 + $1.count } * Node.size)
    var firstOfNext = 0
    for (level, nodes) in levels.enumerated().reversed() {
      firstOfNext += nodes.count
      for var node in nodes {
        // A parent knows its first child's place in its level; the file counts from the root.
        if level > 0 { node.link += firstOfNext }
        node.append(to: &bytes)
      }
    }
    return bytes
  }

  private static func parents(of nodes: [Node]) -> [Node] {
    stride(from: 0, to: nodes.count, by: nodeSize).map { first in
      var box = BoundingBox.empty
      for node in nodes[first..<min(first + nodeSize, nodes.count)] { box.formUnion(node.box) }
      return Node(box: box, link: first)
    }
  }

  private struct Node {
    static let size = 40

    let box: BoundingBox
    var link: Int

    func append(to bytes: inout [UInt8]) {
      for ordinate in [box.minX, box.minY, box.maxX, box.maxY] {
        bytes.appendLittleEndian(ordinate.bitPattern)
      }
      bytes.appendLittleEndian(UInt64(link))
    }
  }
}

extension [UInt8] {
  /// Appends a number, its least byte first.
  mutating func appendLittleEndian(_ number: some FixedWidthInteger) {
    for shift in stride(from: 0, to: number.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}
