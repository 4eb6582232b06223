internal import GeoJSON
internal import GeometryEngine
internal import SimpleFeatures

/// Simplifies one topology, as often as it takes to meet a bound.
struct TopologySimplifier {
  private let topology: Topology
  private let effectiveAreas: TopologyEffectiveAreas
  private let featuresByArc: [[Int]]
  /// The arcs that meet already in the topology as it was given: areas may overlap.
  private let originals: Set<TopologyCrossings.Pair>

  init(_ topology: Topology) {
    self.topology = topology
    effectiveAreas = TopologyEffectiveAreas(topology)
    featuresByArc = topology.featuresByArc
    originals =
      TopologyCrossings(of: Array(topology.arcs.indices), among: topology.arcs).pairs
  }

  // MARK: To a bound

  /// The topology at the least tolerance at which its arcs are within a bound.
  ///
  /// What keeping rings valid adds is taken off the bound, and the search done again; each time a
  /// larger part of it, since what is added is not the same twice.
  ///
  /// - Parameters:
  ///   - bound: The greatest size.
  ///   - size: Of some arcs; it grows with their positions.
  /// - Returns: The topology nearest to the bound where none is within it.
  /// - Throws: ``GeometryEngineError/geos(operation:message:)``.
  func topology(
    within bound: Int, size: ([[Position]]) -> Int
  ) throws(GeometryEngineError) -> Topology {
    guard size(topology.arcs) > bound else { return topology }
    let tolerances = Set(effectiveAreas.byArc.joined()).filter(\.isFinite).sorted().map(\.nextUp)
    var aim = bound
    var nearest = topology
    var last = 0.0
    for search in 1...Self.mostSearches {
      let tolerance = least(of: tolerances, within: aim, size: size)
      guard tolerance != last else { break }
      last = tolerance
      let candidate = try self.topology(at: tolerance)
      let excess = size(candidate.arcs) - bound
      if excess <= 0 { return candidate }
      if excess < size(nearest.arcs) - bound { nearest = candidate }
      aim -= search * excess
    }
    return nearest
  }

  /// How often the bound is lowered; each time costs about as much as the first.
  private static let mostSearches = 8

  private func least(
    of tolerances: [Double], within aim: Int, size: ([[Position]]) -> Int
  ) -> Double {
    var (low, high) = (0, tolerances.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if size(arcs(at: tolerances[middle])) <= aim { high = middle } else { low = middle + 1 }
    }
    return tolerances.isEmpty ? 0 : tolerances[low]
  }

  private func arcs(at tolerance: Double) -> [[Position]] {
    topology.arcs.indices.map { simplified($0, to: tolerance) }
  }

  private func simplified(_ arc: Int, to tolerance: Double) -> [Position] {
    effectiveAreas.kept(of: topology.arcs[arc], numbered: arc, atLeast: tolerance)
  }

  // MARK: With valid rings

  /// The topology at a tolerance, arcs restored as far as valid features ask for it.
  func topology(at tolerance: Double) throws(GeometryEngineError) -> Topology {
    var arcs = arcs(at: tolerance)
    var quarterings = [Int](repeating: 0, count: arcs.count)
    var changed = arcs.indices.filter { arcs[$0].count < topology.arcs[$0].count }
    while !changed.isEmpty {
      let simple = Topology(arcs: arcs, areas: topology.areas)
      var faulty: Set<Int> = []
      for feature in Set(changed.flatMap { featuresByArc[$0] }).sorted() {
        guard let fault = try fault(of: feature, in: simple) else { continue }
        faulty.formUnion(arcsToRestore(of: feature, in: simple, at: fault))
      }
      for pair in TopologyCrossings(of: changed, among: arcs).pairs where !originals.contains(pair)
      {
        faulty.formUnion(
          [pair.first, pair.second].filter { arcs[$0].count < topology.arcs[$0].count })
      }
      changed = faulty.sorted()
      for arc in changed {
        let before = arcs[arc].count
        while arcs[arc].count == before {
          quarterings[arc] += 1
          arcs[arc] = restored(arc, tolerance: tolerance, quarterings: quarterings[arc])
        }
      }
    }
    return Topology(arcs: arcs, areas: topology.areas)
  }

  private func restored(_ arc: Int, tolerance: Double, quarterings: Int) -> [Position] {
    guard quarterings <= Self.mostQuarterings else { return topology.arcs[arc] }
    // Above the greatest area of the arc nothing comes back.
    var finer = min(tolerance, effectiveAreas.byArc[arc].filter(\.isFinite).max() ?? 0)
    for _ in 0..<quarterings { finer /= 4 }
    return simplified(arc, to: finer)
  }

  /// How often a tolerance is divided by four before the whole arc is taken.
  private static let mostQuarterings = 8

  /// What is wrong with a simplified feature: also a ring that has turned inside out.
  private func fault(
    of feature: Int, in simple: Topology
  ) throws(GeometryEngineError) -> Topology.Fault? {
    if let fault = try simple.fault(of: feature) { return fault }
    let hasTurned = (topology.areas[feature] ?? []).joined().contains { ring in
      simple.line(of: ring)?.signedArea.sign != topology.line(of: ring)?.signedArea.sign
    }
    return hasTurned ? .collapsed : nil
  }

  /// The arcs that may be to blame.
  ///
  /// These are the ones near the fault or, when those are whole already, all of the feature; none
  /// when the feature is as it was given, for then it was never valid.
  private func arcsToRestore(
    of feature: Int, in simple: Topology, at fault: Topology.Fault
  ) -> [Int] {
    let shortened = (topology.areas[feature] ?? []).joined().joined()
      .map { Topology.arc(of: $0) }
      .filter { simple.arcs[$0].count < topology.arcs[$0].count }
    guard case .at(let place) = fault else { return shortened }
    let near = shortened.filter { arc in
      BoundingBox(around: simple.arcs[arc].map { Coordinate(x: $0.x, y: $0.y) }).contains(place)
    }
    return near.isEmpty ? shortened : near
  }
}
