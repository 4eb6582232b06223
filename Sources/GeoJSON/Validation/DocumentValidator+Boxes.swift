/// The ordinates of a `bbox` member, at least four and an even number.
struct BoxMember {
  let offset: Int
  let ordinates: [Double]

  private var half: Int { ordinates.count / 2 }

  var bounds: Bounds {
    var bounds = Bounds(Position(x: ordinates[0], y: ordinates[1]))
    bounds.east = ordinates[half]
    bounds.north = ordinates[half + 1]
    return bounds
  }
}

extension DocumentValidator {
  /// The box under the cursor, which is passed; `nil`, and noted, if it cannot be one.
  mutating func box() throws(GeoJSONError) -> BoxMember? {
    let start = scanner.offset
    guard scanner.current == UInt8(ascii: "[") else {
      try noteWrongValue("the \"bbox\"", "an array of numbers")
      return nil
    }
    var ordinates: [Double] = []
    var count = 0
    var isOfNumbers = true
    try elements { validator throws(GeoJSONError) in
      count += 1
      let reader = validator.scanner
      guard try validator.passValue() == .number else {
        isOfNumbers = false
        return
      }
      var ahead = reader
      // More than a box can have are counted only.
      if count <= 16, let number = try? ahead.representableNumber() {
        ordinates.append(number.value)
      }
    }
    guard isOfNumbers else {
      note(.wrongValueType, at: start, "the \"bbox\" holds something other than numbers")
      return nil
    }
    guard count >= 4, count.isMultiple(of: 2), count <= 16 else {
      note(.bboxWrongLength, at: start, "the \"bbox\" has \(count) numbers")
      return nil
    }
    return ordinates.count == count ? BoxMember(offset: start, ordinates: ordinates) : nil
  }

  /// Holds a box against the contents of the object it stands in.
  mutating func check(_ box: BoxMember) {
    let (count, dimensions) = (box.ordinates.count, contents.dimensions)
    if contents.positions > 0, count != 2 * dimensions {
      note(
        .bboxWrongLength, at: box.offset,
        "the \"bbox\" has \(count) numbers, the positions have \(dimensions) ordinates")
    }
    let bounds = box.bounds
    if bounds.south > bounds.north {
      note(.bboxDoesNotFit, at: box.offset, "the \"bbox\" has its south north of its north")
    } else if bounds.south < -90 || bounds.north > 90 {
      note(.bboxDoesNotFit, at: box.offset, "the \"bbox\" reaches beyond the poles")
    } else if !contents.lie(in: bounds, within: Self.boxTolerance) {
      note(.bboxDoesNotFit, at: box.offset, "some positions are outside the \"bbox\"")
    }
  }

  /// Boxes are often rounded to six decimals.
  private static let boxTolerance = 1e-6

  /// Notes the `crs` member under the cursor, which is passed.
  mutating func referenceSystem(at offset: Int) throws(GeoJSONError) {
    var reader = scanner
    _ = try passValue()
    let name = (try? reader.value()).flatMap(Self.systemName)
    guard let name else {
      note(.crsMember, at: offset, "there is a \"crs\" member, and it names no system")
      return
    }
    let spelling = name.uppercased()
    let isWGS84 = spelling.contains("CRS84") || spelling.hasSuffix(":4326")
    note(
      isWGS84 ? .crsMember : .crsNotWGS84, at: offset,
      "the \"crs\" member names \(shown(name))")
  }

  /// - SeeAlso: The GeoJSON Format Specification, 16 June 2008, section 3.
  private static func systemName(_ value: JSONValue) -> String? {
    let properties = value["properties"]
    return properties?["name"]?.text ?? properties?["code"]?.text.map { "EPSG:" + $0 }
  }
}
