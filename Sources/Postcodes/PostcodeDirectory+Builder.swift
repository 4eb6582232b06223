internal import FileFormats
internal import SimpleFeatures

extension PostcodeDirectory {
  /// Gathers a directory table by table, so that its files need not be in memory together.
  public struct Builder {
    private var rows: [(key: UInt64, row: PostcodeRow)] = []
    private var wards = InternedCodes()
    private var boroughs = InternedCodes()
    private var counts: [PostcodeFinding.Kind: Int] = [:]
    private var examples: [PostcodeFinding.Kind: [String]] = [:]

    /// A builder without postcodes.
    public init() {}

    /// Adds the postcodes of a table.
    ///
    /// - Complexity: O(*n*) in the number of rows.
    public mutating func add(_ table: PostcodeTable) {
      for row in 0..<table.grid.rowCount where row >= table.firstRow { add(row, of: table) }
    }

    /// The directory of all postcodes so far, with one entry for each.
    ///
    /// - Complexity: O(*n* log *n*) in the number of rows; O(*n*) where they are sorted.
    public consuming func finished() -> PostcodeDirectory {
      sort()
      var keys: [UInt64] = []
      var kept: [PostcodeRow] = []
      keys.reserveCapacity(rows.count)
      kept.reserveCapacity(rows.count)
      for (key, row) in rows {
        if key == keys.last {
          note(.repeated) { Postcode(key: key).description }
        } else {
          keys.append(key)
          kept.append(row)
        }
      }
      let findings = PostcodeFinding.Kind.allCases.compactMap { [counts, examples] kind in
        counts[kind].map { PostcodeFinding(kind: kind, count: $0, examples: examples[kind] ?? []) }
      }
      return PostcodeDirectory(
        keys: keys, rows: kept, wards: wards, boroughs: boroughs, findings: findings)
    }

    /// Puts the rows in the order of their postcodes, and of those of one postcode the best first.
    private mutating func sort() {
      let wardNumbers = wards.sort()
      let boroughNumbers = boroughs.sort()
      for index in rows.indices {
        rows[index].row.ward = wardNumbers[Int(rows[index].row.ward)]
        rows[index].row.borough = boroughNumbers[Int(rows[index].row.borough)]
      }
      rows.sort { first, second in
        first.key == second.key
          ? PostcodeRow.isPreferred(first.row, over: second.row) : first.key < second.key
      }
    }
  }
}

extension PostcodeDirectory.Builder {
  private mutating func add(_ index: Int, of table: PostcodeTable) {
    let (grid, columns) = (table.grid, table.columns)
    func bytes(_ column: Int?) -> ArraySlice<UInt8> { table.bytes(index, column) }
    guard let postcode = Postcode(utf8: bytes(columns.postcode)) else {
      let isBlank = (0..<grid.cellCount(ofRow: index)).allSatisfy {
        DecimalText.trimmed(grid.bytes(row: index, cell: $0)).isEmpty
      }
      if !isBlank { note(.notAPostcode, columns.postcode, index, table) }
      return
    }
    var row = PostcodeRow()
    if let number = DecimalText.number(bytes(columns.gridQuality)),
      let quality = Int(exactly: number).flatMap(PositionalQuality.init)
    {
      row.quality = quality.rawValue
    }
    if row.quality != PositionalQuality.none.rawValue { place(&row, postcode, index, table) }
    row.introduced = YearMonth(DecimalText.trimmed(bytes(columns.introduced)))?.months ?? 0
    let terminated = DecimalText.trimmed(bytes(columns.terminated))
    row.terminated = YearMonth(terminated)?.months ?? 0
    if row.terminated == 0, !terminated.isEmpty {
      note(.unreadableDate, columns.terminated, index, table)
    }
    row.isLargeUser = DecimalText.trimmed(bytes(columns.user)).elementsEqual("1".utf8)
    row.ward = wards.number(of: bytes(columns.ward))
    row.borough = boroughs.number(of: bytes(columns.borough))
    rows.append((postcode.key, row))
  }

  /// Degrees are preferred, since the eastings of Northern Ireland are on the Irish Grid.
  private mutating func place(
    _ row: inout PostcodeRow, _ postcode: Postcode, _ index: Int, _ table: PostcodeTable
  ) {
    let columns = table.columns
    switch PostcodeRow.degrees(
      longitude: table.bytes(index, columns.longitude),
      latitude: table.bytes(index, columns.latitude))
    {
    case .known(let x, let y):
      (row.x, row.y, row.place) = (x, y, .degrees)
      return
    case .unreadable: note(.unreadablePosition, columns.latitude, index, table)
    case .missing: break
    }
    guard !postcode.isInNorthernIreland else { return }
    switch PostcodeRow.nationalGrid(
      easting: table.bytes(index, columns.easting),
      northing: table.bytes(index, columns.northing))
    {
    case .known(let x, let y): (row.x, row.y, row.place) = (x, y, .nationalGrid)
    case .unreadable: note(.unreadablePosition, columns.easting, index, table)
    case .missing: break
    }
  }

  private mutating func note(
    _ kind: PostcodeFinding.Kind, _ column: Int?, _ row: Int, _ table: PostcodeTable
  ) {
    note(kind) {
      let text = String(decoding: table.bytes(row, column).prefix(60), as: UTF8.self)
      return "\(table.name):\(table.grid.lines[row]): \"\(text)\""
    }
  }

  private mutating func note(_ kind: PostcodeFinding.Kind, _ example: () -> String) {
    counts[kind, default: 0] += 1
    if examples[kind, default: []].count < PostcodeFinding.exampleLimit {
      examples[kind, default: []].append(example())
    }
  }
}

extension PostcodeTable {
  /// The bytes in a column; empty where the table has no such column.
  fileprivate func bytes(_ row: Int, _ column: Int?) -> ArraySlice<UInt8> {
    column.map { grid.bytes(row: row, cell: $0) } ?? []
  }
}

extension Postcode {
  fileprivate var isInNorthernIreland: Bool { key >> 40 == 0x42_54 }
}
