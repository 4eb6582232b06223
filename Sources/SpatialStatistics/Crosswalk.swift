/// How much of each source lies in each target: from one division of the ground to another.
///
/// What a source has is split among the targets by **size**: by the area they share, or by the
/// people who live in both. The first assumes that things are spread evenly over a source, the
/// second that they are spread as people are.
///
/// - SeeAlso: M. F. Goodchild, N. S.-N. Lam, "Areal interpolation: a variant of the traditional
///   spatial problem", *Geo-Processing* 1, 1980, 297–312.
public struct Crosswalk: Hashable, Sendable {
  /// A source and a target that have something in common.
  public struct Overlap: Hashable, Sendable {
    /// The source's index.
    public let source: Int
    /// The target's index.
    public let target: Int
    /// What they have in common: square metres, or people.
    public let size: Double

    /// An overlap of a source and a target.
    public init(source: Int, target: Int, size: Double) {
      self.source = source
      self.target = target
      self.size = size
    }
  }

  /// A row of the published table: which share of a source goes to a target.
  public struct Weight: Hashable, Sendable {
    /// The source's index.
    public let source: Int
    /// The target's index.
    public let target: Int
    /// The share of the source, 0 to 1; 0 only for slivers that rounding swallows.
    public let weight: Double
  }

  /// By source, then by target, both ascending; each pair once, sizes more than 0.
  public let overlaps: [Overlap]
  /// The size of every source: square metres, or people.
  public let sourceSizes: [Double]
  /// The size of every target: square metres, or people.
  public let targetSizes: [Double]

  /// How far from 1 the shares of a source may add up to and still be all of it: overlays round.
  static let wholeTolerance = 1e-9

  /// Weights by area.
  ///
  /// - Parameters:
  ///   - overlaps: In square metres, in any order; those of the same pair are added up, those of 0
  ///     left out. They are meant to be computed: up to a thousandth more than the whole source
  ///     or target is taken for rounding and cut off.
  ///   - sourceAreas: In square metres.
  ///   - targetAreas: In square metres.
  /// - Throws: ``CrosswalkError`` for an area that is negative or not finite, or an overlap larger
  ///   than one of the two.
  /// - Precondition: Indices are those of the two lists of areas.
  /// - Complexity: O(*k* log *k*) for *k* overlaps.
  public init(
    overlaps: [Overlap], sourceAreas: [Double], targetAreas: [Double]
  ) throws(CrosswalkError) {
    for (index, area) in sourceAreas.enumerated() where !(area >= 0 && area.isFinite) {
      throw .invalidSource(index: index, area: area)
    }
    for (index, area) in targetAreas.enumerated() where !(area >= 0 && area.isFinite) {
      throw .invalidTarget(index: index, area: area)
    }
    for overlap in overlaps where !(overlap.size >= 0 && overlap.size.isFinite) {
      throw .invalidOverlap(source: overlap.source, target: overlap.target, area: overlap.size)
    }
    var kept: [Overlap] = []
    for overlap in Self.merged(overlaps) {
      precondition(
        sourceAreas.indices.contains(overlap.source)
          && targetAreas.indices.contains(overlap.target), "an overlap needs a source and a target")
      let whole = min(sourceAreas[overlap.source], targetAreas[overlap.target])
      guard overlap.size <= whole * 1.001 else {
        throw .invalidOverlap(source: overlap.source, target: overlap.target, area: overlap.size)
      }
      let size = min(overlap.size, whole)
      kept.append(Overlap(source: overlap.source, target: overlap.target, size: size))
    }
    self.overlaps = kept
    sourceSizes = sourceAreas
    targetSizes = targetAreas
  }

  /// Weights by people: those of small units, each of which goes with its point.
  ///
  /// A unit counts for the source and the target that its point lies in (see `AreaLocator`); a unit
  /// in no target stays with its source and is unassigned. A source without people has no weights.
  ///
  /// - Parameters:
  ///   - people: The people of every unit.
  ///   - sources: The source of every unit, `nil` for one in no source.
  ///   - targets: The target of every unit, `nil` for one in no target.
  ///   - sourceCount: How many sources there are.
  ///   - targetCount: How many targets there are.
  /// - Throws: ``CrosswalkError/invalidPeople(unit:people:)``.
  /// - Precondition: One source and one target per unit, within the counts.
  /// - Complexity: O(*n* log *n*) for *n* units.
  public init(
    people: [Double], sources: [Int?], targets: [Int?], sourceCount: Int, targetCount: Int
  ) throws(CrosswalkError) {
    precondition(
      people.count == sources.count && people.count == targets.count,
      "every unit needs its people, its source and its target")
    var sourceSums = Array(repeating: CompensatedSum(), count: sourceCount)
    var targetSums = Array(repeating: CompensatedSum(), count: targetCount)
    var pairs: [Overlap] = []
    for (unit, people) in people.enumerated() {
      guard people >= 0, people.isFinite else { throw .invalidPeople(unit: unit, people: people) }
      if let source = sources[unit] { sourceSums[source].add(people) }
      if let target = targets[unit] { targetSums[target].add(people) }
      if let source = sources[unit], let target = targets[unit] {
        pairs.append(Overlap(source: source, target: target, size: people))
      }
    }
    overlaps = Self.merged(pairs)
    sourceSizes = sourceSums.map(\.value)
    targetSizes = targetSums.map(\.value)
  }

  /// Each pair once, in order, without those of size 0.
  private static func merged(_ overlaps: [Overlap]) -> [Overlap] {
    // By size as well, so that the order given does not decide how a sum is rounded.
    let sorted = overlaps.filter { $0.size > 0 }.sorted {
      ($0.source, $0.target, $0.size) < ($1.source, $1.target, $1.size)
    }
    var merged: [Overlap] = []
    var start = 0
    while start < sorted.count {
      let first = sorted[start]
      var (end, sum) = (start, CompensatedSum())
      while end < sorted.count, sorted[end].source == first.source,
        sorted[end].target == first.target
      {
        sum.add(sorted[end].size)
        end += 1
      }
      merged.append(Overlap(source: first.source, target: first.target, size: sum.value))
      start = end
    }
    return merged
  }
}
