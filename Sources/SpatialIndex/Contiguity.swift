public import SimpleFeatures

/// Who borders on whom: neighbours by their borders.
///
/// Only borders count, never what is inside them. Borders that cross make neighbours; an area in a
/// hole of another is its neighbour; an area that lies inside another without coming near its
/// border is not. Parts of one area are not each other's neighbours.
///
/// Edges are compared with edges, so corners need not match: an area whose long edge passes a
/// corner of another is its neighbour. Boundary files are seldom exact, though. Where corners
/// were rounded or borders generalised apart, a tolerance ε bridges the gap:
///
/// - ``queen``: the distance between the borders is at most ε.
/// - ``rook``: the borders share a stretch of positive length, or there is a gap between them that
///   is at most ε wide and more than four times as long as wide. In full: for a width *w* of ε,
///   ε/2, ε/4 …, down to a micrometre, more than 4*w* of one area's border runs within *w*
///   alongside the other's. A position runs alongside an edge when its perpendicular foot lies on
///   the edge and its own edge is at most 45° from parallel to it.
///
/// So areas that meet at one corner only are not rook neighbours, whatever the tolerance, unless
/// their borders part there at less than 30°, for then a corner cannot be told from a gap. Without
/// a tolerance both rules are decided without rounding error. A tolerance keeps all neighbours
/// found without one, and twice the tolerance keeps all found with it.
///
/// A tolerance as wide as an area makes neighbours of those on either side of it, and one as long
/// as a border makes queen neighbours of those at its two ends. Keep it above the errors of the
/// file and well below its shortest borders.
///
/// - SeeAlso: P. A. P. Moran, "The interpretation of statistical maps", *Journal of the Royal
///   Statistical Society B* 10(2), 1948, 243–251; A. D. Cliff, J. K. Ord, *Spatial Processes*,
///   1981, on the moves of chess.
public enum Contiguity: Hashable, Sendable {
  /// A shared position is enough.
  case queen
  /// A shared stretch of border is needed.
  case rook

  /// The neighbours of every area.
  ///
  /// - Parameters:
  ///   - areas: In metres.
  ///   - tolerance: ε, how far apart borders may be; finite, not negative.
  /// - Returns: For every area the indices of its neighbours, ascending, itself not among them;
  ///   empty for islands and empty areas. Symmetric: if one area lists another, so does the other.
  /// - Complexity: O(*n* log *n*) in the number of corners, for areas whose borders are apart but
  ///   where they are neighbours, and edges not much shorter than the tolerance.
  public func neighbours(
    of areas: [MultiPolygon], tolerance: Distance = .metres(0)
  ) -> [[Int]] {
    precondition(
      tolerance.metres.isFinite && tolerance.metres >= 0,
      "the tolerance must be finite and not negative")
    let borders = BorderRuns(areas)
    var found = Array(repeating: Set<Int>(), count: areas.count)
    for area in areas.indices {
      var lengths: [Int: FacingLengths] = [:]
      for run in borders.runs(of: area) {
        let near = borders.runs(near: run, within: tolerance.metres) { other in
          // A distance is the same from both sides, a length alongside is not quite.
          !found[area].contains(other) && (self == .rook || other > area)
        }
        for (other, runs) in near {
          let areNeighbours =
            switch self {
            case .queen:
              Self.comes(run, within: tolerance.metres, of: runs)
            case .rook:
              Self.sharesSide(
                run, with: runs, within: tolerance.metres,
                lengths: &lengths[other, default: FacingLengths(upTo: tolerance.metres)])
            }
          if areNeighbours {
            found[area].insert(other)
            found[other].insert(area)
          }
        }
      }
    }
    return found.map { $0.sorted() }
  }

  private static func comes(
    _ run: BorderRuns.Run, within tolerance: Double, of others: [BorderRuns.Run]
  ) -> Bool {
    run.edges.contains { edge in
      let reach = edge.bounds.grown(by: tolerance)
      return others.contains { other in
        other.edges.contains { theirs in
          theirs.bounds.intersects(reach)
            && edge.comes(withinSquared: tolerance * tolerance, of: theirs)
        }
      }
    }
  }

  /// Adds a run to the lengths, with all runs of the other area near it.
  private static func sharesSide(
    _ run: BorderRuns.Run, with others: [BorderRuns.Run], within tolerance: Double,
    lengths: inout FacingLengths
  ) -> Bool {
    for edge in run.edges {
      let reach = edge.bounds.grown(by: tolerance)
      var stretches: [FacingStretch] = []
      for other in others {
        for theirs in other.edges where theirs.bounds.intersects(reach) {
          if edge.sharesStretch(with: theirs) { return true }
          if tolerance > 0, let stretch = FacingStretch(of: edge, alongside: theirs) {
            stretches.append(stretch)
          }
        }
      }
      if lengths.add(edge, stretches) { return true }
    }
    return false
  }
}
