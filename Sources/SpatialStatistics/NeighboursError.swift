/// What is wrong with the neighbours of an area; areas are counted from 0.
public enum NeighboursError: Error, Hashable, Sendable {
  /// There is no area of this number.
  case noSuchArea(Int, neighbourOf: Int)
  /// The area stands in its own list.
  case ownNeighbour(Int)
  /// The neighbour stands in the list twice.
  case repeatedNeighbour(Int, of: Int)
  /// A weight must be a number from 0 to ``Neighbours/largestWeight``.
  case weightOutOfRange(Double, neighbour: Int, of: Int)
}

extension NeighboursError: CustomStringConvertible {
  /// The problem in words.
  public var description: String {
    switch self {
    case .noSuchArea(let neighbour, let area):
      "area \(area) has a neighbour \(neighbour), which does not exist"
    case .ownNeighbour(let area):
      "area \(area) is listed as its own neighbour"
    case .repeatedNeighbour(let neighbour, let area):
      "area \(area) lists its neighbour \(neighbour) twice"
    case .weightOutOfRange(let weight, let neighbour, let area):
      "neighbour \(neighbour) of area \(area) has the weight \(weight); "
        + "weights are from 0 to \(Neighbours.largestWeight)"
    }
  }
}
