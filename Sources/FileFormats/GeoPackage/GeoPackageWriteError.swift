/// Why content cannot be written as a GeoPackage; rows are counted from 0.
public enum GeoPackageWriteError: Error, Hashable, Sendable {
  /// The name of a table or column is empty, holds a zero byte, or belongs to the format.
  case nameNotAllowed(String)
  /// Two tables, two identifiers, or two columns of a table have this name, case ignored; or a
  /// column is called `fid` or `geom`.
  case nameInUse(String)
  /// A style belongs to a table that is not there.
  case unknownTable(String)
  /// A table uses a reference system that is not given.
  case unknownSystem(Int, table: String)
  /// The numbers of the reference systems are not positive, or not all different.
  case systemNumbers([Int])
  /// A geometry is not of the type that its table declares.
  case wrongGeometry(table: String, row: Int)
  /// An ordinate is infinite or not a number.
  case notFinite(table: String, row: Int)
  /// A value is not of its column's kind, or not a finite number.
  case wrongValue(table: String, row: Int, column: String)
  /// SQLite refuses: a name or a text that is too long, too many columns, no memory.
  case database(String)
}

extension GeoPackageWriteError: CustomStringConvertible {
  /// The problem in words.
  public var description: String {
    switch self {
    case .nameNotAllowed(let name): "\"\(name)\" cannot be the name of a table or column"
    case .nameInUse(let name): "the name \"\(name)\" is used twice"
    case .unknownTable(let name): "there is no table \"\(name)\" for its style"
    case .unknownSystem(let number, let table):
      "table \(table): there is no reference system with the number \(number)"
    case .systemNumbers(let numbers):
      "the numbers of reference systems are not positive and different: \(numbers)"
    case .wrongGeometry(let table, let row):
      "table \(table), row \(row): the geometry is of another type than declared"
    case .notFinite(let table, let row):
      "table \(table), row \(row): a coordinate is not a finite number"
    case .wrongValue(let table, let row, let column):
      "table \(table), row \(row): the value of \(column) does not fit its column"
    case .database(let message): "the database cannot be written: \(message)"
    }
  }
}
