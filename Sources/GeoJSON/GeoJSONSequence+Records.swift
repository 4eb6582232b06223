// The records of a sequence, one after the other.
extension DocumentReader {
  mutating func sequence() throws(GeoJSONError) -> FeatureCollection {
    var collection = FeatureCollection(features: [])
    var truncated = (count: 0, first: 0)
    let isSeparated = scanner.current == recordSeparator
    while scanner.offset < scanner.end {
      if isSeparated {
        // Behind the first record, `endRecord` has made sure that a separator is here.
        scanner.offset += 1
        scanner.skipWhiteSpace()
        if scanner.offset == scanner.end || scanner.current == recordSeparator { continue }
      }
      let start = scanner.offset
      do throws(GeoJSONError) {
        collection.features.append(try readRecord(collection.features.count))
        try endRecord(isSeparated: isSeparated)
      } catch {
        let end = scanner.bytes[start..<scanner.end].firstIndex(of: recordSeparator)
        guard isSeparated, breaksOff(start..<(end ?? scanner.end)) else { throw error }
        if truncated.count == 0 { truncated.first = start }
        truncated.count += 1
        scanner.resume(at: end ?? scanner.end)
      }
      noteRepeatedNames()
    }
    guard !collection.features.isEmpty || truncated.count > 0 else { throw .emptyFile }
    if truncated.count > 0 {
      let line = scanner.position(at: truncated.first).line
      warnings.append(.truncatedRecords(count: truncated.count, firstLine: line))
    }
    finish(&collection)
    return collection
  }

  private mutating func readRecord(_ number: Int) throws(GeoJSONError) -> Feature {
    guard scanner.current == UInt8(ascii: "{") else { throw scanner.unexpectedValue(.object) }
    let start = scanner.offset
    guard let type = try scanner.typeAhead() else {
      throw .missingMember(at: scanner.position(at: start), feature: number, name: "type")
    }
    if type == "Feature" { return try readFeature(number) }
    guard GeometryType(rawValue: type) != nil else {
      throw .unknownType(at: scanner.position(at: start), feature: number, type: type)
    }
    feature = number
    return Feature(geometry: try geometry())
  }

  /// Moves the cursor from the end of a record to the next one, or to its separator.
  private mutating func endRecord(isSeparated: Bool) throws(GeoJSONError) {
    let end = scanner.offset
    scanner.skipWhiteSpace()
    guard scanner.offset < scanner.end else { return }
    let isEnded =
      isSeparated
      ? scanner.current == recordSeparator
      : scanner.bytes[end..<scanner.offset].contains(UInt8(ascii: "\n"))
    guard isEnded else { throw scanner.unexpected(.endOfRecord) }
  }

  /// Whether a record is the beginning of a JSON text that its end cuts off.
  private func breaksOff(_ record: Range<Int>) -> Bool {
    do throws(GeoJSONError) {
      var alone = try JSONScanner(Array(scanner.bytes[record]), limits: scanner.limits)
      try alone.skipValue()
      return false
    } catch {
      if case .truncated = error { return true }
      return false
    }
  }
}
