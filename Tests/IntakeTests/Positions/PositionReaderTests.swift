import Intake
import Postcodes
import SimpleFeatures
import TestSupport
import Testing

/// What cells were read as, in one line.
private func shown(_ reading: PositionReading) -> String {
  func shown(_ read: ReadPosition) -> String {
    let place =
      switch read.position {
      case .degrees(let place): "\(place.longitude)° \(place.latitude)°"
      case .nationalGrid(let place): "\(place.x) m \(place.y) m"
      }
    let changes = read.changes.map { change in
      switch change {
      case .swapped: "swapped"
      case .takenAsNationalGrid: "grid"
      case .takenAsDegrees: "degrees"
      case .takenAsKilometres: "km"
      case .decimalComma: "comma"
      case .gridReference(let reference): "\(reference)"
      }
    }
    return ([place] + changes).joined(separator: ", ")
  }
  return switch reading {
  case .empty: "empty"
  case .inside(let read): shown(read)
  case .outside(let read, let possible):
    "outside: " + shown(read) + possible.map { " or " + shown($0) }.joined()
  case .refused(let refusal): "refused: \(refusal)"
  }
}

@Suite struct `Two cells declared as degrees` {
  private let reader = PositionReader(window: .london, columns: .degrees)

  @Test(arguments: [
    ("-0.1276", "51.5072"), (" -0.1276 ", "51.5072\u{A0}"), ("\u{2212}0.1276", "51.5072"),
    ("\u{2013}0.1276", "+51.5072"), ("0.1276 W", "51.5072 N"), ("0.1276°W", "51.5072°N"),
    ("W0.1276", "N 51.5072º"), ("-0.1276", "51.5072 deg"), ("-1.276E-01", "51.5072"),
    ("\u{200E}-0.1276", "\u{FEFF}51.5072"), ("-.1276", "51.5072"), ("-0.1276", "051.50720"),
  ])
  func `are longitude and latitude, however they are written`(x: String, y: String) {
    #expect(shown(reader.read(x: x, y: y)) == "-0.1276° 51.5072°")
  }

  /// The wrong thing in the right columns, where only one reading lies in London.
  @Test(arguments: [
    ("51.5072", "-0.1276", "-0.1276° 51.5072°, swapped"),
    ("51.5072N", "0.1276W", "-0.1276° 51.5072°, swapped"),
    ("-0,1276", "51,5072", "-0.1276° 51.5072°, comma"),
    // Grouped, "51,507" would be a number that is no latitude.
    ("-0,1276", "51,507", "-0.1276° 51.507°, comma"),
    ("530,047", "180,422", "530047.0 m 180422.0 m, grid"),
    ("530 047", "180\u{202F}422", "530047.0 m 180422.0 m, grid"),
    ("530047.0", "180422.", "530047.0 m 180422.0 m, grid"),
    ("530047", "0180422", "530047.0 m 180422.0 m, grid"),
    ("180422", "530047", "530047.0 m 180422.0 m, grid, swapped"),
    ("530.047", "180.422", "530047.0 m 180422.0 m, grid, km"),
    ("530.047 km", "180.422 km", "530047.0 m 180422.0 m, grid, km"),
    ("530047m", "180422 m", "530047.0 m 180422.0 m, grid"),
    ("530047E", "180422N", "530047.0 m 180422.0 m, grid"),
    ("TQ 300 804", "", "530050.0 m 180450.0 m, TQ 300 804"),
    ("TQ300804", "TQ 300 804", "530050.0 m 180450.0 m, TQ 300 804"),
    ("", "51.5072, -0.1276", "-0.1276° 51.5072°"),
  ])
  func `are read as what alone lies in the study, and what was done is told`(
    x: String, y: String, expected: String
  ) {
    #expect(shown(reader.read(x: x, y: y)) == expected)
  }

  /// Leeds, Paris; a grid position of Manchester; all as they were declared.
  @Test(arguments: [
    ("-1.55", "53.8", "outside: -1.55° 53.8°"), ("2.35", "48.86", "outside: 2.35° 48.86°"),
    ("384000m", "398000m", "outside: 384000.0 m 398000.0 m, grid"),
    ("SJ 84 98", "", "outside: 384500.0 m 398500.0 m, SJ 84 98"),
    ("0", "51.48", "0.0° 51.48°"), ("51", "0", "outside: 51.0° 0.0°"),
  ])
  func `stay as they are where nothing lies in the study`(x: String, y: String, expected: String) {
    #expect(shown(reader.read(x: x, y: y)) == expected)
  }

  @Test(arguments: [
    ("0", "0", "0 and 0 stand for no position"),
    ("0.000000", "99.999999", "99.999999 stands for a position that is not known"),
    // The example location of Open Referral.
    ("101", "100", "101.0 and 100.0 are no place on the Earth"),
    ("384000", "398000", "384000.0 and 398000.0 are no place on the Earth"),
    ("NaN", "51.5", "\"NaN\" is not a number"), ("-0.1", "inf", "\"inf\" is not a number"),
    ("#N/A", "#N/A", "\"#N/A\" is not a number"), ("null", "null", "\"null\" is not a number"),
    ("5.3E+05", "1.8E+05", "\"5.3E+05\" has lost digits, since it was written with an exponent"),
    ("-0.1276 W", "51.5", "\"-0.1276 W\" has both a sign and a letter for its direction"),
    ("51.5 N", "51.6 N", "\"51.5 N\" and \"51.6 N\" do not go together"),
    ("530 m", "51.5°", "\"530 m\" and \"51.5°\" do not go together"),
    ("TQ 300 804", "51.5", "\"TQ 300 804\" and \"51.5\" do not go together"),
    ("-0.1276", "", "one of the two numbers is missing"),
    (" ", "51,5072", "one of the two numbers is missing"),
    ("0°7'39\"W", "51°30'26\"N", "\"0°7'39\"W\" is not a number"),
    ("1,23,456", "51.5", "\"1,23,456\" is not a number"),
    ("51.5.1", "0", "\"51.5.1\" is not a number"),
    ("-0.1-2", "51.5", "\"-0.1-2\" is not a number"),
    ("--0.1", "51.5", "\"--0.1\" is not a number"),
    ("٠٫١", "51.5", "\"٠٫١\" is not a number"),
  ])
  func `are refused with a reason where they are no position`(
    x: String, y: String, reason: String
  ) {
    #expect(shown(reader.read(x: x, y: y)) == "refused: " + reason)
  }

  @Test func `may both be empty`() {
    #expect(reader.read(x: "", y: " \u{A0}") == .empty)
  }
}

@Suite struct `Two cells declared as eastings and northings` {
  private let reader = PositionReader(window: .london, columns: .nationalGrid)

  @Test(arguments: [
    ("530047", "180422", "530047.0 m 180422.0 m"), ("530,047", "180,422", "530047.0 m 180422.0 m"),
    ("180422", "530047", "530047.0 m 180422.0 m, swapped"),
    ("530.047", "180.422", "530047.0 m 180422.0 m, km"),
    ("-0.1276", "51.5072", "-0.1276° 51.5072°, degrees"),
    ("51.5072", "-0.1276", "-0.1276° 51.5072°, degrees, swapped"),
    ("384000", "398000", "outside: 384000.0 m 398000.0 m"),
    ("1000000000", "1", "refused: 1000000000.0 and 1.0 are no place on the Earth"),
    ("0", "0", "refused: 0 and 0 stand for no position"),
  ])
  func `are read in the same way`(x: String, y: String, expected: String) {
    #expect(shown(reader.read(x: x, y: y)) == expected)
  }
}

@Suite struct `One cell` {
  private let reader = PositionReader()

  @Test(arguments: [
    ("", "empty"), ("51.5072, -0.1276", "-0.1276° 51.5072°"),
    ("51.5072,-0.1276", "-0.1276° 51.5072°"), ("(51.5072 -0.1276)", "-0.1276° 51.5072°"),
    ("51.5072;-0.1276", "-0.1276° 51.5072°"), ("51.5072 / -0.1276", "-0.1276° 51.5072°"),
    ("-0.1276, 51.5072", "-0.1276° 51.5072°, swapped"),
    ("51.5072°N, 0.1276°W", "-0.1276° 51.5072°"), ("0.1276 W 51.5072 N", "-0.1276° 51.5072°"),
    ("51,5072 -0,1276", "-0.1276° 51.5072°, comma"),
    ("51,5072,-0,1276", "-0.1276° 51.5072°, comma"),
    ("530047,180422", "530047.0 m 180422.0 m, grid"),
    ("530,047 180,422", "530047.0 m 180422.0 m, grid"),
    ("530 047 180 422", "530047.0 m 180422.0 m, grid"),
    ("180422 530047", "530047.0 m 180422.0 m, grid, swapped"),
    ("TQ3000080400", "530000.5 m 180400.5 m, TQ 30000 80400"),
    ("tq 38", "535000.0 m 185000.0 m, TQ 3 8"),
    ("53.8, -1.55", "outside: -1.55° 53.8°"), ("0, 0", "refused: 0 and 0 stand for no position"),
    ("530,047", "refused: one of the two numbers is missing"),
    ("51,5072", "refused: one of the two numbers is missing"),
    ("51.5072", "refused: one of the two numbers is missing"),
    ("somewhere", "refused: \"somewhere\" is not a number"),
    ("100, 101", "refused: 101.0 and 100.0 are no place on the Earth"),
  ])
  func `holds two numbers or a grid reference`(cell: String, expected: String) {
    #expect(shown(reader.read(cell)) == expected)
  }

  @Test func `holds metres with the easting first where they are declared`() {
    let reader = PositionReader(columns: .nationalGrid)
    #expect(shown(reader.read("530047 180422")) == "530047.0 m 180422.0 m")
    #expect(shown(reader.read("51.5072, -0.1276")) == "-0.1276° 51.5072°, degrees")
  }

  @Test(arguments: [
    String(repeating: "1", count: 1_000_000), String(repeating: "1 ", count: 500_000),
    String(repeating: ",", count: 1_000_000), String(repeating: "é", count: 500_000),
    String(repeating: "TQ", count: 500_000), String(repeating: "1,", count: 100),
    String(repeating: "E", count: 90), "👩‍👩‍👧, 51.5", "\u{0}", "\u{202E}51.5, 0.1",
  ])
  func `of any size or content ends with an answer`(cell: String) {
    _ = reader.read(cell)
    _ = reader.read(x: cell, y: cell)
    _ = reader.read(x: cell, y: "51.5")
  }
}

@Suite struct `The window of a study` {
  @Test func `lets no guess pass where two readings fit`() {
    // A study where latitude and longitude overlap: (7, 8) swapped is (8, 7), and so is neither with
    // a window that leaves out the declared one but has both others.
    let window = PositionWindow(
      longitudes: 7.5...9, latitudes: 6...7.5, eastings: 6_000...9_000, northings: 6_000...9_000)
    let reader = PositionReader(window: window)
    #expect(
      shown(reader.read(x: "7", y: "8"))
        == "outside: 7.0° 8.0° or 8.0° 7.0°, swapped or 7000.0 m 8000.0 m, grid, km"
        + " or 8000.0 m 7000.0 m, grid, km, swapped")
    #expect(shown(reader.read(x: "8", y: "7")) == "8.0° 7.0°")
  }

  @Test func `takes what is declared and fits, whatever else would fit`() throws {
    var random = SeededGenerator(seed: 5)
    let reader = PositionReader()
    for _ in 0..<2_000 {
      let place = LonLat(
        longitude: .random(in: -0.6...0.4, using: &random),
        latitude: .random(in: 51.2...51.8, using: &random))
      let reading = reader.read(x: "\(place.longitude)", y: "\(place.latitude)")
      guard case .inside(let read) = reading, case .degrees(let found) = read.position else {
        Issue.record("\(place) was read as \(reading)")
        return
      }
      #expect(abs(found.longitude - place.longitude) < 1e-15 && found.latitude == place.latitude)
      #expect(read.changes.isEmpty)
      let swapped = reader.read(x: "\(place.latitude)", y: "\(place.longitude)")
      guard case .inside(let back) = swapped else {
        Issue.record("\(place) swapped was read as \(swapped)")
        return
      }
      #expect(back.position == read.position && back.changes == [.swapped])
    }
  }

  @Test func `is widened in degrees and metres by as much on the ground`() {
    // 11.1 km are a tenth of a degree of latitude, and at 60° a fifth of one of longitude.
    let window = PositionWindow(
      longitudes: 0...1, latitudes: 59...60, eastings: 0...10, northings: 20...30
    ).widened(by: .metres(11_100))
    #expect(abs(window.latitudes.lowerBound - 58.9) < 1e-9)
    #expect(abs(window.longitudes.upperBound - 1.2) < 1e-9)
    #expect(window.eastings == -11_100...11_110 && window.northings == -11_080...11_130)
  }

  @Test func `has words for everything that is done`() throws {
    let reference = try #require(GridReference("TQ38"))
    let changes: [PositionChange] = [
      .swapped, .takenAsNationalGrid, .takenAsDegrees, .takenAsKilometres, .decimalComma,
      .gridReference(reference),
    ]
    #expect(Set(changes.map(\.description)).count == changes.count)
    #expect(
      changes[5].description
        == "grid reference TQ 3 8 was placed at the middle of its square of 10 km")
  }
}
