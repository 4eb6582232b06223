import GeoJSON
import Testing

@testable import Report

/// A page taken apart again.
struct PageReading {
  let text: String

  init(_ bytes: [UInt8]) {
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// What stands between two marks, the first time they occur.
  func between(_ start: String, _ end: String) throws -> Substring {
    let first = try #require(text.firstRange(of: start), "no \(start)")
    let last = try #require(text[first.upperBound...].firstRange(of: end), "no \(end)")
    return text[first.upperBound..<last.lowerBound]
  }

  /// The document that the script reads.
  func data() throws -> JSONValue {
    let json = try between(#"<script type="application/json" id="data">"#, "</script>")
    return try JSONReader().read(Array(json.utf8))
  }

  /// A column of a level.
  func column(_ name: String, of level: String = "wards") throws -> [JSONValue] {
    try #require(try data()["levels"]?[level]?[name]?.array, "no \(name) of \(level)")
  }
}

extension JSONValue {
  /// The elements; `nil` for what is no array.
  var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }
}
