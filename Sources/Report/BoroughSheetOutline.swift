/// Rings of corners, as the map of a sheet needs them: read, cut to a frame and drawn.
struct BoroughSheetOutline {
  private(set) var rings: [[MapPoint]]

  /// The rings of a path that ``MapShapes`` has drawn: each is `M x y l`, steps and `z`.
  init(path: String) {
    rings = path.utf8.split(separator: UInt8(ascii: "z")).map { ring in
      let numbers = Self.numbers(ring)
      var at = MapPoint(x: 0, y: 0)
      return stride(from: 0, to: numbers.count - 1, by: 2).map { index in
        at.x += numbers[index]
        at.y += numbers[index + 1]
        return at
      }
    }
  }

  /// The whole numbers of a path; a minus separates as well as a blank or a letter.
  private static func numbers(_ path: Substring.UTF8View.SubSequence) -> [Int] {
    var numbers: [Int] = []
    var (isNumber, isNegative) = (false, false)
    for byte in path {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int(byte - UInt8(ascii: "0")) * (isNegative ? -1 : 1)
        if isNumber {
          numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + digit
        } else {
          numbers.append(digit)
        }
        isNumber = true
      default:
        (isNumber, isNegative) = (false, byte == UInt8(ascii: "-"))
      }
    }
    return numbers
  }

  /// The part within a rectangle, ring by ring.
  ///
  /// A ring that leaves the rectangle several times stays one ring, with stretches along the edge.
  ///
  /// - SeeAlso: I. E. Sutherland, G. W. Hodgman, "Reentrant polygon clipping", *Communications of
  ///   the ACM* 17(1), 1974, 32–42.
  func clipped(toX xs: ClosedRange<Int>, y ys: ClosedRange<Int>) -> BoroughSheetOutline {
    var clipped = self
    clipped.rings = rings.compactMap { ring in
      var ring = Self.half(ring, below: xs.upperBound, along: \.x, across: \.y)
      ring = Self.half(ring, below: ys.upperBound, along: \.y, across: \.x)
      ring = Self.half(ring, above: xs.lowerBound, along: \.x, across: \.y)
      ring = Self.half(ring, above: ys.lowerBound, along: \.y, across: \.x)
      return ring.count < 3 ? nil : ring
    }
    return clipped
  }

  private typealias Ordinate = WritableKeyPath<MapPoint, Int>

  private static func half(
    _ ring: [MapPoint], below bound: Int, along: Ordinate, across: Ordinate
  ) -> [MapPoint] {
    guard var from = ring.last else { return [] }
    var kept: [MapPoint] = []
    for to in ring {
      let (isFromIn, isToIn) = (from[keyPath: along] <= bound, to[keyPath: along] <= bound)
      if isFromIn != isToIn {
        let share =
          Double(bound - from[keyPath: along]) / Double(to[keyPath: along] - from[keyPath: along])
        let step = share * Double(to[keyPath: across] - from[keyPath: across])
        var crossing = from
        crossing[keyPath: along] = bound
        crossing[keyPath: across] += Int(step.rounded())
        kept.append(crossing)
      }
      if isToIn { kept.append(to) }
      from = to
    }
    return kept
  }

  private static func half(
    _ ring: [MapPoint], above bound: Int, along: Ordinate, across: Ordinate
  ) -> [MapPoint] {
    func turned(_ ring: [MapPoint]) -> [MapPoint] { ring.map { MapPoint(x: -$0.x, y: -$0.y) } }
    return turned(half(turned(ring), below: -bound, along: along, across: across))
  }

  /// The corners in another plane; those that fall together are one.
  func mapped(_ place: (MapPoint) -> MapPoint) -> BoroughSheetOutline {
    var mapped = self
    mapped.rings = rings.compactMap { ring in
      var corners: [MapPoint] = []
      for corner in ring.lazy.map(place) where corners.last != corner { corners.append(corner) }
      if corners.count > 1, corners.first == corners.last { corners.removeLast() }
      return corners.count < 3 ? nil : corners
    }
    return mapped
  }

  /// The outline as an SVG path.
  var path: String {
    rings.map { ring in
      "M" + ring.map { "\($0.x) \($0.y)" }.joined(separator: " ") + "z"
    }.joined()
  }

  /// The rectangle around it; `nil` for nothing.
  var bounds: (x: ClosedRange<Int>, y: ClosedRange<Int>)? {
    let corners = rings.joined()
    guard let left = corners.map(\.x).min(), let right = corners.map(\.x).max(),
      let top = corners.map(\.y).min(), let bottom = corners.map(\.y).max()
    else { return nil }
    return (left...right, top...bottom)
  }

  /// The point of the largest ring that is farthest from its border, for a label, with the width
  /// and the height that there are.
  ///
  /// The centroid may lie outside a ring; this is the best of the middles of the widest stretches of
  /// a few lines across.
  ///
  /// - Complexity: O(*n*) in the corners.
  var labelPlace: (point: MapPoint, width: Int, height: Int)? {
    guard let ring = rings.max(by: { Self.twiceArea($0) < Self.twiceArea($1) }) else { return nil }
    let ys = ring.map(\.y)
    guard let top = ys.min(), let bottom = ys.max(), top < bottom else { return nil }
    var best: (point: MapPoint, width: Int, height: Int, room: Double)?
    let lines = 15
    for line in 1...lines {
      let y = Double(top) + Double(bottom - top) * Double(line) / Double(lines + 1)
      let widest = Self.stretches(of: ring, at: y).sorted { $0.1 - $0.0 > $1.1 - $1.0 }.prefix(2)
      for (left, right) in widest {
        let x = (left + right) / 2
        let room = Self.distance(from: (x, y), to: ring)
        guard room > best?.room ?? 0 else { continue }
        best = (
          MapPoint(x: Int(x.rounded()), y: Int(y.rounded())),
          Int(right - left), Int(2 * room), room
        )
      }
    }
    return best.map { ($0.point, $0.width, $0.height) }
  }

  /// How far a point is from the border of a ring.
  private static func distance(from point: (x: Double, y: Double), to ring: [MapPoint]) -> Double {
    var least = Double.infinity
    for (from, to) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
      let (dx, dy) = (Double(to.x - from.x), Double(to.y - from.y))
      let (px, py) = (point.x - Double(from.x), point.y - Double(from.y))
      let square = dx * dx + dy * dy
      let along = square > 0 ? min(1, max(0, (px * dx + py * dy) / square)) : 0
      let (ex, ey) = (px - along * dx, py - along * dy)
      least = min(least, ex * ex + ey * ey)
    }
    return least.squareRoot()
  }

  /// The stretches of a level line that lie within a ring.
  private static func stretches(of ring: [MapPoint], at y: Double) -> [(Double, Double)] {
    var crossings: [Double] = []
    for (from, to) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
      let (a, b) = (Double(from.y), Double(to.y))
      guard (a <= y) != (b <= y) else { continue }
      crossings.append(Double(from.x) + (y - a) / (b - a) * Double(to.x - from.x))
    }
    crossings.sort()
    return stride(from: 0, to: crossings.count - 1, by: 2).map {
      (crossings[$0], crossings[$0 + 1])
    }
  }

  private static func twiceArea(_ ring: [MapPoint]) -> Double {
    var sum = 0.0
    for (from, to) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
      sum += Double(from.x) * Double(to.y) - Double(to.x) * Double(from.y)
    }
    return abs(sum)
  }
}
