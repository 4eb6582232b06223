public import SimpleFeatures

/// A static R-tree over rectangles, packed along a Hilbert curve.
///
/// Built complete by its initialiser and never changed. All boxes lie in flat arrays, the leaves
/// first and the root last; a node's children are consecutive, so the only link a node needs is
/// the index of its first child.
///
/// - SeeAlso: I. Kamel, C. Faloutsos, "On packing R-trees", *CIKM* 1993, 490–499.
public struct PackedRTree: Sendable {
  /// The most children a node has.
  public static let fanOut = 16

  /// The number of rectangles indexed.
  public let count: Int

  private var minX: [Double]
  private var minY: [Double]
  private var maxX: [Double]
  private var maxY: [Double]
  /// For a leaf, the item's index in the input; for an inner node, its first child.
  private var links: [Int]
  /// Where each level ends, leaves first.
  private var levelEnds: [Int]

  /// An index over the rectangles; empty ones are never found.
  ///
  /// - Complexity: O(*n* log *n*) time, O(*n*) memory.
  public init(_ boxes: [BoundingBox]) {
    count = boxes.count
    let order = Self.hilbertOrder(of: boxes)
    minX = order.map { boxes[$0].minX }
    minY = order.map { boxes[$0].minY }
    maxX = order.map { boxes[$0].maxX }
    maxY = order.map { boxes[$0].maxY }
    links = order
    levelEnds = [boxes.count]
    var start = 0
    while links.count - start > 1 {
      let end = links.count
      for first in stride(from: start, to: end, by: Self.fanOut) {
        appendParent(ofChildren: first..<min(first + Self.fanOut, end))
      }
      start = end
      levelEnds.append(links.count)
    }
  }

  private mutating func appendParent(ofChildren children: Range<Int>) {
    var box = BoundingBox.empty
    for child in children { box.formUnion(self.box(of: child)) }
    minX.append(box.minX)
    minY.append(box.minY)
    maxX.append(box.maxX)
    maxY.append(box.maxY)
    links.append(children.lowerBound)
  }

  private func box(of node: Int) -> BoundingBox {
    BoundingBox(minX: minX[node], minY: minY[node], maxX: maxX[node], maxY: maxY[node])
  }

  private static func hilbertOrder(of boxes: [BoundingBox]) -> [Int] {
    var all = BoundingBox.empty
    for box in boxes where !box.isEmpty { all.formUnion(box) }
    // A share of the extent first, so that no extent is too small or too large; 0 of nothing.
    func cell(_ offset: Double, of extent: Double) -> UInt32 {
      let share = offset / extent
      return share > 0 ? UInt32(min(share, 1) * Double(HilbertCurve.side - 1)) : 0
    }
    let keys = boxes.map { box -> UInt32 in
      guard !box.isEmpty else { return .max }
      let centre = box.centre
      return HilbertCurve.position(
        column: cell(centre.x - all.minX, of: all.maxX - all.minX),
        row: cell(centre.y - all.minY, of: all.maxY - all.minY))
    }
    return boxes.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
  }

  /// The indices of all rectangles that share a position with `box`, in ascending order.
  ///
  /// - Complexity: O(log *n* + *k*) on well-spread data, for *k* found.
  public func search(_ box: BoundingBox) -> [Int] {
    var found: [Int] = []
    forEach(intersecting: box) { found.append($0) }
    found.sort()
    return found
  }

  /// Calls `body` with the index of every rectangle that shares a position with `box`, in no
  /// particular order.
  public func forEach(intersecting box: BoundingBox, _ body: (Int) -> Void) {
    guard count > 0, !box.isEmpty else { return }
    var stack = [links.count - 1]
    while let node = stack.popLast() {
      guard self.box(of: node).intersects(box) else { continue }
      if node < count {
        body(links[node])
      } else {
        let first = links[node]
        for child in first..<childrenEnd(first) { stack.append(child) }
      }
    }
  }

  /// The end of the run of children that begins at `first`.
  private func childrenEnd(_ first: Int) -> Int {
    var level = 0
    while levelEnds[level] <= first { level += 1 }
    return min(first + Self.fanOut, levelEnds[level])
  }
}
