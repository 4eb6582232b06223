import AccessMeasures
import Foundation
import SimpleFeatures

/// The covered part of an area by another way, slow and plain: horizontal slabs.
///
/// The slabs end at every height at which anything happens: a corner, the top or bottom of a
/// circle, a crossing of two circles or of a circle and an edge. Within a slab the same edges and
/// circles stand side by side throughout, so those at its middle tell what is covered, and the
/// width between two of them is integrated in closed form.
struct SlabSum {
  let edges: [(a: Coordinate, b: Coordinate)]
  let discs: [(disc: Disc, catchment: Int)]

  init(_ area: MultiPolygon, under catchments: [[Disc]]) {
    edges = area.rings.flatMap { ring in
      zip([ring.corners[ring.corners.count - 1]] + ring.corners, ring.corners).map { ($0, $1) }
    }
    discs = catchments.enumerated().flatMap { index, discs in discs.map { ($0, index) } }
  }

  func area(coveredAtLeast count: Int) -> Double {
    let heights = Set(heights).sorted()
    return zip(heights, heights.dropFirst()).reduce(0) {
      $0 + area(from: $1.0, to: $1.1, count)
    }
  }

  /// A line that is met from the west: an edge, or the western or eastern half of a circle.
  private struct Line {
    let x: Double
    /// The integral of its easting over the slab.
    let integral: Double
    /// The catchment that begins (1) or ends (−1) there; none for an edge.
    let catchment: Int?
    let step: Int
  }

  private func area(from bottom: Double, to top: Double, _ count: Int) -> Double {
    let middle = (bottom + top) / 2
    var lines: [Line] = []
    for (a, b) in edges where (a.y > middle) != (b.y > middle) {
      func x(_ y: Double) -> Double { a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y)) }
      lines.append(
        Line(x: x(middle), integral: (top - bottom) * x(middle), catchment: nil, step: 0))
    }
    for (disc, catchment) in discs where abs(middle - disc.centre.y) < disc.radius.metres {
      let r = disc.radius.metres
      func width(_ u: Double) -> Double { max((r - u) * (r + u), 0).squareRoot() }
      func half(_ y: Double) -> Double {
        let u = y - disc.centre.y
        return (u * width(u) + r * r * atan2(u, width(u))) / 2
      }
      for side in [-1, 1] {
        lines.append(
          Line(
            x: disc.centre.x + Double(side) * width(middle - disc.centre.y),
            integral: disc.centre.x * (top - bottom) + Double(side) * (half(top) - half(bottom)),
            catchment: catchment, step: -side))
      }
    }
    lines.sort { $0.x < $1.x }
    var (isInside, open, total) = (false, [Int: Int](), 0.0)
    for (line, next) in zip(lines, lines.dropFirst()) {
      if let catchment = line.catchment {
        open[catchment, default: 0] += line.step
      } else {
        isInside.toggle()
      }
      if isInside, open.values.count(where: { $0 > 0 }) >= count {
        total += next.integral - line.integral
      }
    }
    return total
  }

  private var heights: [Double] {
    var heights = edges.flatMap { [$0.a.y, $0.b.y] }
    for (index, (disc, _)) in discs.enumerated() {
      let (c, r) = (disc.centre, disc.radius.metres)
      heights += [c.y - r, c.y + r]
      for (a, b) in edges {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let length = dx * dx + dy * dy
        let foot = -((a.x - c.x) * dx + (a.y - c.y) * dy) / length
        let offset = ((a.x - c.x) * dy - (a.y - c.y) * dx) / length.squareRoot()
        // Where a circle touches an edge, too, or a slab's middle might be just there.
        heights.append(a.y + foot * dy)
        guard abs(offset) < r else { continue }
        let half = ((r - offset) * (r + offset) / length).squareRoot()
        heights += [a.y + (foot - half) * dy, a.y + (foot + half) * dy]
      }
      for (other, _) in discs[..<index] {
        let (dx, dy) = (other.centre.x - c.x, other.centre.y - c.y)
        let distance = (dx * dx + dy * dy).squareRoot()
        let s = other.radius.metres
        guard distance > 0 else { continue }
        heights += [-r, r].map { c.y + $0 * dy / distance }
        guard distance > abs(r - s), distance < r + s else { continue }
        let along = (distance * distance + (r - s) * (r + s)) / (2 * distance)
        let across = max((r - along) * (r + along), 0).squareRoot()
        heights += [-1.0, 1].map { c.y + (along * dy + $0 * across * dx) / distance }
      }
    }
    return heights
  }
}
