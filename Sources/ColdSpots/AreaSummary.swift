public import SimpleFeatures

/// What the score says of one area, added up from its places.
public struct AreaSummary: Sendable {
  /// The area's index in its boundaries.
  public let area: Int
  /// The places in it, ascending.
  public let places: [Int]
  /// Residents.
  public let people: Double
  /// The figures that only an area with residents has.
  public let measures: Measures?
  /// The organisations that reach at least one resident, ascending.
  public let organisations: [Int]
  /// The number of independent ones among them.
  public let independentCount: Int
  /// The only independent source of support, by the organisation that stands for it.
  public let sole: Int?
  /// The functions that nobody provides to any resident, by their index in the table.
  public let missing: [Int]
  /// The point that stands for the area: where its residents live on average.
  public let centre: Coordinate
  /// The nearest organisation with a known site, measured from ``centre``.
  public let nearest: (organisation: Int, distance: Distance)?
  /// 1 for the highest score among areas of the level; `nil` without residents.
  public internal(set) var rank: Int?

  /// The figures of an area with residents.
  public struct Measures: Sendable {
    /// N, the mean need percentile of its residents, 0…1.
    public let need: Double
    /// L, the mean lack of its residents, 0…1.
    public let lack: Double
    /// The least and the greatest lack among its populated places: a mean hides a cold estate.
    public let lackRange: ClosedRange<Double>
    /// C, from the area's need and lack, 0…100.
    public let score: Double
    /// B, the sum over its places.
    public let burden: Double
    /// The mean shortfall of its residents, one value per function.
    public let shortfalls: [Double]
    /// The mean share of its residents' surroundings outside the data, 0…1.
    public let edgeExposure: Double
  }
}
