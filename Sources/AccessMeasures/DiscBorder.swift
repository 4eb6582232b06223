internal import Foundation
internal import SimpleFeatures
internal import SpatialIndex
internal import SpatialStatistics

/// The arcs of circles that bound the ground which at least *k* catchments cover.
///
/// A part of a circle bounds it where *k* − 1 other catchments lie, and not the circle's own: one
/// step inwards there are *k*. All parts lie with the ground on their left.
struct DiscBorder: Sendable {
  /// A part of a circle, between two directions from −π to π, counter-clockwise.
  struct Arc: Sendable {
    let start: Double
    let end: Double
  }

  /// A disc of a catchment.
  struct Member: Hashable, Sendable {
    let centre: Coordinate
    let radius: Double
    let catchment: Int32
  }

  let arcs: [Arc]
  /// Where each disc's arcs begin; one entry more than there are discs.
  let starts: [Int]

  func arcs(of disc: Int) -> ArraySlice<Arc> { arcs[starts[disc]..<starts[disc + 1]] }

  /// The arcs of every disc.
  ///
  /// Where discs lie close, most circles are soon found to be hidden by a few others, and the rest
  /// of their neighbours is left alone.
  ///
  /// - Complexity: O(*p* log *n*) for *p* pairs of circles whose rectangles meet.
  init(of discs: [Member], tree: PackedRTree, catchmentCount: Int, count: Int) {
    var arcs: [Arc] = []
    var starts = [0]
    var depth = OverlapDepth(catchmentCount: catchmentCount)
    for (index, disc) in discs.enumerated() {
      depth.removeAll()
      var veil = Veil()
      // Circles that coincide bound ground together, where all their catchments make it deep
      // enough; the arc then belongs to the first catchment that has no other disc there.
      var coincident = [disc.catchment]
      tree.forEach(intersecting: disc.bounds) { other in
        guard other != index, !veil.isWhole else { return }
        let other = discs[other]
        if other.centre == disc.centre, other.radius == disc.radius {
          coincident.append(other.catchment)
        } else if let arc = Self.arc(of: disc, within: other) {
          for part in arc.unwound {
            depth.add(from: part.start, to: part.end, catchment: other.catchment)
            if other.catchment == disc.catchment { veil.add(part) }
          }
        }
      }
      if !veil.isWhole {
        coincident.sort()
        depth.forEachPart(from: -Double.pi, to: Double.pi, apart: coincident) { part in
          let outside = part.depth + part.depthApart
          let inside = part.depth + coincident.count
          if outside < count, count <= inside, part.free == disc.catchment {
            arcs.append(Arc(start: part.start, end: part.end))
          }
        }
      }
      starts.append(arcs.count)
    }
    self.arcs = arcs
    self.starts = starts
  }

  /// The part of a circle that lies within another disc; it may reach beyond −π or π.
  ///
  /// The half-angle is taken from the two legs of a right triangle, computed so that both circles
  /// of a pair get the very same half-chord: else the arcs of two that barely touch would not
  /// meet.
  private static func arc(of disc: Member, within other: Member) -> Arc? {
    let dx = other.centre.x - disc.centre.x
    let dy = other.centre.y - disc.centre.y
    let squared = dx * dx + dy * dy
    let distance = squared.squareRoot()
    let sum = disc.radius + other.radius
    let difference = disc.radius - other.radius
    guard distance < sum, distance > difference else { return nil }
    guard distance > -difference else { return Arc(start: -Double.pi, end: Double.pi) }
    let product =
      ((sum - distance) * (sum + distance)) * ((distance + difference) * (distance - difference))
    let half = atan2(max(product, 0).squareRoot(), squared + difference * sum)
    // Not a number where squares are beyond the range of numbers.
    guard half.isFinite else { return nil }
    let middle = atan2(dy, dx)
    return Arc(start: middle - half, end: middle + half)
  }

  /// Which of 64 sectors of a circle are hidden.
  private struct Veil {
    private var sectors: UInt64 = 0
    var isWhole: Bool { sectors == .max }

    /// Hides the sectors that lie within an arc as a whole.
    mutating func add(_ arc: Arc) {
      let first = Int(((arc.start / Double.pi + 1) * 32).rounded(.up))
      let end = Int(((arc.end / Double.pi + 1) * 32).rounded(.down))
      guard first < end else { return }
      sectors |= (.max >> UInt64(64 - (end - first))) << UInt64(first)
    }
  }
}

extension DiscBorder.Arc {
  /// The same directions as one or two arcs within −π…π.
  fileprivate var unwound: [DiscBorder.Arc] {
    if start < -Double.pi {
      return [
        DiscBorder.Arc(start: start + 2 * Double.pi, end: Double.pi),
        DiscBorder.Arc(start: -Double.pi, end: end),
      ]
    }
    if end > Double.pi {
      return [
        DiscBorder.Arc(start: start, end: Double.pi),
        DiscBorder.Arc(start: -Double.pi, end: end - 2 * Double.pi),
      ]
    }
    return [self]
  }
}

extension DiscBorder.Member {
  var bounds: BoundingBox {
    BoundingBox(
      minX: centre.x - radius, minY: centre.y - radius, maxX: centre.x + radius,
      maxY: centre.y + radius)
  }

  /// Half the integral of *x* d*y* − *y* d*x* along an arc, as seen from a position: what the arc
  /// adds to the area that it bounds.
  func area(under arc: DiscBorder.Arc, from origin: Coordinate) -> Double {
    let (x, y) = (centre.x - origin.x, centre.y - origin.y)
    return radius / 2
      * (radius * (arc.end - arc.start) + x * (sin(arc.end) - sin(arc.start))
        - y * (cos(arc.end) - cos(arc.start)))
  }
}
