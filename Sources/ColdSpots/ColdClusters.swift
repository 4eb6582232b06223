internal import Places
public import SimpleFeatures
internal import SpatialIndex
public import SpatialStatistics

/// Wards whose lack of support, together with that of their neighbours, is more than chance.
///
/// Getis and Ord's G* of the lack L over wards that share a border, tested against shuffles of the
/// map on both sides, and corrected for testing many wards at once. It tells a patch of lack from
/// a single ward, and is kept apart from the score.
///
/// - SeeAlso: `GetisOrd`; M. C. Castro, B. H. Singer, "Controlling the false discovery rate",
///   *Geographical Analysis* 38(2), 2006, 180–208.
public struct ColdClusters: Sendable {
  /// What the test says of a ward.
  public enum Cluster: String, Hashable, Sendable {
    /// It and its neighbours lack more support than chance explains.
    case cold
    /// They lack less.
    case warm
    /// Neither, or the ward has no residents.
    case none = ""
  }

  /// What was found of one ward.
  public struct Ward: Hashable, Sendable {
    /// The finding.
    public let cluster: Cluster
    /// The z of G*; `nil` where it is undefined.
    public let z: Double?
    /// The two-sided p of the shuffles; `nil` where it is undefined.
    public let p: Double?
  }

  /// How far apart borders may be and still count as shared: well above the rounding of a file,
  /// well below its shortest borders.
  public static let tolerance = Distance.metres(1)
  /// The share of false discoveries among those called clusters.
  public static let falseDiscoveryRate = 0.05

  /// One finding per ward, in the order of the wards.
  public let wards: [Ward]

  /// Looks for clusters among the wards with residents.
  ///
  /// - Parameters:
  ///   - analysis: The study.
  ///   - seed: The seed of the shuffles.
  ///   - threads: How many wards to test at the same time; no result depends on it.
  /// - Complexity: O(*n* log *n*) in the corners of the wards, O(999 · neighbours) for the test.
  public init(of analysis: ColdSpotAnalysis, seed: UInt64 = 1, threads: Threads = .all) {
    let tested = analysis.wards.filter { $0.measures != nil }
    let lack = tested.compactMap { $0.measures?.lack }
    let shapes = tested.map { analysis.data.wards.areas[$0.area].shape }
    let neighbours = Neighbours(
      Contiguity.queen.neighbours(of: shapes, tolerance: Self.tolerance))
    var wards = Array(
      repeating: Ward(cluster: .none, z: nil, p: nil), count: analysis.wards.count)
    // A lack is never negative, and so G* is defined.
    let statistic = try? GetisOrd(
      of: lack, neighbours: neighbours, isStarred: true,
      permutations: PermutationTable(for: neighbours, seed: seed), threads: threads)
    let areas = statistic?.areas ?? []
    let rejected = FalseDiscoveryRate(
      of: areas.map { $0.permutation?.twoSided }, rate: Self.falseDiscoveryRate
    ).isRejected
    for (index, area) in areas.enumerated() {
      var cluster = Cluster.none
      if rejected[index], let test = area.permutation {
        cluster = test.upper < test.lower ? .cold : .warm
      }
      wards[tested[index].area] = Ward(cluster: cluster, z: area.z, p: area.permutation?.twoSided)
    }
    self.wards = wards
  }
}
