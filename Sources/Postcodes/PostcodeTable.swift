public import FileFormats

/// A table with a postcode a row.
public struct PostcodeTable: Sendable {
  /// Which cell of a row holds what, counted from 0; `nil` for what the table does not say.
  public struct Columns: Hashable, Sendable {
    /// The postcode, spelt in any way: of seven characters, of eight, or with one space.
    public var postcode: Int
    /// Degrees north; 99.999999 where no position is known.
    public var latitude: Int?
    /// Degrees east.
    public var longitude: Int?
    /// Metres on the British National Grid; taken where there are no degrees.
    public var easting: Int?
    /// Metres on the British National Grid.
    public var northing: Int?
    /// The month in which it came into use: "198001".
    public var introduced: Int?
    /// The month in which it went out of use; empty for a live postcode.
    public var terminated: Int?
    /// 1 for a large user.
    public var user: Int?
    /// `gridind` from 1 to 9, or the quality indicator of Code-Point from 10 to 90.
    public var gridQuality: Int?
    /// The code of the ward.
    public var ward: Int?
    /// The code of the borough or district.
    public var borough: Int?

    /// Columns by their numbers, none of them negative.
    public init(
      postcode: Int, latitude: Int? = nil, longitude: Int? = nil, easting: Int? = nil,
      northing: Int? = nil, introduced: Int? = nil, terminated: Int? = nil, user: Int? = nil,
      gridQuality: Int? = nil, ward: Int? = nil, borough: Int? = nil
    ) {
      self.postcode = postcode
      self.latitude = latitude
      self.longitude = longitude
      self.easting = easting
      self.northing = northing
      self.introduced = introduced
      self.terminated = terminated
      self.user = user
      self.gridQuality = gridQuality
      self.ward = ward
      self.borough = borough
    }

    /// The columns of Code-Point Open: postcode, quality, easting, northing, country, two health
    /// authorities, county, district, ward.
    public static let codePointOpen = Columns(
      postcode: 0, easting: 2, northing: 3, gridQuality: 1, ward: 9, borough: 8)

    var isValid: Bool {
      [
        postcode, latitude, longitude, easting, northing, introduced, terminated, user,
        gridQuality, ward, borough,
      ].allSatisfy { ($0 ?? 0) >= 0 }
    }
  }

  /// The name of the file, for messages.
  public let name: String
  /// All its rows.
  public let grid: TextGrid
  /// Which cell holds what.
  public let columns: Columns
  /// The first row with a postcode: the one below the header.
  public let firstRow: Int

  /// A table whose postcodes begin on a row, counted from 0.
  public init(name: String, grid: TextGrid, columns: Columns, firstRow: Int = 1) {
    precondition(columns.isValid && firstRow >= 0, "rows and columns are counted from 0")
    self.name = name
    self.grid = grid
    self.columns = columns
    self.firstRow = firstRow
  }

  /// A file of Code-Point Open, which has no header.
  public init(codePointOpen grid: TextGrid, name: String) {
    self.init(name: name, grid: grid, columns: .codePointOpen, firstRow: 0)
  }

  /// Whether a grid is a file of Code-Point Open, judged by the content of its first hundred rows.
  ///
  /// - Complexity: O(1).
  public static func isCodePointOpen(_ grid: TextGrid) -> Bool {
    grid.rowCount > 0
      && (0..<min(grid.rowCount, 100)).allSatisfy { row in
        func number(_ cell: Int) -> Double {
          DecimalText.number(grid.bytes(row: row, cell: cell)) ?? -1
        }
        let country = grid.bytes(row: row, cell: 4)
        return grid.cellCount(ofRow: row) == 10
          && Postcode(utf8: grid.bytes(row: row, cell: 0)) != nil
          && (10...90).contains(number(1))
          && NationalGrid.contains(easting: number(2), northing: number(3))
          && country.count == 9 && country.dropFirst().starts(with: "92".utf8)
      }
  }
}
