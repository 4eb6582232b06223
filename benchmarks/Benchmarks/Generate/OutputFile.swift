import Foundation

/// A file that is written from its beginning to its end, and has its name only when it is whole.
final class OutputFile {
  private let path: String
  private let handle: FileHandle
  private var bytes: [UInt8] = []

  init(_ path: String) throws {
    self.path = path
    _ = FileManager.default.createFile(atPath: path + ".part", contents: nil)
    handle = try FileHandle(forWritingTo: URL(filePath: path + ".part"))
    bytes.reserveCapacity(1 << 21)
  }

  /// Ends the file.
  func close() throws {
    try flush()
    try handle.close()
    _ = rename(path + ".part", path)
    print("\(path.split(separator: "/").last ?? "")")
  }

  func write(_ text: String) throws {
    bytes.append(contentsOf: text.utf8)
    if bytes.count > 1 << 20 { try flush() }
  }

  /// Doubles, little-endian.
  func write(_ numbers: Double...) throws {
    for number in numbers {
      withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
    if bytes.count > 1 << 20 { try flush() }
  }

  /// A number with at most so many decimals, without zeros at its end.
  func write(_ number: Double, decimals: Int) throws {
    let scale = (0..<decimals).reduce(1) { product, _ in product * 10 }
    let scaled = Int((number * Double(scale)).rounded())
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    append(scaled.magnitude / UInt(scale), digits: 1)
    var (fraction, digits) = (scaled.magnitude % UInt(scale), decimals)
    while digits > 0, fraction % 10 == 0 { (fraction, digits) = (fraction / 10, digits - 1) }
    if digits > 0 {
      bytes.append(UInt8(ascii: "."))
      append(fraction, digits: digits)
    }
    if bytes.count > 1 << 20 { try flush() }
  }

  /// A whole number in at least so many digits.
  private func append(_ number: UInt, digits: Int) {
    let start = bytes.count
    var (rest, count) = (number, 0)
    while rest > 0 || count < digits {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      (rest, count) = (rest / 10, count + 1)
    }
    bytes[start...].reverse()
  }

  private func flush() throws {
    try handle.write(contentsOf: bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
