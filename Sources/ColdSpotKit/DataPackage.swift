internal import GeoJSON
internal import Intake

/// The credits in a Frictionless data package, by file.
///
/// - SeeAlso: Frictionless Data, *Data Package* (v1), specs.frictionlessdata.io.
struct DataPackage {
  private let credits: [String: [String]]

  init(_ file: InputFile) throws(IntakeError) {
    let root: JSONValue
    do {
      root = try JSONReader().read(file.bytes)
    } catch {
      throw IntakeError(error, file: file.name)
    }
    var credits: [String: [String]] = [:]
    for resource in Self.elements(of: root["resources"]) {
      guard let path = resource["path"]?.text else { continue }
      credits[path] = Self.elements(of: resource["attribution"]).compactMap(\.text)
    }
    self.credits = credits
  }

  /// The credits of the files, each once, in the order of the files.
  func attribution(of files: [String]) -> [String] {
    var lines: [String] = []
    for line in files.flatMap({ credits[$0] ?? [] }) where !lines.contains(line) {
      lines.append(line)
    }
    return lines
  }

  private static func elements(of value: JSONValue?) -> [JSONValue] {
    guard case .array(let elements) = value else { return [] }
    return elements
  }
}
