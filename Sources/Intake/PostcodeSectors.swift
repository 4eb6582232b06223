public import SimpleFeatures

/// The middle of each postcode sector: places a postcode to within about half a kilometre.
///
/// A fallback for organisations whose coordinates are not known; what it places is marked
/// `postcode_sector`.
public struct PostcodeSectors: Sendable {
  private let positions: [String: LonLat]

  /// The number of sectors.
  public var count: Int { positions.count }

  /// Reads a table with columns `sector` ("SE5 0"), `lat` and `lon`.
  ///
  /// - Throws: ``IntakeError``.
  public init(_ file: InputFile) throws(IntakeError) {
    let table = try CSVReader().read(file)
    let sector = try table.requiredColumn(named: "sector")
    let latitude = try table.requiredColumn(named: "lat")
    let longitude = try table.requiredColumn(named: "lon")
    var positions: [String: LonLat] = [:]
    for row in 0..<table.rowCount {
      let name = try table.requiredText(row: row, column: sector)
      guard positions[name] == nil else {
        throw .duplicate(file: table.file, column: "sector", value: name)
      }
      positions[name] = LonLat(
        longitude: try table.number(row: row, column: longitude, in: -180...180),
        latitude: try table.number(row: row, column: latitude, in: -90...90))
    }
    self.positions = positions
  }

  /// The sector of a postcode, "SE5 0AA" to "SE5 0"; `nil` if it is not one in form.
  ///
  /// Case, white space and punctuation do not matter: "se50aa" is the same postcode.
  public static func sector(of postcode: String) -> String? {
    let letters = postcode.uppercased().unicodeScalars.filter { scalar in
      ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    let text = Array(String(String.UnicodeScalarView(letters)))
    guard (5...7).contains(text.count) else { return nil }
    let outward = text.dropLast(3)
    let inward = text.suffix(3)
    guard let digit = inward.first, digit.isNumber, let area = outward.first, area.isLetter,
      inward.dropFirst().allSatisfy(\.isLetter), outward.contains(where: \.isNumber)
    else { return nil }
    return String(outward) + " " + String(digit)
  }

  /// The middle of a postcode's sector; `nil` if the postcode is malformed or its sector unknown.
  public func position(of postcode: String) -> LonLat? {
    Self.sector(of: postcode).flatMap { positions[$0] }
  }
}
