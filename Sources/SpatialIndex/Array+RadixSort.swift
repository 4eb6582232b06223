extension Array {
  /// Sorts by a key below `limit`; elements with the same key stay in order.
  ///
  /// - Complexity: O(*n*) for each thirteen bits of the limit.
  mutating func sort(by key: (Element) -> UInt32, below limit: Int) {
    let bits = Int.bitWidth - Swift.max(limit - 1, 0).leadingZeroBitCount
    let passes = (bits + 12) / 13
    guard count > 1, passes > 0 else { return }
    // As even as possible: few digits of many values need more cache than they save.
    let width = UInt32((bits + passes - 1) / passes)
    let mask: UInt32 = 1 << width - 1
    var other = self
    for pass in 0..<UInt32(passes) {
      let shift = pass * width
      var next = [Int](repeating: 0, count: 1 << width)
      for element in self { next[Int(key(element) >> shift & mask)] += 1 }
      var sum = 0
      for digit in next.indices { (next[digit], sum) = (sum, sum + next[digit]) }
      for element in self {
        let digit = Int(key(element) >> shift & mask)
        other[next[digit]] = element
        next[digit] += 1
      }
      swap(&self, &other)
    }
  }
}
