internal import Foundation
public import SimpleFeatures

/// The exact area that a disc shares with an area of straight edges.
public enum DiscOverlap {
  /// The shared area in square metres.
  ///
  /// Summed edge by edge with Green's theorem: inside the circle an edge contributes the triangle
  /// it makes with the centre, outside it the sector it spans. No polygon stands in for the circle.
  ///
  /// - Parameters:
  ///   - centre: The middle of the disc.
  ///   - radius: Its radius, more than 0.
  ///   - area: Rings that do not cross; their direction does not matter.
  /// - Returns: 0 to π·radius².
  /// - Complexity: O(*n*) in the number of corners.
  public static func area(
    centre: Coordinate, radius: Distance, with area: MultiPolygon
  ) -> Double {
    var total = 0.0
    for polygon in area.polygons {
      total += abs(signedArea(centre, radius.metres, polygon.exterior))
      for hole in polygon.holes { total -= abs(signedArea(centre, radius.metres, hole)) }
    }
    return total
  }

  private static func signedArea(
    _ centre: Coordinate, _ radius: Double, _ ring: LinearRing
  ) -> Double {
    var total = 0.0
    var previous = ring.corners[ring.corners.count - 1]
    for corner in ring.corners {
      total += contribution(
        ax: previous.x - centre.x, ay: previous.y - centre.y, bx: corner.x - centre.x,
        by: corner.y - centre.y, radius: radius)
      previous = corner
    }
    return total
  }

  /// The signed area between the centre and the part of the edge a → b inside the circle, plus
  /// the sectors spanned by the parts outside.
  private static func contribution(
    ax: Double, ay: Double, bx: Double, by: Double, radius: Double
  ) -> Double {
    let dx = bx - ax
    let dy = by - ay
    let lengthSquared = dx * dx + dy * dy
    guard lengthSquared > 0 else { return 0 }
    // The edge meets the circle where |a + t·(b − a)| = r, at t = m ± h.
    let middle = -(ax * dx + ay * dy) / lengthSquared
    let cross = ax * by - ay * bx
    let offset = cross / lengthSquared
    let discriminant = radius * radius / lengthSquared - offset * offset
    guard discriminant > 0 else { return sector(ax, ay, bx, by, radius) }
    let half = discriminant.squareRoot()
    let enter = max(middle - half, 0)
    let leave = min(middle + half, 1)
    guard enter < leave else { return sector(ax, ay, bx, by, radius) }
    let (px, py) = (ax + enter * dx, ay + enter * dy)
    let (qx, qy) = (ax + leave * dx, ay + leave * dy)
    var total = (px * qy - py * qx) / 2
    if enter > 0 { total += sector(ax, ay, px, py, radius) }
    if leave < 1 { total += sector(qx, qy, bx, by, radius) }
    return total
  }

  private static func sector(
    _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ radius: Double
  ) -> Double {
    radius * radius / 2 * atan2(ax * by - ay * bx, ax * bx + ay * by)
  }
}
