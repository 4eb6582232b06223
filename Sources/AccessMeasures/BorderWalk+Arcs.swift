internal import Foundation
internal import SimpleFeatures
internal import SpatialIndex
internal import SpatialStatistics

extension BorderWalk {
  /// A piece of an arc between two cuts, which is inside the area or outside as a whole.
  private struct Piece {
    let area: Double
    /// The middle, if the cuts do not tell on which side of the border it is.
    let middle: Coordinate?
  }

  /// Cuts nearer to each other than this, in radians, do not tell which of them comes first.
  private static let leastGap = 1e-9
  /// Pieces shorter than this, in radians, are nothing but rounding.
  private static let leastLength = 1e-12

  /// The covered area: the covered edges summed before, and the arcs inside the area.
  ///
  /// - Parameters:
  ///   - arcs: Those of each near disc.
  ///   - area: The area along whose border the walk went.
  /// - Returns: Square metres, 0 to the area's own.
  func covered(with arcs: [ArraySlice<DiscBorder.Arc>], in area: MultiPolygon) -> Double {
    let cuts = cuts.sorted { ($0.disc, $0.direction) < ($1.disc, $1.direction) }
    var pieces: [Piece] = []
    var next = 0
    for disc in near.indices {
      let first = next
      while next < cuts.count, cuts[next].disc == disc { next += 1 }
      for arc in arcs[disc] { divide(arc, of: near[disc], at: cuts[first..<next], &pieces) }
    }
    var total = CompensatedSum()
    total.add(covered.value / 2)
    let unknown = pieces.compactMap(\.middle)
    // An index pays only for more than a few.
    let locator = unknown.count > 16 ? AreaLocator([area]) : nil
    for piece in pieces {
      if let middle = piece.middle {
        guard area.bounds.contains(middle) else { continue }
        let location = locator?.location(of: middle, inArea: 0) ?? area.location(of: middle)
        guard location != .exterior else { continue }
      }
      total.add(piece.area)
    }
    return min(max(total.value, 0), max(whole.value / 2, 0))
  }

  /// Adds the pieces of an arc that are or may be inside the area.
  private func divide(
    _ arc: DiscBorder.Arc, of disc: NearDisc, at cuts: ArraySlice<Cut>, _ pieces: inout [Piece]
  ) {
    let member = DiscBorder.Member(
      centre: Coordinate(x: disc.x, y: disc.y), radius: disc.radius, catchment: 0)
    func add(from start: Double, to end: Double, isInside: Bool?) {
      guard end - start > Self.leastLength, isInside != false else { return }
      let middle = (start + end) / 2
      pieces.append(
        Piece(
          area: member.area(
            under: DiscBorder.Arc(start: start, end: end), from: Coordinate(x: 0, y: 0)),
          middle: isInside == true
            ? nil
            : Coordinate(
              x: origin.x + (disc.x + disc.radius * cos(middle)),
              y: origin.y + (disc.y + disc.radius * sin(middle)))))
    }
    var start = arc.start
    var before: Int8 = 0
    for index in cuts.indices where cuts[index].direction > arc.start {
      let cut = cuts[index]
      guard cut.direction < arc.end else { break }
      let isClear =
        (index == cuts.startIndex
          || cut.direction - cuts[index - 1].direction > Self.leastGap)
        && (index == cuts.endIndex - 1
          || cuts[index + 1].direction - cut.direction > Self.leastGap)
      let turn = isClear ? cut.turn : 0
      add(from: start, to: cut.direction, isInside: Self.side(after: before, before: turn))
      (start, before) = (cut.direction, turn)
    }
    add(from: start, to: arc.end, isInside: Self.side(after: before, before: 0))
  }

  /// Whether a piece is inside the area by the turns of its two cuts; `nil` where they do not say,
  /// or not the same.
  private static func side(after start: Int8, before end: Int8) -> Bool? {
    let sum = start - end
    return sum > 0 ? true : sum < 0 ? false : nil
  }
}
