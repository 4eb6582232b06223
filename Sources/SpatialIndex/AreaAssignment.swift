/// The area that each of many positions belongs to, in the order of the positions.
///
/// A collection of one index, or `nil`, for each position; held in four bytes each.
public struct AreaAssignment: Hashable, Sendable, RandomAccessCollection {
  /// The index of each position's area, or -1 outside all of them.
  public let areas: [Int32]

  init(_ areas: [Int32]) { self.areas = areas }

  /// The number of the first position, 0.
  public var startIndex: Int { 0 }
  /// The number of positions.
  public var endIndex: Int { areas.count }

  /// The index of a position's area; `nil` outside all of them.
  public subscript(position: Int) -> Int? {
    let area = areas[position]
    return area >= 0 ? Int(area) : nil
  }
}
