internal import SimpleFeatures

/// What is known of the groups of postcodes that begin alike, sorted by what they begin with.
struct PostcodeSummaries {
  /// The beginnings, as in the key of a postcode with nothing for the rest.
  private(set) var keys: [UInt64] = []
  private var summaries: [PostcodeSummary] = []

  /// Groups postcodes, which are in ascending order, by the bytes of their keys that a mask leaves.
  ///
  /// Sums run in the order of the postcodes, so that means do not depend on that of a file.
  init(of rows: [PostcodeRow], keys rowKeys: [UInt64], mask: UInt64) {
    var start = 0
    while start < rows.count {
      let key = rowKeys[start] & mask
      var end = start + 1
      while end < rows.count, rowKeys[end] & mask == key { end += 1 }
      keys.append(key)
      summaries.append(PostcodeSummary(of: rows[start..<end]))
      start = end
    }
  }

  /// Groups of which the middle is known already, each once.
  init(_ known: [UInt64: PostcodeSummary]) {
    for key in known.keys.sorted() {
      guard let summary = known[key] else { continue }
      keys.append(key)
      summaries.append(summary)
    }
  }

  /// What is known of the group that begins in this way.
  subscript(key: UInt64) -> PostcodeSummary? {
    let index = keys.firstIndex(notBefore: key)
    return index < keys.count && keys[index] == key ? summaries[index] : nil
  }
}

extension PostcodeSummary {
  fileprivate init(of rows: ArraySlice<PostcodeRow>) {
    let liveCount = rows.count { $0.isLive }
    centre = Self.middle(of: rows, live: true) ?? Self.middle(of: rows, live: false)
    self.liveCount = liveCount
    count = rows.count
  }

  private static func middle(of rows: ArraySlice<PostcodeRow>, live: Bool) -> BritishPosition? {
    func middle(_ place: PostcodeRow.Place) -> (count: Int, x: Double, y: Double) {
      var (count, x, y) = (0, 0.0, 0.0)
      for row in rows where row.isLive == live && row.place == place {
        count += 1
        x += row.x
        y += row.y
      }
      return (count, x / Double(max(count, 1)), y / Double(max(count, 1)))
    }
    let degrees = middle(.degrees)
    let grid = middle(.nationalGrid)
    if degrees.count == 0 && grid.count == 0 { return nil }
    return degrees.count >= grid.count
      ? .degrees(LonLat(longitude: degrees.x, latitude: degrees.y))
      : .nationalGrid(Coordinate(x: grid.x, y: grid.y))
  }
}

extension [UInt64] {
  /// The index of the first element that is not below a key, in an ascending array.
  func firstIndex(notBefore key: UInt64) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
