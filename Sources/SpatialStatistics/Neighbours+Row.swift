extension Neighbours {
  /// The neighbours of one area, in the order in which they were given, counted from 0.
  public struct Row: RandomAccessCollection, Sendable {
    private let areas: ArraySlice<Int32>
    /// The weight of each where they are all alike.
    private let weight: Double
    /// The weights one by one, empty where the weights of every row are alike.
    private let weights: ArraySlice<Double>

    init(areas: ArraySlice<Int32>, weight: Double) {
      self.areas = areas
      self.weight = weight
      weights = []
    }

    init(areas: ArraySlice<Int32>, weights: ArraySlice<Double>) {
      self.areas = areas
      weight = 1
      self.weights = weights
    }

    /// 0, the first position.
    public var startIndex: Int { 0 }

    /// The number of neighbours.
    public var endIndex: Int { areas.count }

    /// The neighbour at a position.
    public subscript(position: Int) -> Entry {
      Entry(
        area: Int(areas[areas.startIndex + position]),
        weight: weights.isEmpty ? weight : weights[weights.startIndex + position])
    }
  }
}
