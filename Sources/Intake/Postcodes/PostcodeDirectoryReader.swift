internal import FileFormats
public import Postcodes
internal import SimpleFeatures

/// Makes a directory of postcodes of the files that people have: ONSPD or NSPL of any year, whole or
/// split by area, Code-Point Open, or a table of the middles of sectors.
public struct PostcodeDirectoryReader: Sendable {
  /// A reader.
  public init() {}

  /// A directory, what became of the rows of each file, and what was noticed.
  public typealias Reading = (
    directory: PostcodeDirectory, accounts: [RowAccount], findings: [Finding]
  )

  /// Reads files into one directory.
  ///
  /// Files of sectors serve only where no file has full postcodes.
  ///
  /// - Throws: ``IntakeError`` for a file that is no table, or that has no column of postcodes.
  /// - Complexity: O(*n* log *n*) in the number of rows.
  public func read(_ files: [InputFile]) throws(IntakeError) -> Reading {
    var tables: [PostcodeTable] = []
    var sectors: [(sector: PostcodeSector, middle: LonLat)] = []
    var accounts: [RowAccount] = []
    for file in files {
      switch try content(of: file) {
      case .postcodes(let table):
        tables.append(table)
        accounts.append(RowAccount(rows: table.grid.rowCount - table.firstRow))
      case .sectors(let middles):
        sectors += middles
        accounts.append(RowAccount(rows: middles.count))
      }
    }
    guard !tables.isEmpty else {
      return (PostcodeDirectory(sectors: sectors), accounts, [])
    }
    let directory = PostcodeDirectory(tables)
    let names = files.map(\.name).joined(separator: ", ")
    let findings = directory.findings.map { finding in
      Finding(
        "N151", .note, file: names, count: finding.count, message: "\(names): \(finding).",
        examples: finding.examples)
    }
    if accounts.count == 1 {
      let reasons = directory.findings.flatMap { finding in
        Self.reason(finding.kind).map { Array(repeating: $0, count: finding.count) } ?? []
      }
      accounts = [RowAccount(rows: accounts[0].rows, setAside: reasons)]
    }
    return (directory, accounts, findings)
  }

  /// Why a row is left out; `nil` for what leaves it in.
  private static func reason(_ kind: PostcodeFinding.Kind) -> String? {
    switch kind {
    case .notAPostcode: "not a postcode"
    case .repeated: "a postcode that another row has"
    case .unreadablePosition, .unreadableDate: nil
    }
  }

  private enum Content {
    case postcodes(PostcodeTable)
    case sectors([(sector: PostcodeSector, middle: LonLat)])
  }

  private func content(of file: InputFile) throws(IntakeError) -> Content {
    let bytes = try file.unpacked()
    guard FileFormat.of(bytes) == .text else {
      throw .format(
        file: file.name,
        .unsupported(
          what: "\(FileFormat.of(bytes)) as a directory of postcodes",
          remedy: "Give the CSV file of the directory; unpack it if it is in an archive."))
    }
    var recognised: RecognisedTable?
    let text: DelimitedText
    do {
      // Directories have fifty columns, of which ten are wanted.
      text = try DelimitedText(bytes) { header in
        let table = RecognisedTable(header: header)
        recognised = table
        return table.hasHeader && table.column(for: .postcode) != nil
          ? Self.roles.compactMap { table.column(for: $0) } : nil
      }
    } catch {
      throw IntakeError(error, file: file.name)
    }
    guard let recognised else { throw .empty(file: file.name) }
    if PostcodeTable.isCodePointOpen(text.grid) {
      return .postcodes(PostcodeTable(codePointOpen: text.grid, name: file.name))
    }
    guard recognised.column(for: .postcode) != nil else {
      return .sectors(try sectors(in: file))
    }
    return .postcodes(
      PostcodeTable(name: file.name, grid: text.grid, columns: Self.columns(of: recognised)))
  }

  private static let roles: [ColumnRole] = [
    .postcode, .latitude, .longitude, .easting, .northing, .postcodeFrom, .postcodeTo,
    .postcodeUser, .gridQuality, .wardCode, .boroughCode,
  ]

  /// Where the wanted columns stand among those kept.
  private static func columns(of table: RecognisedTable) -> PostcodeTable.Columns {
    let kept = roles.filter { table.column(for: $0) != nil }
    func place(_ role: ColumnRole) -> Int? { kept.firstIndex(of: role) }
    return PostcodeTable.Columns(
      postcode: place(.postcode) ?? 0, latitude: place(.latitude), longitude: place(.longitude),
      easting: place(.easting), northing: place(.northing), introduced: place(.postcodeFrom),
      terminated: place(.postcodeTo), user: place(.postcodeUser),
      gridQuality: place(.gridQuality), ward: place(.wardCode), borough: place(.boroughCode))
  }

  private func sectors(
    in file: InputFile
  ) throws(IntakeError) -> [(sector: PostcodeSector, middle: LonLat)] {
    let table = try TableReader(columns: ["sector"]).read(file)
    let sector = try table.requiredColumn(named: "sector")
    let latitude = try table.requiredColumn(named: "lat")
    let longitude = try table.requiredColumn(named: "lon")
    var middles: [(sector: PostcodeSector, middle: LonLat)] = []
    var seen: Set<PostcodeSector> = []
    for row in 0..<table.rowCount {
      let text = try table.requiredText(row: row, column: sector)
      guard let name = PostcodeSector(text) else {
        throw .invalidValue(
          file: table.file, line: table.line(ofRow: row), column: table.header[sector],
          value: text, expected: "a postcode sector, such as \"SE5 0\"")
      }
      guard seen.insert(name).inserted else {
        throw .duplicate(file: table.file, column: table.header[sector], value: text)
      }
      middles.append(
        (
          name,
          LonLat(
            longitude: try table.number(row: row, column: longitude, in: -180...180),
            latitude: try table.number(row: row, column: latitude, in: -90...90))
        ))
    }
    return middles
  }
}
