/// Which draws of a table hold each index, and for which neighbour.
struct DrawsByIndex: Sendable {
  /// Where a table holds an index.
  struct Place: Sendable {
    /// The draw.
    let draw: Int32
    /// The neighbour that it is drawn for.
    let neighbour: Int32
  }

  private let starts: [Int]
  private let places: [Place]

  /// The places of every index, for the first `width` neighbours.
  ///
  /// - Complexity: O(areas + draws · width).
  init(_ table: PermutationTable, width: Int) {
    var starts = [Int](repeating: 0, count: table.areaCount + 1)
    for neighbour in 0..<width {
      for draw in 0..<table.drawCount { starts[table[draw: draw, neighbour: neighbour]] += 1 }
    }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    // Each start is where its places end, until they are put in from the last to the first.
    var places = [Place](
      repeating: Place(draw: 0, neighbour: 0), count: table.drawCount * width)
    for neighbour in 0..<width {
      for draw in 0..<table.drawCount {
        let index = table[draw: draw, neighbour: neighbour]
        starts[index] -= 1
        places[starts[index]] = Place(draw: Int32(draw), neighbour: Int32(neighbour))
      }
    }
    self.starts = starts
    self.places = places
  }

  /// The places of an index.
  subscript(index: Int) -> ArraySlice<Place> { places[starts[index]..<starts[index + 1]] }
}
