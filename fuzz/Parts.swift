/// An input that stands for several files, with a mark between them.
///
/// Checksums and sets of files would keep a fuzzer busy for ever; so the parts of a workbook, the
/// content of a packed file and the files of a Shapefile lie bare in an input.
struct Parts {
  /// The mark; the dictionaries have it too.
  static let mark = Array("<PART>".utf8)

  private let parts: [[UInt8]]

  init(_ bytes: [UInt8]) {
    parts = bytes.split(separator: Self.mark, omittingEmptySubsequences: false).map(Array.init)
  }

  /// The input in which these parts lie.
  static func joined(_ parts: [[UInt8]]) -> [UInt8] { Array(parts.joined(separator: mark)) }

  /// A part by its place; `nil` where there are fewer.
  func bytes(_ index: Int) -> [UInt8]? { parts.indices.contains(index) ? parts[index] : nil }

  /// A part as text; empty where there are fewer.
  func text(_ index: Int) -> String { String(decoding: bytes(index) ?? [], as: UTF8.self) }
}
