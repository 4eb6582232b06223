/// The checking of one document: the cursor, and what has been noticed on the way.
///
/// The walk mirrors that of the reader, but where the reader throws for what the document says, it
/// notes a fault, passes the value and goes on. It throws only where the text cannot be read on.
struct DocumentValidator {
  var scanner: JSONScanner
  var log: FaultLog
  /// The feature being read, counted from 0; `nil` outside features.
  var feature: Int?
  /// The ring or line being read; `nil` outside rings and lines.
  var ring: Int?
  /// What the object being read contains, its members' members included.
  var contents = Contents()
  /// Positions that are too far out to be degrees, and where the first is.
  var beyondDegrees: (count: Int, first: Int)?
  /// Positions read so far, those of objects that are not finished included.
  var positions = 0
  /// The number of ordinates of the first position.
  var dimensions: Int?
  /// Whether the geometry being read has been told to differ in its number of ordinates.
  var differsInDimensions = false
  /// Positions with a height, and where the first is.
  var heights: (count: Int, first: Int, feature: Int?)?

  private var type: String?
  private var features = 0
  private var identifiers = FeatureIdentifiers()
  private var fields = PropertyFields()
  private var geometryTypes: [String: Int] = [:]
  /// The first type of geometry, which the others are compared with; `nil` once that is reported.
  private var firstGeometryType: String?
  private var hasMixedGeometryTypes = false

  init(_ scanner: JSONScanner, log: FaultLog) {
    self.scanner = scanner
    self.log = log
  }

  /// Checks the document to its end, or as far as it can be read.
  mutating func run() {
    do throws(GeoJSONError) {
      try document()
    } catch {
      log.add(error, feature: feature, in: scanner.bytes)
    }
    feature = nil
    noteWhole()
  }

  /// What the document holds.
  var summary: GeoJSONValidator.Report.Summary {
    var summary = GeoJSONValidator.Report.Summary()
    summary.type = type
    summary.features = features
    summary.positions = contents.positions
    summary.geometryTypes = geometryTypes.sorted { $0.key < $1.key }.map { type, count in
      .init(type: type, count: count)
    }
    summary.extent = contents.bounds.map { bounds in
      .init(west: bounds.west, south: bounds.south, east: bounds.east, north: bounds.north)
    }
    return summary
  }

  /// Notes a fault of the feature and ring being read.
  mutating func note(
    _ rule: GeoJSONValidator.Rule, at offset: Int?, _ finding: @autoclosure () -> String
  ) {
    log.add(rule, at: offset, feature: feature, ring: ring, finding)
  }

  private mutating func document() throws(GeoJSONError) {
    if scanner.hasByteOrderMark {
      note(.byteOrderMark, at: 0, "the file begins with a byte order mark")
    }
    try body()
    try scanner.expectEnd()
  }

  private mutating func body() throws(GeoJSONError) {
    guard try isObject("the document") else { return }
    guard let name = try knownType(of: "the document", among: Self.documentTypes) else {
      _ = try passValue()
      return
    }
    type = name
    switch name {
    case "FeatureCollection": try collection()
    case "Feature": try featureObject(0)
    default:
      let found = try geometry()
      count(found, at: scanner.offset)
    }
  }

  private static let documentTypes =
    ["FeatureCollection", "Feature"] + GeometryType.allCases.map(\.rawValue)
}

// MARK: - Features

extension DocumentValidator {
  private mutating func collection() throws(GeoJSONError) {
    var hasFeatures = false
    let start = scanner.offset
    try object { validator, name, place throws(GeoJSONError) in
      switch name {
      case "features":
        hasFeatures = true
        try validator.featureList()
      case "coordinates", "geometries", "geometry", "properties":
        validator.noteClash(name, in: "a FeatureCollection", at: place)
        _ = try validator.passValue()
      default: _ = try validator.passValue()
      }
    }
    if !hasFeatures {
      note(.missingFeatures, at: start, "the FeatureCollection has no \"features\" member")
    }
  }

  private mutating func featureList() throws(GeoJSONError) {
    guard scanner.current == UInt8(ascii: "[") else {
      try noteWrongValue("\"features\"", "an array")
      return
    }
    var number = 0
    try elements { validator throws(GeoJSONError) in
      validator.feature = number
      try validator.featureObject(number)
      number += 1
    }
    feature = nil
  }

  private mutating func featureObject(_ number: Int) throws(GeoJSONError) {
    feature = number
    features += 1
    guard try isObject("a feature") else { return }
    guard try knownType(of: "a member of \"features\"", among: ["Feature"]) != nil else {
      _ = try passValue()
      return
    }
    let start = scanner.offset
    var hasGeometry = false
    var hasProperties = false
    var hasIdentifier = false
    try object { validator, name, place throws(GeoJSONError) in
      switch name {
      case "type":
        // The first has been seen to be right; a second is at least to be a string.
        guard validator.scanner.current == UInt8(ascii: "\"") else {
          try validator.noteWrongValue("\"type\"", "a string")
          return
        }
        try validator.scanner.passString()
      case "id": hasIdentifier = try validator.identifier() || hasIdentifier
      case "geometry":
        hasGeometry = true
        try validator.featureGeometry()
      case "properties":
        hasProperties = true
        try validator.properties()
      case "coordinates", "geometries", "features":
        validator.noteClash(name, in: "a Feature", at: place)
        _ = try validator.passValue()
      default: _ = try validator.passValue()
      }
    }
    if !hasGeometry { note(.missingGeometry, at: start, "the feature has no \"geometry\" member") }
    if !hasProperties {
      note(.missingProperties, at: start, "the feature has no \"properties\" member")
    }
    if !hasIdentifier { identifiers.addMissing(at: start, feature: number) }
  }

  private mutating func featureGeometry() throws(GeoJSONError) {
    let start = scanner.offset
    if try scanner.passNull() {
      geometryTypes["null", default: 0] += 1
    } else {
      count(try geometry(expecting: "an object or null"), at: start)
    }
  }

  /// Counts a geometry of the document's own, and notes the first whose type is not that of the
  /// others.
  private mutating func count(_ type: GeometryType?, at offset: Int) {
    guard let name = type?.rawValue else { return }
    geometryTypes[name, default: 0] += 1
    guard let first = firstGeometryType else {
      firstGeometryType = name
      return
    }
    guard name != first, !hasMixedGeometryTypes else { return }
    hasMixedGeometryTypes = true
    note(.mixedGeometryTypes, at: offset, "after a \(first) comes a \(name)")
  }

  /// Whether the value under the cursor, which is passed, is an identifier.
  private mutating func identifier() throws(GeoJSONError) -> Bool {
    let start = scanner.offset
    var reader = scanner
    let identifier: FeatureIdentifiers.Identifier?
    switch try passValue() {
    case .string: identifier = .text(try reader.string())
    case .number: identifier = (try? reader.representableNumber()).flatMap { .init($0) }
    case let other:
      note(.idNotStringOrNumber, at: start, "the \"id\" is \(other)")
      return false
    }
    if let identifier {
      for (rule, finding) in identifiers.add(identifier, feature: feature ?? 0) {
        note(rule, at: start, finding)
      }
    }
    return true
  }

  private mutating func properties() throws(GeoJSONError) {
    let start = scanner.offset
    if try scanner.passNull() {
      note(.nullProperties, at: start, "the \"properties\" are null")
      return
    }
    guard scanner.current == UInt8(ascii: "{") else {
      try noteWrongValue("\"properties\"", "an object or null")
      return
    }
    let number = feature ?? 0
    try members { validator, name, place throws(GeoJSONError) in
      let kind = try validator.passValue()
      validator.fields.add(kind, to: name, at: place, feature: number)
    }
  }
}

// MARK: - The document as a whole

extension DocumentValidator {
  /// Notes what can be told only when all features have been seen.
  private mutating func noteWhole() {
    for fault in identifiers.faults + fields.faults { log.add(fault) }
    noteExtent()
    if let heights {
      feature = heights.feature
      note(.thirdOrdinate, at: heights.first, "\(heights.count) positions have a height")
      feature = nil
    }
  }

  /// Notes positions that are probably in another order or another system.
  private mutating func noteExtent() {
    guard let bounds = contents.bounds, let first = contents.firstPosition else { return }
    if let beyond = beyondDegrees, 2 * beyond.count >= positions {
      let count = "\(beyond.count) of \(positions) positions"
      let hint = bounds.looksLikeBritishNationalGrid ? "; they look like British National Grid" : ""
      note(
        .projectedCoordinatesSuspected, at: beyond.first,
        "\(count) are far from any longitude and latitude\(hint)")
    } else if bounds.fitsOnlySwapped {
      note(
        .swappedOrderSuspected, at: first,
        "positions would be on the Earth if latitude and longitude were swapped")
    } else if bounds.looksLikeSwappedBritain {
      note(
        .swappedOrderSuspected, at: first,
        "all positions are in the sea east of Somalia; swapped they would be in Britain")
    }
  }
}
