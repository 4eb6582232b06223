import Foundation
import TestSupport

/// A tiny study: four wards, two boroughs, six places, four organisations, two functions.
///
/// Positions are given in tenths of a ward's side, from the south-west corner:
///
///     W1 W2      north      Abbey   Bridge
///     W3 W4      south      Castle  Abbey       B1 is the west, B2 the east
///
/// The whole is drawn either in degrees over Lyon or in metres on the British National Grid.
struct SampleStudy {
  enum Place {
    case lyon
    case nationalGrid
  }

  enum Mistake: Error {
    /// The text to replace is not in the file.
    case notInFile(String, file: String)
  }

  /// The files by name.
  private(set) var files: [String: [UInt8]] = [:]
  private let place: Place

  init(_ place: Place = .lyon) {
    self.place = place
    self["study.toml"] = settings
    self["wards.geojson"] = wards
    self["boroughs.geojson"] = boroughs
    self["places.csv"] = places
    self["organisations.csv"] = organisations
    self["functions.csv"] = """
      function,column,name,weight,specialisms
      advice,s_advi,Advice,1,advice
      space,s_spac,Space,1,space

      """
  }

  /// The text of a file.
  subscript(file: String) -> String {
    get { String(decoding: files[file] ?? [], as: UTF8.self) }
    set { files[file] = Array(newValue.utf8) }
  }

  /// Replaces a text that must be there.
  mutating func replace(_ old: String, with new: String, in file: String) throws {
    guard self[file].contains(old) else { throw Mistake.notInFile(old, file: file) }
    self[file] = self[file].replacing(old, with: new)
  }

  mutating func setBytes(_ bytes: [UInt8], of file: String) { files[file] = bytes }

  mutating func remove(_ file: String) { files[file] = nil }

  /// The study in a folder of its own.
  func written() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, content) in files { try folder.write(content, to: name) }
    return folder
  }

  /// A position as tables and GeoJSON write it: "4.84,45.75".
  func at(_ column: Int, _ row: Int) -> String {
    func thousandths(_ number: Int) -> String {
      let rest = String(number % 1000)
      return "\(number / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }
    switch place {
    case .lyon: return "\(thousandths(4840 + column)),\(thousandths(45_750 + row))"
    case .nationalGrid: return "\(530_000 + 100 * column),\(180_000 + 100 * row)"
    }
  }

  /// An area with a rectangle for its shape.
  func area(
    _ code: String, _ name: String, columns: ClosedRange<Int>, rows: ClosedRange<Int>,
    borough: String? = nil
  ) -> String {
    let (west, east) = (columns.lowerBound, columns.upperBound)
    let (south, north) = (rows.lowerBound, rows.upperBound)
    let ring = [(west, south), (east, south), (east, north), (west, north), (west, south)]
      .map { "[\(at($0.0, $0.1))]" }.joined(separator: ",")
    let parent = borough.map { #","borough":"\#($0)""# } ?? ""
    return #"{"type":"Feature","properties":{"code":"\#(code)","name":"\#(name)"\#(parent)},"#
      + #""geometry":{"type":"Polygon","coordinates":[[\#(ring)]]}}"#
  }

  /// A document of features, one a line.
  static func document(_ features: [String]) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\n" + features.joined(separator: ",\n")
      + "\n]}\n"
  }
}

extension SampleStudy {
  private var settings: String {
    let system = place == .nationalGrid ? "crs = \"EPSG:27700\"\n" : ""
    return """
      name = "Sample"

      [wards]
      file = "wards.geojson"
      code = "code"
      borough = "borough"
      \(system)
      [boroughs]
      file = "boroughs.geojson"
      code = "code"
      \(system)
      [places]
      file = "places.csv"
      x = "x"
      y = "y"
      \(system)
      [need]
      name = "Sample index"
      column = "need"
      direction = "higher-is-more-need"

      [organisations]
      file = "organisations.csv"
      serves = "serves"
      x = "x"
      y = "y"
      \(system)
      [functions]
      file = "functions.csv"

      [catchment]
      radius_m = 3000

      """
  }

  private var wards: String {
    Self.document([
      area("W1", "Abbey", columns: 0...10, rows: 10...20, borough: "B1"),
      area("W2", "Bridge", columns: 10...20, rows: 10...20, borough: "B2"),
      area("W3", "Castle", columns: 0...10, rows: 0...10, borough: "B1"),
      area("W4", "Abbey", columns: 10...20, rows: 0...10, borough: "B2"),
    ])
  }

  private var boroughs: String {
    Self.document([
      area("B1", "Westham", columns: 0...10, rows: 0...20),
      area("B2", "Eastham", columns: 10...20, rows: 0...20),
    ])
  }

  private var places: String {
    """
    id,x,y,people,need
    p1,\(at(3, 14)),100,10
    p2,\(at(7, 17)),100,10
    p3,\(at(15, 15)),200,20
    p4,\(at(5, 5)),200,30
    p5,\(at(13, 4)),100,40
    p6,\(at(16, 7)),300,40

    """
  }

  private var organisations: String {
    """
    id,name,kind,status,serves,x,y,specialisms
    a,Alpha Centre,cvs,active,B1,\(at(5, 15)),advice;space
    b,Beta Anchor,anchor,active,,\(at(15, 5)),advice
    c,Gamma Network,network,active,W2,,,space
    d,Delta Forum,specialist,active,pan-london,\(at(12, 12)),advice

    """
  }
}
