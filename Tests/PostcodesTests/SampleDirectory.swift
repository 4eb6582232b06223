import FileFormats
import Postcodes

/// Small directories made up for tests.
enum SampleDirectory {
  /// The columns postcode, latitude, longitude, terminated, user, quality, ward, borough.
  static let columns = PostcodeTable.Columns(
    postcode: 0, latitude: 1, longitude: 2, terminated: 3, user: 4, gridQuality: 5, ward: 6,
    borough: 7)

  /// A directory of lines without a header, in those columns.
  static func of(_ lines: String) -> PostcodeDirectory {
    PostcodeDirectory([
      PostcodeTable(name: "sample.csv", grid: .lines(lines), columns: columns, firstRow: 0)
    ])
  }

  /// A directory of live postcodes, all in one place.
  static func of(postcodes: [String]) -> PostcodeDirectory {
    of(postcodes.map { "\($0),51.5,-0.1,,0,1,E05000001,E09000001\n" }.joined())
  }
}
