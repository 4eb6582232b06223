internal import CShapelib

/// The rows of a dBase table, read by Shapelib.
@safe final class ShapelibRecords {
  private let files: ShapelibFiles
  private let handle: DBFHandle
  private let rowSize: Int
  /// The columns in the order of the file.
  let fields: [Field]

  /// A column as the header describes it.
  struct Field {
    /// The bytes of its name.
    let name: [UInt8]
    /// The letter of its type.
    let type: UInt8
    /// Where its bytes are in a row.
    let bytes: Range<Int>
  }

  /// - Parameter dbf: A table as long as its header says.
  /// - Throws: ``FormatError/corrupt(what:where:)``.
  init(_ dbf: [UInt8]) throws(FormatError) {
    files = ShapelibFiles(["dbf": dbf])
    var hooks = ShapelibFiles.hooks
    guard let handle = unsafe DBFOpenLL(files.name, "rb", &hooks) else {
      throw .corrupt(what: "the columns do not fit into the rows", where: "the .dbf file")
    }
    unsafe self.handle = handle
    rowSize = Int(unsafe handle.pointee.nRecordLength)
    var fields: [Field] = []
    // A row begins with the mark of deletion.
    var offset = 1
    let count = unsafe DBFGetFieldCount(handle)
    for index in 0..<count {
      // Shapelib writes at most eleven characters and a zero.
      var name = [CChar](repeating: 0, count: 12)
      var width: Int32 = 0
      unsafe DBFGetFieldInfo(handle, index, &name, &width, nil)
      let type = UInt8(bitPattern: unsafe DBFGetNativeFieldType(handle, index))
      fields.append(
        Field(
          name: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), type: type,
          bytes: offset..<offset + Int(width)))
      offset += Int(width)
    }
    guard offset <= rowSize else {
      throw .corrupt(what: "the columns do not fit into the rows", where: "the .dbf file")
    }
    self.fields = fields
  }

  deinit { unsafe DBFClose(handle) }

  /// The bytes of a row.
  func row(_ number: Int) throws(FormatError) -> [UInt8] {
    guard let start = unsafe DBFReadTuple(handle, Int32(number)) else {
      throw .corrupt(what: "the row cannot be read", where: "row \(number) of the .dbf file")
    }
    // Shapelib keeps one row, of the length in the header.
    return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: rowSize))
  }
}
