internal import SimpleFeatures

extension Site {
  /// Sites with the main one first, each once, the same whatever order they come in.
  ///
  /// The main one is the one flagged so; else, the one that is known best. Equal in that, they go
  /// from west to east and from south to north, then by the bytes of what is said of them.
  static func ordered(_ sites: [Site]) -> [Site] {
    let sorted = sites.filter { !$0.isUnknown }.map { (site: $0, rank: Rank($0)) }
      .sorted { $0.rank < $1.rank }
    var seen: Set<Site> = []
    return sorted.map(\.site).filter { seen.insert($0).inserted }
  }

  /// What decides on a site's turn.
  private struct Rank: Comparable {
    let numbers: [Double]
    let words: [UInt8]

    init(_ site: Site) {
      let precision = LocationPrecision.allCases.firstIndex(of: site.precision) ?? 0
      numbers = [
        site.flags.contains(.main) ? 0 : 1, Double(precision), site.position?.x ?? 0,
        site.position?.y ?? 0,
      ]
      let said =
        [site.postcode, site.name, site.source?.description ?? ""]
        + site.flags.map(\.description).sorted()
      words = Array(said.joined(separator: "\0").utf8)
    }

    static func < (left: Rank, right: Rank) -> Bool {
      left.numbers == right.numbers
        ? left.words.lexicographicallyPrecedes(right.words)
        : left.numbers.lexicographicallyPrecedes(right.numbers)
    }
  }
}
