internal import GeoJSON
public import GeometryEngine

extension Topology {
  /// The topology with fewer positions: those are left out whose effective area is below a
  /// tolerance.
  ///
  /// Junctions stay, and with them every arc, so neighbours still share their borders. A closed
  /// arc keeps three corners, and of two arcs that make a ring one keeps a corner. Where an area
  /// that was valid would come to cross or touch itself or turn inside out, or two arcs would meet
  /// that did not before, the arcs there are simplified less. One thing is not looked for: an area
  /// that lies in a bay of another without touching it may come to lie inside the other.
  ///
  /// - Parameter tolerance: In square metres, not negative; 0 leaves out nothing. About the square
  ///   of the smallest detail to be seen.
  /// - Returns: The topology with the same areas and numbers of arcs.
  /// - Throws: ``GeometryEngineError/geos(operation:message:)``.
  /// - Complexity: O(*n* log *n*) in the number of positions, for each round of restoring.
  /// - SeeAlso: M. Visvalingam, J. D. Whyatt, "Line generalisation by repeated elimination of
  ///   points", *The Cartographic Journal* 30(1), 1993, 46–51.
  public func simplified(
    toSquareMetres tolerance: Double
  ) throws(GeometryEngineError) -> Topology {
    precondition(tolerance >= 0, "a tolerance is an area")
    return try TopologySimplifier(self).topology(at: tolerance)
  }

  /// The topology with the least effective areas left out until no more than `count` positions
  /// are left; see ``simplified(toSquareMetres:)``.
  ///
  /// - Returns: A topology of more positions than asked for where its rings need them.
  /// - Throws: ``GeometryEngineError/geos(operation:message:)``.
  public func simplified(toPositions count: Int) throws(GeometryEngineError) -> Topology {
    try TopologySimplifier(self).topology(within: count) { arcs in
      arcs.reduce(0) { $0 + $1.count }
    }
  }
}
