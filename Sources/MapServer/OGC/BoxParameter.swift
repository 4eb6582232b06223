internal import SimpleFeatures

/// The parameter `bbox`: the part of the world asked for.
struct BoxParameter: Hashable, Sendable {
  /// The rectangles that make up the part, in degrees of longitude and latitude: two where it
  /// crosses the antimeridian, otherwise one.
  let boxes: [BoundingBox]

  /// Reads `west,south,east,north`, or `west,south,lowest,east,north,highest`.
  ///
  /// A west beyond the east means that the box crosses the antimeridian. The layers have no
  /// heights, so heights choose nothing.
  init(_ text: String) throws(Problem) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { PlainDecimal.number($0) }
    guard numbers.count == parts.count, numbers.count == 4 || numbers.count == 6 else {
      throw Self.problem(text, "four or six finite numbers with commas between them")
    }
    let half = numbers.count / 2
    // So far outside the world nothing is left to find, and products of differences stay finite.
    let bounded = numbers.map { min(max($0, -Self.farthest), Self.farthest) }
    let (west, south, east, north) = (bounded[0], bounded[1], bounded[half], bounded[half + 1])
    guard numbers[1] <= numbers[half + 1] else {
      throw Self.problem(text, "west,south,east,north with a south that is not beyond the north")
    }
    guard half == 2 || numbers[2] <= numbers[5] else {
      throw Self.problem(text, "a box whose lowest height is not above its highest")
    }
    boxes =
      west <= east
      ? [BoundingBox(minX: west, minY: south, maxX: east, maxY: north)]
      : [
        BoundingBox(minX: west, minY: south, maxX: 180, maxY: north),
        BoundingBox(minX: -180, minY: south, maxX: east, maxY: north),
      ]
  }

  private static let farthest = 1e6

  private static func problem(_ text: String, _ expected: String) -> Problem {
    .badValue(parameter: "bbox", value: text, expected: expected)
  }
}
