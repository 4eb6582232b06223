import GeoJSON

/// Reads any bytes as GeoJSON and as JSON.
///
/// Laws: whatever the reader refuses the validator has an error for; what was read is valid once
/// written, and has as many features; JSON that was read and written reads the same again.
func test(_ bytes: [UInt8]) {
  let report = GeoJSONValidator().faults(in: bytes)
  for fault in report.faults { require(!fault.message.isEmpty, "a fault says what it is") }
  do {
    requireWritable(try GeoJSONReader().read(bytes))
  } catch {
    require(!report.isValid, "the reader says \"\(error)\" where the validator has no error")
  }
  if let collection = try? GeoJSONReader().readSequence(bytes) { requireWritable(collection) }
  _ = GeoJSONReader.isGeoJSON(bytes)
  _ = GeoJSONReader.isSequence(bytes)
  if let value = try? JSONReader().read(bytes) { requireSame(value) }
  if var records = try? JSONRecordReader(bytes) { while let _ = try? records.next() {} }
}

private func requireSame(_ value: JSONValue) {
  for layout in [JSONWriter.Layout.compact, .pretty] {
    let written = JSONWriter(layout: layout).write(value)
    let again = try? JSONReader().read(written)
    require(
      again.map { JSONWriter(layout: layout).write($0) } == written, "JSON changed on its way")
  }
}
