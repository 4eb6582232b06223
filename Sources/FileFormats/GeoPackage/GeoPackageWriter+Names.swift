extension GeoPackageWriter {
  /// Makes sure that every name can be used, and means one thing.
  func checkNames() throws(GeoPackageWriteError) {
    var tableNames: Set<[UInt8]> = []
    var identifiers: Set<[UInt8]> = [Array("layer_styles".utf8)]
    let numbers = Set(systems.map(\.number))
    guard numbers.count == systems.count, numbers.allSatisfy({ $0 > 0 }) else {
      throw .systemNumbers(systems.map(\.number))
    }
    for table in tables {
      let key = try Self.key(of: table.name)
      let isReserved =
        key == Array("layer_styles".utf8)
        || ["gpkg_", "rtree_", "sqlite_"].contains { key.starts(with: $0.utf8) }
      if isReserved { throw .nameNotAllowed(table.name) }
      guard tableNames.insert(key).inserted else { throw .nameInUse(table.name) }
      guard identifiers.insert(Array(table.identifier.utf8)).inserted else {
        throw .nameInUse(table.identifier)
      }
      var columnNames: Set<[UInt8]> = [Array("fid".utf8), Array("geom".utf8)]
      for column in table.columns {
        guard columnNames.insert(try Self.key(of: column.name)).inserted else {
          throw .nameInUse(column.name)
        }
      }
      if let system = table.geometry?.system,
        !numbers.union([-1, 0, 4326]).contains(system)
      {
        throw .unknownSystem(system, table: table.name)
      }
    }
  }

  /// What SQLite compares of a name: its bytes, with A to Z like a to z.
  private static func key(of name: String) throws(GeoPackageWriteError) -> [UInt8] {
    guard !name.isEmpty, !name.utf8.contains(0) else { throw .nameNotAllowed(name) }
    return name.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 }
  }
}
