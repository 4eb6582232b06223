extension DocumentValidator {
  /// Calls `body` for every element of the array of coordinates under the cursor; a value that is
  /// no array is noted and passed.
  ///
  /// - Returns: The number of elements; `nil` for a value that is no array.
  mutating func array(
    _ expected: String, _ body: (inout DocumentValidator) throws(GeoJSONError) -> Void
  ) throws(GeoJSONError) -> Int? {
    scanner.skipWhiteSpace()
    guard scanner.current == UInt8(ascii: "[") else {
      let start = scanner.offset
      let kind = try passValue()
      note(.coordinatesShape, at: start, "here is \(kind), where \(expected) should be")
      return nil
    }
    return try elements(body)
  }

  /// Checks the coordinates of a Point.
  ///
  /// - Returns: The number of ordinates; `nil` if they cannot be read.
  mutating func point() throws(GeoJSONError) -> Int? {
    var run = PositionRun()
    let count = try position(into: &run, mayBeEmpty: true)
    noteRange(of: run)
    return run.isWhole ? count : nil
  }

  /// Checks an array of positions.
  ///
  /// - Returns: The number of positions; `nil` if the value is no array.
  mutating func positions(
    of what: String, into run: inout PositionRun
  ) throws(GeoJSONError) -> Int? {
    let count = try array("the array of positions of \(what)") { validator throws(GeoJSONError) in
      _ = try validator.position(into: &run)
    }
    return count
  }

  /// Checks one position and adds it to the run.
  ///
  /// - Returns: The number of ordinates.
  private mutating func position(
    into run: inout PositionRun, mayBeEmpty: Bool = false
  ) throws(GeoJSONError) -> Int {
    let start = scanner.offset
    var next = PositionRun.Ordinates()
    var count = 0
    var decimals = 0
    var isReadable = true
    let found = try array("a position, an array of numbers,") { validator throws(GeoJSONError) in
      guard let ordinate = try validator.ordinate(isReadable: &isReadable) else { return }
      switch count {
      case 0: next.position.x = ordinate.value
      case 1: next.position.y = ordinate.value
      case 2: next.height = ordinate.value
      default: break
      }
      // Heights are left alone: their noise is not many decimals.
      if count < 2 { decimals = max(decimals, ordinate.decimals) }
      count += 1
    }
    guard found != nil, isReadable else {
      run.isWhole = false
      return count
    }
    guard count >= 2 else {
      run.isWhole = run.isWhole && count == 0 && mayBeEmpty
      if !run.isWhole {
        note(
          .positionTooShort, at: start,
          "the position has \(count == 0 ? "no ordinates" : "one ordinate")")
      }
      return count
    }
    try take(next, ordinates: count, at: start)
    if run.add(next, at: start) {
      note(.repeatedPosition, at: start, "the position \(next) is repeated")
    }
    if decimals > Self.mostDecimals {
      note(.tooManyDecimals, at: start, "the position \(next) has \(decimals) decimals")
    }
    return count
  }

  /// Seven decimals of a degree are a centimetre.
  private static let mostDecimals = 7

  /// An ordinate and its number of decimals as written; `nil`, and noted, if it is none.
  ///
  /// Of several values in one position that are no numbers, the first is noted.
  private mutating func ordinate(
    isReadable: inout Bool
  ) throws(GeoJSONError) -> (value: Double, decimals: Int)? {
    let start = scanner.offset
    switch scanner.current {
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      if let value = try number() { return (value, scanner.decimals(from: start)) }
    case _ where passNotANumber(): break
    default:
      let kind = try passValue()
      if isReadable {
        note(.coordinatesShape, at: start, "here is \(kind), where an ordinate should be")
      }
    }
    isReadable = false
    return nil
  }

  /// Counts a position, and notes what is unusual about its number of ordinates.
  private mutating func take(
    _ next: PositionRun.Ordinates, ordinates: Int, at start: Int
  ) throws(GeoJSONError) {
    positions += 1
    guard positions <= scanner.limits.vertices else {
      throw .limitExceeded(
        at: scanner.position(at: start), kind: .vertices, value: scanner.limits.vertices)
    }
    contents.add(next.position, ordinates: ordinates, at: start)
    if abs(next.position.x) > 360 || abs(next.position.y) > 360 {
      beyondDegrees = beyondDegrees.map { ($0.count + 1, $0.first) } ?? (1, start)
    }
    if ordinates > 3 {
      note(.moreThanThreeOrdinates, at: start, "the position has \(ordinates) ordinates")
    } else if ordinates == 3 {
      heights = heights.map { ($0.count + 1, $0.first, $0.feature) } ?? (1, start, feature)
    }
    guard let dimensions else {
      dimensions = ordinates
      return
    }
    if ordinates != dimensions, !differsInDimensions {
      differsInDimensions = true
      note(
        .mixedDimensions, at: start,
        "the position has \(ordinates) ordinates, the first of the file \(dimensions)")
    }
  }
}

extension JSONScanner {
  /// The decimals of the number that begins at an offset and ends before the cursor.
  fileprivate func decimals(from start: Int) -> Int {
    var decimals = 0
    var hasPoint = false
    for index in start..<offset {
      switch bytes[index] {
      case UInt8(ascii: "."): hasPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        let exponent = Int(String(decoding: bytes[index + 1..<offset], as: UTF8.self)) ?? 0
        return max(0, decimals - min(max(exponent, -400), 400))
      default: if hasPoint { decimals += 1 }
      }
    }
    return decimals
  }
}
