/// What is wrong with the corners of a shape.
public enum GeometryError: Error, Hashable, Sendable {
  /// A ring needs three different corners; this many were given.
  case tooFewCorners(Int)
  /// An ordinate is not a finite number, at this of the positions given (counted from 0).
  case notFinite(corner: Int)
}

extension GeometryError: CustomStringConvertible {
  /// The problem in words.
  public var description: String {
    switch self {
    case .tooFewCorners(let count):
      "a ring needs at least 3 different corners, this one has \(count)"
    case .notFinite(let corner):
      "corner \(corner) of a ring is not a finite number"
    }
  }
}
