import Testing

@testable import MapLayers

@Suite struct `FlatBuffer builder` {
  @Test func `writes a table of a byte and a text as the format says`() {
    var builder = FlatBufferBuilder()
    let text = builder.string("ab")
    let root = builder.table([.reference(text), .uint8(7)])
    let bytes = builder.finishSizePrefixed(root: root)
    #expect(
      bytes == [
        36, 0, 0, 0,  // size of what follows
        16, 0, 0, 0,  // the root table is 16 bytes from here, at 20
        0, 0, 0, 0,  // padding, so that the whole is a multiple of eight
        8, 0, 12, 0,  // the vtable: its size, the size of the table,
        8, 0, 7, 0,  // and where the two fields lie in it
        8, 0, 0, 0,  // the table: the vtable is eight bytes before it
        0, 0, 0, 7,  // padding and the byte
        4, 0, 0, 0,  // the text is four bytes from here
        2, 0, 0, 0,  // its length
        97, 98, 0, 0,  // "ab", its zero, padding
      ])
  }

  @Test func `reads back as what was put in`() {
    var builder = FlatBufferBuilder()
    let numbers = builder.vector([1.5, -2, .greatestFiniteMagnitude])
    let wholes = builder.vector([UInt32.max, 0])
    let name = builder.string("Łódź")
    let child = builder.table([.reference(name)])
    let children = builder.vector([child, child])
    let root = builder.table([
      .bool(true), nil, .uint16(513), .int32(-5), .uint64(.max), .reference(numbers),
      .reference(wholes), .reference(children), .reference(builder.vector([UInt8(9)])),
    ])
    let bytes = builder.finishSizePrefixed(root: root)
    #expect(bytes.count % 8 == 0)
    let table = FlatBufferTable(sizePrefixedAt: 0, in: bytes)
    #expect(table.number(0) == 1 as UInt8)
    #expect(table.number(1) as UInt8? == nil)
    #expect(table.number(2) == 513 as UInt16)
    #expect(table.number(3) == -5 as Int32)
    #expect(table.number(4) == UInt64.max)
    #expect(table.doubles(5) == [1.5, -2, .greatestFiniteMagnitude])
    #expect(table.wholes(6) == [.max, 0])
    #expect(table.tables(7).map { $0.string(0) } == ["Łódź", "Łódź"])
    #expect(table.bytes(8) == [9])
    #expect(table.number(9) as UInt8? == nil)
  }

  @Test func `writes a table without fields`() {
    var builder = FlatBufferBuilder()
    let root = builder.table([nil, nil])
    let table = FlatBufferTable(sizePrefixedAt: 0, in: builder.finishSizePrefixed(root: root))
    #expect(table.number(0) as UInt8? == nil)
  }

  @Test func `shares the vtable of tables with the same fields`() {
    func size(_ tables: Int) -> Int {
      var builder = FlatBufferBuilder()
      var offsets: [FlatBufferBuilder.Offset] = []
      for _ in 0..<tables { offsets.append(builder.table([.int32(1), .int32(2)])) }
      let all = builder.vector(offsets)
      let root = builder.table([.reference(all)])
      return builder.finishSizePrefixed(root: root).count
    }
    // Each has the distance to the vtable, two numbers and a place in the vector.
    #expect(size(12) - size(2) == 10 * (4 + 8 + 4))
  }
}
