public import SimpleFeatures

extension BoundaryCheck {
  /// From which size on something is worth reporting.
  public struct Thresholds: Hashable, Sendable {
    /// Overlaps and gaps of no more than this, in square metres, come of rounding.
    public let leastArea: Double
    /// Parts narrower than this are slivers.
    public let sliverWidth: Distance
    /// Borders that face each other no farther apart than this were meant to be one.
    public let openGapWidth: Distance
    /// A part apart from the largest is tiny below this area, in square metres.
    public let tinyPartArea: Double
    /// Where a border goes out by no less than this and comes back at an angle of less than one
    /// degree, there is a spike.
    public let spikeLength: Distance
    /// How much of an area may stick out of the one above it, and how much of an area may be left
    /// out by those below it, as a share of its own area.
    public let outsideShare: Double
    /// The same in square metres; both must be exceeded.
    public let outsideArea: Double

    /// Makes thresholds; what is not named keeps its default.
    ///
    /// - Precondition: All are finite and not negative.
    public init(
      leastArea: Double = 0.01, sliverWidth: Distance = .metres(1),
      openGapWidth: Distance = .metres(1), tinyPartArea: Double = 100,
      spikeLength: Distance = .metres(1), outsideShare: Double = 0.01, outsideArea: Double = 100
    ) {
      let all = [
        leastArea, sliverWidth.metres, openGapWidth.metres, tinyPartArea, spikeLength.metres,
        outsideShare, outsideArea,
      ]
      precondition(
        all.allSatisfy { $0.isFinite && $0 >= 0 }, "a threshold is negative or not finite")
      self.leastArea = leastArea
      self.sliverWidth = sliverWidth
      self.openGapWidth = openGapWidth
      self.tinyPartArea = tinyPartArea
      self.spikeLength = spikeLength
      self.outsideShare = outsideShare
      self.outsideArea = outsideArea
    }
  }

  /// How much work is done before a step is cut short, so that no file, however it is made, keeps
  /// the check going for hours.
  public struct Limits: Hashable, Sendable {
    /// How often two edges, or a position and an area, are compared.
    public let comparisons: Int
    /// Corners handed to overlays of areas.
    public let overlayCorners: Int
    /// Places where edges cross.
    public let crossings: Int

    /// Makes limits; what is not named keeps its default, which is some minutes of work.
    ///
    /// - Precondition: No limit is negative.
    public init(
      comparisons: Int = 2_000_000_000, overlayCorners: Int = 400_000_000,
      crossings: Int = 1_000_000
    ) {
      precondition(
        comparisons >= 0 && overlayCorners >= 0 && crossings >= 0, "a limit is negative")
      self.comparisons = comparisons
      self.overlayCorners = overlayCorners
      self.crossings = crossings
    }
  }
}
