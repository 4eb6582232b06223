/// The character between two cells of a row.
public struct Delimiter: Hashable, Sendable {
  /// The character, which is one of ASCII.
  public let byte: UInt8

  /// A comma, as RFC 4180 has it.
  public static let comma = Delimiter(byte: UInt8(ascii: ","))
  /// A semicolon, which Excel writes where the comma is the decimal sign.
  public static let semicolon = Delimiter(byte: UInt8(ascii: ";"))
  /// A tab.
  public static let tab = Delimiter(byte: UInt8(ascii: "\t"))
  /// A vertical bar.
  public static let pipe = Delimiter(byte: UInt8(ascii: "|"))

  /// The delimiters that are looked for; on a tie the earlier wins.
  static let candidates = [comma, semicolon, tab, pipe]
}

extension Delimiter: CustomStringConvertible {
  /// The delimiter in words.
  public var description: String {
    switch self {
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .tab: "tab"
    case .pipe: "vertical bar"
    default: "\"\(Character(Unicode.Scalar(byte)))\""
    }
  }
}

extension Delimiter {
  /// How many rows are looked at, and how many bytes at most.
  private static let sampleSize = (rows: 100, bytes: 1 << 20)

  /// The delimiter under which the rows of a text agree best on their number of cells.
  ///
  /// For each candidate the first rows are split, quotes respected, and scored by
  /// 1/*K* · Σ *N*ₖ (*L*ₖ − 1)/*L*ₖ, where *K* numbers of cells occur and *L*ₖ of them *N*ₖ times.
  /// So a title above the header or a few ragged rows cost little, and commas strewn over addresses
  /// gain little.
  ///
  /// - SeeAlso: van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by detecting row and
  ///   type patterns", *Data Mining and Knowledge Discovery* 33, 2019.
  static func sniffed(in bytes: [UInt8], from start: Int) -> Delimiter {
    var best = (delimiter: comma, score: 0.0)
    for candidate in candidates {
      let score = agreement(of: cellCounts(in: bytes, from: start, delimiter: candidate))
      if score > best.score { best = (candidate, score) }
    }
    return best.delimiter
  }

  /// The number of cells in each of the first rows with content.
  private static func cellCounts(
    in bytes: [UInt8], from start: Int, delimiter: Delimiter
  ) -> [Int] {
    let end = min(bytes.count, start + sampleSize.bytes)
    var splitter = RowSplitter(bytes, delimiter: delimiter, range: start..<end)
    var counts: [Int] = []
    var cells: [RawCell] = []
    // A row that is cut off or too long ends the sample; whoever reads it all will say so.
    while counts.count < sampleSize.rows, (try? splitter.nextRow(into: &cells)) != nil {
      let isCutOff = splitter.offset == end && end < bytes.count && !counts.isEmpty
      if !isCutOff, !splitter.isBlank(cells) { counts.append(cells.count) }
    }
    return counts
  }

  private static func agreement(of counts: [Int]) -> Double {
    let sorted = counts.sorted()
    var (sum, kindCount) = (0.0, 0)
    for (index, count) in sorted.enumerated() {
      if index == 0 || sorted[index - 1] != count { kindCount += 1 }
      sum += Double(count - 1) / Double(count)
    }
    return kindCount == 0 ? 0 : sum / Double(kindCount)
  }
}
