extension DocumentValidator {
  private static let geometryTypes = GeometryType.allCases.map(\.rawValue)

  /// Checks the geometry under the cursor, which is passed.
  ///
  /// - Returns: Its type; `nil` if it has none.
  mutating func geometry(
    expecting expected: String = "an object"
  ) throws(GeoJSONError) -> GeometryType? {
    guard try isObject("a geometry", expecting: expected) else { return nil }
    guard
      let name = try knownType(of: "a geometry", among: Self.geometryTypes),
      let type = GeometryType(rawValue: name)
    else {
      _ = try passValue()
      return nil
    }
    let start = scanner.offset
    let isCollection = type == .geometryCollection
    var hasContent = false
    try object { validator, name, place throws(GeoJSONError) in
      switch name {
      case "geometries" where isCollection:
        hasContent = true
        try validator.geometries(at: start)
      case "coordinates" where !isCollection:
        hasContent = true
        try validator.coordinates(of: type)
      case "geometry", "properties", "features":
        validator.noteClash(name, in: "a geometry", at: place)
        _ = try validator.passValue()
      default: _ = try validator.passValue()
      }
    }
    if !hasContent {
      let content = isCollection ? "geometries" : "coordinates"
      note(
        isCollection ? .missingGeometries : .missingCoordinates, at: start,
        "the \(name) has no \"\(content)\" member")
    }
    return type
  }

  private mutating func geometries(at start: Int) throws(GeoJSONError) {
    guard scanner.current == UInt8(ascii: "[") else {
      try noteWrongValue("\"geometries\"", "an array")
      return
    }
    var types: Set<GeometryType> = []
    var count = 0
    try elements { validator throws(GeoJSONError) in
      let place = validator.scanner.offset
      guard let type = try validator.geometry() else { return }
      count += 1
      types.insert(type)
      if type == .geometryCollection {
        validator.note(
          .nestedGeometryCollection, at: place, "a GeometryCollection stands in another")
      }
    }
    if types.count == 1, let type = types.first, type != .geometryCollection {
      let finding =
        count == 1
        ? "the GeometryCollection has one member, a \(type.rawValue)"
        : "all \(count) members of the GeometryCollection are of type \(type.rawValue)"
      note(.geometryCollectionSingle, at: start, finding)
    }
  }

  private mutating func coordinates(of type: GeometryType) throws(GeoJSONError) {
    let start = scanner.offset
    differsInDimensions = false
    var number = 0
    defer { ring = nil }
    let count: Int?
    switch type {
    case .point: count = try point()
    case .multiPoint:
      var run = PositionRun()
      count = try positions(of: "MultiPoint", into: &run)
      noteRange(of: run)
    case .lineString: count = try line(&number)
    case .multiLineString:
      count = try array("an array of lines") { validator throws(GeoJSONError) in
        let start = validator.scanner.offset
        if try validator.line(&number) == 0 {
          validator.note(.emptyCoordinates, at: start, "a line has no positions")
        }
      }
    case .polygon: count = try polygon(&number)
    case .multiPolygon:
      count = try array("an array of polygons") { validator throws(GeoJSONError) in
        let start = validator.scanner.offset
        if try validator.polygon(&number) == 0 {
          validator.ring = nil
          validator.note(.emptyCoordinates, at: start, "a polygon has no rings")
        }
      }
    case .geometryCollection: return
    }
    if count == 0 {
      ring = nil
      note(.emptyCoordinates, at: start, "the coordinates of the \(type.rawValue) are empty")
    }
  }

  private mutating func polygon(_ number: inout Int) throws(GeoJSONError) -> Int? {
    var isExterior = true
    return try array("an array of rings") { validator throws(GeoJSONError) in
      try validator.linearRing(&number, isExterior: isExterior)
      isExterior = false
    }
  }

  private mutating func line(_ number: inout Int) throws(GeoJSONError) -> Int? {
    let start = scanner.offset
    ring = number
    number += 1
    var run = PositionRun()
    run.isConnected = true
    let count = try positions(of: "a line", into: &run)
    noteRange(of: run)
    if count == 1, run.isWhole {
      note(.lineTooShort, at: start, "the line has one position")
    }
    return count
  }

  private mutating func linearRing(
    _ number: inout Int, isExterior: Bool
  ) throws(GeoJSONError) {
    let start = scanner.offset
    ring = number
    number += 1
    var run = PositionRun()
    run.isConnected = true
    guard let count = try positions(of: "a ring", into: &run) else { return }
    noteRange(of: run)
    guard run.isWhole else { return }
    guard count >= 4 else {
      note(.ringTooShort, at: start, "the ring has \(count) position\(count == 1 ? "" : "s")")
      return
    }
    guard run.isClosed else {
      note(
        .ringNotClosed, at: start,
        "the ring begins at \(run.first?.description ?? "") and ends at "
          + "\(run.last?.description ?? "")")
      return
    }
    noteTurn(of: run, at: start, isExterior: isExterior)
  }

  private mutating func noteTurn(of run: PositionRun, at start: Int, isExterior: Bool) {
    // Across the antimeridian the plane does not say which way round it goes.
    guard run.jump == nil else { return }
    switch (RingTurn(run.positions, decimals: 9), isExterior) {
    case (.none, _): note(.ringWithoutArea, at: start, "the ring encloses nothing")
    case (.clockwise, true): note(.ringWinding, at: start, "the exterior ring runs clockwise")
    case (.counterClockwise, false):
      note(.ringHoleWinding, at: start, "the hole runs counter-clockwise")
    case (.counterClockwise, true), (.clockwise, false): break
    }
  }

  mutating func noteRange(of run: PositionRun) {
    if let outside = run.outOfRange {
      let others = outside.count > 1 ? ", the first of \(outside.count) positions like it" : ""
      note(
        .positionOutOfRange, at: outside.offset,
        "\(outside.position) is not longitude and latitude\(others)")
    }
    if let jump = run.jump {
      note(
        .antimeridianNotCut, at: jump,
        "from one position to the next the longitude changes by more than 180 degrees")
    }
  }
}
