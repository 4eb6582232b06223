public import FileFormats
public import Places

/// Names of parts of the study area with the areas they are made of, and other names of areas.
///
/// A row with one code is another name of that area: "RBKC". A row with several is a region:
/// "Inner London". What a region means is a matter of definition, so each row says whose it is.
public struct RegionTable: Sendable {
  /// A row.
  public struct Region: Hashable, Sendable {
    /// The name.
    public let name: String
    /// Other ways to write it.
    public let aliases: [String]
    /// The areas it is made of, sorted, each once.
    public let codes: [AreaCode]
    /// Whose definition it is.
    public let source: String
    /// What a reader should know.
    public let note: String

    /// A region from its parts.
    public init(
      name: String, aliases: [String] = [], codes: [AreaCode], source: String = "",
      note: String = ""
    ) {
      self.name = name
      self.aliases = aliases
      self.codes = Set(codes).sorted()
      self.source = source
      self.note = note
    }
  }

  /// The rows, in the order of their file.
  public let regions: [Region]

  /// A table without rows.
  public static let empty = RegionTable(checked: [])

  private init(checked regions: [Region]) {
    self.regions = regions
  }

  /// A table of regions.
  ///
  /// - Throws: ``RegionTableError/twoMeanings(_:)`` when one name is given to different areas.
  public init(_ regions: [Region]) throws(RegionTableError) {
    var codesByName: [String: [AreaCode]] = [:]
    for region in regions {
      for name in [region.name] + region.aliases {
        let other = codesByName.updateValue(region.codes, forKey: RemitText.folded(name))
        guard other == nil || other == region.codes else { throw .twoMeanings(name) }
      }
    }
    self.regions = regions
  }

  /// Reads a table with the columns `name`, `aliases`, `codes`, `source` and `note`, of which the
  /// last two may be missing; lists are written with semicolons.
  ///
  /// - Throws: ``RegionTableError``.
  public init(_ grid: TextGrid) throws(RegionTableError) {
    guard grid.rowCount > 0 else { throw .missingColumn("name") }
    let header = (0..<grid.cellCount(ofRow: 0)).map { cell in
      ColumnName(grid.text(row: 0, cell: cell)).text
    }
    func column(_ name: String) throws(RegionTableError) -> Int {
      guard let column = header.firstIndex(of: name) else { throw .missingColumn(name) }
      return column
    }
    let name = try column("name")
    let aliases = try column("aliases")
    let codes = try column("codes")
    let source = header.firstIndex(of: "source")
    let note = header.firstIndex(of: "note")
    var regions: [Region] = []
    for row in 1..<max(1, grid.rowCount) {
      func text(_ column: Int?) -> String { Self.parts(grid, row, column).joined(separator: "; ") }
      let region = Region(
        name: text(name), aliases: Self.parts(grid, row, aliases),
        codes: Self.parts(grid, row, codes).map { AreaCode($0.uppercased()) },
        source: text(source), note: text(note))
      if region == Region(name: "", codes: []) { continue }
      guard !RemitText.folded(region.name).isEmpty else { throw .noName(line: grid.lines[row]) }
      guard !region.codes.isEmpty else { throw .noCodes(region.name) }
      regions.append(region)
    }
    try self.init(regions)
  }

  private static func parts(_ grid: TextGrid, _ row: Int, _ column: Int?) -> [String] {
    guard let column else { return [] }
    return grid.text(row: row, cell: column).split(separator: ";")
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }
  }
}

/// Why a table of regions cannot be used.
public enum RegionTableError: Error, Hashable, Sendable {
  /// A column is missing.
  case missingColumn(String)
  /// A row has no name.
  case noName(line: Int)
  /// A region has no codes.
  case noCodes(String)
  /// A name is given to different areas.
  case twoMeanings(String)
}

extension RegionTableError: CustomStringConvertible {
  /// What is wrong, in one sentence.
  public var description: String {
    switch self {
    case .missingColumn(let name): "The table of regions has no column \"\(name)\"."
    case .noName(let line): "The region on line \(line) has no name."
    case .noCodes(let name): "The region \"\(name)\" has no codes."
    case .twoMeanings(let name): "\"\(name)\" is given to different areas."
    }
  }
}
