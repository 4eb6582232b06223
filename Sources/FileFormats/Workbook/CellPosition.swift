/// Where a cell is in a sheet.
struct CellPosition: Hashable, CustomStringConvertible {
  /// The row number, counted from 1.
  let row: Int
  /// The column, counted from 0.
  let column: Int

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// The position that a reference such as `AB12` names; `nil` for anything else, and for a place
  /// beyond the sheet.
  init?(_ reference: some Collection<UInt8>) {
    var (row, column) = (0, 0)
    var hasDigits = false
    for byte in reference where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hasDigits = true
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where !hasDigits,
        UInt8(ascii: "a")...UInt8(ascii: "z") where !hasDigits:
        column = column * 26 + Int(byte & 0x1F)
      default: return nil
      }
      guard row <= Workbook.Limits.rowsInSheet, column <= Workbook.Limits.columnsInSheet else {
        return nil
      }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row: row, column: column - 1)
  }

  /// The reference, such as `AB12`.
  var description: String {
    var letters: [UInt8] = []
    var rest = column + 1
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self) + String(row)
  }
}
