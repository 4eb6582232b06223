internal import Catchments

extension Coverage {
  /// How many functions somebody provides at each place.
  ///
  /// A function counts once, however many organisations provide it, and only if one of them gives
  /// support and reaches the place. Out of |F| functions, a place with |F| lacks none.
  ///
  /// - Parameter functions: What each organisation does: positions in a list of functions.
  /// - Returns: One number per place, 0…|F|.
  /// - Complexity: O(pairs within reach · functions of an organisation).
  public func functionCounts(of functions: [[Int]]) -> [Int] {
    precondition(functions.count == reach.organisationCount, "one list per organisation")
    var lastPlace = [Int](repeating: -1, count: (functions.joined().max() ?? -1) + 1)
    return (0..<reach.placeCount).map { place in
      var count = 0
      for entry in reach[place: place] where supports[entry.organisation] {
        for function in functions[entry.organisation] where lastPlace[function] != place {
          lastPlace[function] = place
          count += 1
        }
      }
      return count
    }
  }
}
