/// Builds one FlatBuffer: the few kinds of values that FlatGeobuf needs.
///
/// A FlatBuffer is written from its end to its start, children before the tables that refer to
/// them, since references only point forwards. Here the bytes are appended in reverse and turned
/// round at the end; a place in the buffer is told by its distance from the end, which does not
/// change as the buffer grows. Numbers are little-endian and lie at multiples of their size.
///
/// - SeeAlso: W. van Oortmerssen and others, *FlatBuffers Internals* (flatbuffers.dev), 2014.
struct FlatBufferBuilder {
  /// Something already written: the distance of its first byte from the end of the buffer.
  struct Offset: Hashable {
    fileprivate let fromEnd: Int
  }

  /// The value of one field of a table.
  enum Field {
    case bool(Bool)
    case uint8(UInt8)
    case uint16(UInt16)
    case int32(Int32)
    case uint64(UInt64)
    /// A string, vector or table.
    case reference(Offset)

    fileprivate var size: Int {
      switch self {
      case .bool, .uint8: 1
      case .uint16: 2
      case .int32, .reference: 4
      case .uint64: 8
      }
    }
  }

  private static let offsetSize = 4
  private static let largestAlignment = 8

  /// The buffer from its last byte to its first.
  private var reversed: [UInt8] = []
  /// The vtables written, by their content: tables with the same fields share one.
  private var vtables: [[Int]: Offset] = [:]

  // MARK: Strings and vectors

  /// A text: a count of bytes, UTF-8, and a zero byte that is not counted.
  mutating func string(_ text: String) -> Offset {
    align(to: Self.offsetSize, before: text.utf8.count + 1)
    reversed.append(0)
    reversed.append(contentsOf: text.utf8.reversed())
    return count(text.utf8.count)
  }

  /// A vector of bytes.
  mutating func vector(_ bytes: [UInt8]) -> Offset {
    align(to: Self.offsetSize, before: bytes.count)
    reversed.append(contentsOf: bytes.reversed())
    return count(bytes.count)
  }

  /// A vector of 32-bit numbers.
  mutating func vector(_ numbers: [UInt32]) -> Offset {
    align(to: Self.offsetSize, before: 0)
    for number in numbers.reversed() { append(number) }
    return count(numbers.count)
  }

  /// A vector of 64-bit floating-point numbers.
  mutating func vector(_ numbers: [Double]) -> Offset {
    // The count lies in front of the numbers, which are aligned themselves.
    align(to: MemoryLayout<Double>.size, before: numbers.count * MemoryLayout<Double>.size)
    for number in numbers.reversed() { append(number.bitPattern) }
    return count(numbers.count)
  }

  /// A vector of strings or tables.
  mutating func vector(_ offsets: [Offset]) -> Offset {
    align(to: Self.offsetSize, before: 0)
    for offset in offsets.reversed() { append(offset) }
    return count(offsets.count)
  }

  private mutating func count(_ count: Int) -> Offset {
    append(UInt32(count))
    return here
  }

  // MARK: Tables

  /// A table of fields by their number; one that is `nil` has the default value of its schema.
  mutating func table(_ fields: [Field?]) -> Offset {
    let end = reversed.count
    var places = [Int](repeating: 0, count: fields.count)
    // The largest first, which needs the least padding.
    let order = fields.indices.sorted { left, right in
      (-(fields[left]?.size ?? 0), left) < (-(fields[right]?.size ?? 0), right)
    }
    for index in order {
      guard let field = fields[index] else { continue }
      align(to: field.size, before: 0)
      append(field)
      places[index] = reversed.count
    }
    // The distance to the vtable, filled in once that is known.
    align(to: Self.offsetSize, before: 0)
    append(UInt32(0))
    let table = here
    while places.last == 0 { places.removeLast() }
    let distances = places.map { $0 == 0 ? 0 : table.fromEnd - $0 }
    let vtable = self.vtable(distances, tableSize: table.fromEnd - end)
    let distance = UInt32(bitPattern: Int32(vtable.fromEnd - table.fromEnd))
    for byte in 0..<Self.offsetSize {
      reversed[table.fromEnd - 1 - byte] = UInt8(truncatingIfNeeded: distance >> (8 * byte))
    }
    return table
  }

  /// The places of a table's fields, told by their distance from its start, 0 for none.
  private mutating func vtable(_ distances: [Int], tableSize: Int) -> Offset {
    let content = [tableSize] + distances
    if let known = vtables[content] { return known }
    for number in content.reversed() { append(UInt16(number)) }
    append(UInt16(2 * (content.count + 1)))
    vtables[content] = here
    return here
  }

  // MARK: The buffer

  /// The whole buffer with its size in front, so that buffers can follow each other in a file.
  consuming func finishSizePrefixed(root: Offset) -> [UInt8] {
    align(to: Self.largestAlignment, before: 2 * Self.offsetSize)
    append(root)
    append(UInt32(reversed.count))
    return reversed.reversed()
  }

  private var here: Offset { Offset(fromEnd: reversed.count) }

  /// Pads so that a value that starts after `count` more bytes starts at a multiple of `size`.
  private mutating func align(to size: Int, before count: Int) {
    while (reversed.count + count) % size != 0 { reversed.append(0) }
  }

  private mutating func append(_ field: Field) {
    switch field {
    case .bool(let value): reversed.append(value ? 1 : 0)
    case .uint8(let value): reversed.append(value)
    case .uint16(let value): append(value)
    case .int32(let value): append(UInt32(bitPattern: value))
    case .uint64(let value): append(value)
    case .reference(let offset): append(offset)
    }
  }

  /// A reference: how far ahead of itself its target lies.
  private mutating func append(_ offset: Offset) {
    append(UInt32(reversed.count + Self.offsetSize - offset.fromEnd))
  }

  private mutating func append(_ number: some FixedWidthInteger & UnsignedInteger) {
    for shift in stride(from: number.bitWidth - 8, through: 0, by: -8) {
      reversed.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}
