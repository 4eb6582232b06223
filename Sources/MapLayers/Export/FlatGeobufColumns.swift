internal import GeoJSON

/// The columns of a layer as FlatGeobuf stores them.
struct FlatGeobufColumns {
  /// The types of values that layers need, by their numbers.
  private enum ValueType: UInt8 {
    /// A whole number of 64 bits.
    case long = 7
    case double = 10
    case string = 11
  }

  private let columns: [Column]
  private let types: [ValueType]
  private let isNullable: [Bool]

  init(_ layer: Layer) {
    columns = layer.columns
    types = layer.columns.indices.map { column in
      Self.type(of: layer.columns[column], holding: layer.features.lazy.map { $0.values[column] })
    }
    isNullable = layer.columns.indices.map { column in
      layer.features.contains { $0.values[column] == .null }
    }
  }

  /// The type that a column says, or the wider one that its values ask for: none may be lost.
  private static func type(
    of column: Column, holding values: some Sequence<PropertyValue>
  ) -> ValueType {
    var type: ValueType =
      switch column.kind {
      case .text: .string
      case .integer: .long
      case .decimal: .double
      }
    for value in values where type != .string {
      switch value {
      case .text: type = .string
      case .decimal, .number: type = .double
      case .integer, .null: break
      }
    }
    return type
  }

  // MARK: In the header

  /// A vector of tables `Column`.
  func tables(in builder: inout FlatBufferBuilder) -> FlatBufferBuilder.Offset {
    var tables: [FlatBufferBuilder.Offset] = []
    for (index, column) in columns.enumerated() {
      let name = builder.string(column.name)
      let meaning = builder.string(column.meaning)
      tables.append(
        builder.table([
          .reference(name), .uint8(types[index].rawValue), nil, .reference(meaning),
          nil, nil, nil, .bool(isNullable[index]),
        ]))
    }
    return builder.vector(tables)
  }

  // MARK: In a feature

  /// The values of a feature, each after the number of its column; nulls are left out.
  func bytes(of values: [PropertyValue]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, value) in values.enumerated() where value != .null {
      bytes.appendLittleEndian(UInt16(index))
      switch types[index] {
      case .string:
        let text = value.plainText.utf8
        bytes.appendLittleEndian(UInt32(text.count))
        bytes += text
      case .long: bytes.appendLittleEndian(Self.whole(value))
      case .double: bytes.appendLittleEndian(Self.number(value).bitPattern)
      }
    }
    return bytes
  }

  private static func whole(_ value: PropertyValue) -> Int64 {
    guard case .integer(let number) = value else { return 0 }
    return Int64(number)
  }

  /// The number that a reader of the GeoJSON file would get.
  private static func number(_ value: PropertyValue) -> Double {
    switch value {
    case .integer(let number): Double(number)
    case .number(let number): number + 0
    case .decimal: Double(value.plainText) ?? 0
    case .text, .null: 0
    }
  }
}
