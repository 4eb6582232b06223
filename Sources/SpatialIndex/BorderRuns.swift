internal import SimpleFeatures

/// The edges of many areas, cut into short runs and indexed.
///
/// Neighbours share long borders, so runs of consecutive edges are searched for rather than single
/// edges: the tree is a sixteenth of the size and asked a sixteenth as often.
struct BorderRuns: Sendable {
  /// Consecutive edges of one ring.
  struct Run: Sendable {
    let area: Int
    let edges: [BorderEdge]
    let bounds: BoundingBox

    fileprivate init(area: Int, edges: [BorderEdge]) {
      self.area = area
      self.edges = edges
      bounds = edges.reduce(into: .empty) { $0.formUnion($1.bounds) }
    }
  }

  private static let edgesInRun = 16

  /// Area by area.
  private let runs: [Run]
  private let runsOfArea: [Range<Int>]
  private let tree: PackedRTree

  init(_ areas: [MultiPolygon]) {
    var runs: [Run] = []
    var runsOfArea: [Range<Int>] = []
    for (area, shape) in areas.enumerated() {
      let first = runs.count
      for ring in shape.rings {
        let corners = ring.corners
        for start in stride(from: 0, to: corners.count, by: Self.edgesInRun) {
          let indices = start..<min(start + Self.edgesInRun, corners.count)
          let edges = indices.map { index in
            let next = index + 1 == corners.count ? 0 : index + 1
            return BorderEdge(from: corners[index], to: corners[next])
          }
          runs.append(Run(area: area, edges: edges))
        }
      }
      runsOfArea.append(first..<runs.count)
    }
    tree = PackedRTree(runs.map(\.bounds))
    self.runs = runs
    self.runsOfArea = runsOfArea
  }

  func runs(of area: Int) -> ArraySlice<Run> { runs[runsOfArea[area]] }

  /// The runs of other areas whose rectangles come within a distance of the run's, area by area.
  func runs(
    near run: Run, within metres: Double, where isWanted: (_ area: Int) -> Bool
  ) -> [(area: Int, runs: [Run])] {
    var found: [Int] = []
    tree.forEach(intersecting: run.bounds.grown(by: metres)) { index in
      let area = runs[index].area
      if area != run.area, isWanted(area) { found.append(index) }
    }
    found.sort()
    var groups: [(area: Int, runs: [Run])] = []
    for index in found {
      if groups.last?.area != runs[index].area { groups.append((runs[index].area, [])) }
      groups[groups.count - 1].runs.append(runs[index])
    }
    return groups
  }
}
