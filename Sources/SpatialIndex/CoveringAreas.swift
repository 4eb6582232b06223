/// A set of areas, by their index, that tells its first member.
///
/// A tree of bits: each stands for a word of the level below that is not zero.
///
/// - Complexity: every operation O(log *n*) in the number of areas.
struct CoveringAreas {
  private var words: [UInt64] = []
  /// Where each level begins in `words`, the areas themselves first, one word last.
  private var levels: [Int] = []

  /// The empty set of areas from 0 to `count` − 1.
  init(below count: Int) {
    var size = max(count, 1)
    repeat {
      levels.append(words.count)
      size = (size + 63) / 64
      words += Array(repeating: 0, count: size)
    } while size > 1
  }

  func contains(_ area: Int32) -> Bool { words[Int(area) >> 6] & 1 << (UInt64(area) & 63) != 0 }

  /// Takes an area in if it is not a member, and out if it is.
  mutating func toggle(_ area: Int32) {
    var index = Int(area)
    words[index >> 6] ^= 1 << (UInt64(index) & 63)
    for level in 1..<levels.count {
      let isEmpty = words[levels[level - 1] + index >> 6] == 0
      index >>= 6
      let bit: UInt64 = 1 << (UInt64(index) & 63)
      let word = levels[level] + index >> 6
      words[word] = isEmpty ? words[word] & ~bit : words[word] | bit
    }
  }

  /// The member with the lowest index.
  var first: Int32? {
    var index = 0
    for level in levels.reversed() {
      let word = words[level + index]
      if word == 0 { return nil }
      index = index << 6 | word.trailingZeroBitCount
    }
    return Int32(index)
  }
}
