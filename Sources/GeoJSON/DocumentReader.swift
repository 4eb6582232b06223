/// The reading of one document: the cursor, and what has been noticed on the way.
struct DocumentReader {
  var scanner: JSONScanner
  /// The feature being read, counted from 0; `nil` outside features.
  var feature: Int?
  /// The line or ring being read.
  var buffer = PositionBuffer()
  /// Positions read so far.
  var vertices = 0
  /// Positions among them that had more than two ordinates.
  var droppedOrdinates = 0
  private var missingProperties = 0
  private var crs: String?
  private var reportedKeys: Set<String> = []
  private var reportedSystems: Set<String?> = []
  var warnings: [GeoJSONWarning] = []

  init(_ scanner: JSONScanner) {
    self.scanner = scanner
    if scanner.hasByteOrderMark { warnings.append(.byteOrderMark) }
  }

  mutating func document() throws(GeoJSONError) -> FeatureCollection {
    if scanner.current == UInt8(ascii: "[") {
      throw .notGeoJSON(at: scanner.position, type: nil)
    }
    let start = scanner.offset
    guard let type = try scanner.typeAhead() else {
      throw .notGeoJSON(at: scanner.position(at: start), type: nil)
    }
    var collection = FeatureCollection(features: [])
    switch type {
    case "FeatureCollection":
      try readCollection(into: &collection)
    case "Feature":
      warnings.append(.bareFeature)
      collection.features = [try readFeature(0)]
    case _ where GeometryType(rawValue: type) != nil:
      warnings.append(.bareGeometry)
      feature = 0
      collection.features = [Feature(geometry: try geometry())]
    default:
      throw .notGeoJSON(at: scanner.position(at: start), type: type)
    }
    noteRepeatedNames()
    try scanner.expectEnd()
    finish(&collection)
    return collection
  }

  /// Hands over what was noticed on the way.
  mutating func finish(_ collection: inout FeatureCollection) {
    if missingProperties > 0 { warnings.append(.missingProperties(count: missingProperties)) }
    if droppedOrdinates > 0 { warnings.append(.thirdOrdinateDropped(count: droppedOrdinates)) }
    collection.crs = crs
    collection.warnings = warnings
  }

  private mutating func readCollection(into collection: inout FeatureCollection)
    throws(GeoJSONError)
  {
    let start = scanner.offset
    try scanner.enterObject()
    var names = MemberNames()
    var foreign = MemberNames()
    var hasFeatures = false
    var isFirst = true
    while let name = try scanner.nextMember(isFirst: &isFirst) {
      if names.earlierPlace(of: name) != nil { scanner.repeatedNames.append(name) }
      switch name {
      case "type", "bbox": try scanner.skipValue()
      case "crs": try readCRS()
      case "features":
        noteRepeatedNames()
        collection.features = try features()
        hasFeatures = true
      default:
        let value = try scanner.value()
        if name == "name", case .string(let text) = value {
          collection.name = text
        } else if let place = foreign.earlierPlace(of: name) {
          collection.foreignMembers[place].value = value
        } else {
          collection.foreignMembers.append(JSONValue.Member(name, value))
        }
      }
    }
    guard hasFeatures else {
      throw .missingMember(at: scanner.position(at: start), feature: nil, name: "features")
    }
  }

  private mutating func features() throws(GeoJSONError) -> [Feature] {
    try scanner.enterArray()
    var features: [Feature] = []
    var isFirst = true
    while try scanner.nextElement(isFirst: &isFirst) {
      features.append(try readFeature(features.count))
      noteRepeatedNames()
    }
    feature = nil
    return features
  }

  mutating func readFeature(_ number: Int) throws(GeoJSONError) -> Feature {
    feature = number
    let start = scanner.offset
    try scanner.enterObject()
    var result = Feature(geometry: nil)
    var names = MemberNames()
    var hasType = false
    var hasGeometry = false
    var hasProperties = false
    var isFirst = true
    while let name = try scanner.nextMember(isFirst: &isFirst) {
      let isRepeated = names.earlierPlace(of: name) != nil
      if isRepeated { scanner.repeatedNames.append(name) }
      switch name {
      case "type":
        let place = scanner.offset
        guard scanner.current == UInt8(ascii: "\"") else { throw scanner.unexpected(.string) }
        let type = try scanner.string()
        guard type == "Feature" || isRepeated else {
          throw .unknownType(at: scanner.position(at: place), feature: number, type: type)
        }
        hasType = true
      case "id": result.id = try identifier()
      case "geometry":
        result.geometry = try scanner.passNull() ? nil : geometry(expecting: .objectOrNull)
        hasGeometry = true
      case "properties":
        result.properties = try properties()
        hasProperties = true
      case "crs": try readCRS()
      default: try scanner.skipValue()
      }
    }
    guard hasType, hasGeometry else {
      throw .missingMember(
        at: scanner.position(at: start), feature: number, name: hasType ? "geometry" : "type")
    }
    if !hasProperties { missingProperties += 1 }
    return result
  }

  private mutating func identifier() throws(GeoJSONError) -> JSONValue? {
    switch scanner.current {
    case UInt8(ascii: "n") where try scanner.passNull(): return nil
    case UInt8(ascii: "\""), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return try scanner.value()
    default: throw scanner.unexpectedValue(.identifier)
    }
  }

  private mutating func properties() throws(GeoJSONError) -> Properties {
    if try scanner.passNull() { return Properties() }
    guard scanner.current == UInt8(ascii: "{") else {
      throw scanner.unexpectedValue(.objectOrNull)
    }
    return Properties(distinct: try scanner.members())
  }
}

// MARK: - Notices

extension DocumentReader {
  /// Reads a `crs` member: the name of a named system, or the number of an EPSG one.
  ///
  /// - SeeAlso: The GeoJSON Format Specification, 16 June 2008, section 3.
  mutating func readCRS() throws(GeoJSONError) {
    let value = try scanner.value()
    guard value != .null else { return }
    let properties = value["properties"]
    let name: String? =
      if let name = properties?["name"]?.text {
        name
      } else if let code = properties?["code"]?.text {
        "EPSG:" + code
      } else {
        nil
      }
    if crs == nil { crs = name }
    guard reportedSystems.insert(name).inserted else { return }
    warnings.append(name.map(GeoJSONWarning.oldCRSMember) ?? .unreadableCRSMember)
  }

  /// Turns the names that the scanner met twice into warnings, each name once.
  mutating func noteRepeatedNames() {
    guard !scanner.repeatedNames.isEmpty else { return }
    for name in scanner.repeatedNames where reportedKeys.insert(name).inserted {
      warnings.append(.duplicateKey(name, feature: feature))
    }
    scanner.repeatedNames.removeAll()
  }
}
