internal import GeoJSON
internal import Intake
internal import MapLayers

/// The credits in a Frictionless data package, by file.
///
/// - SeeAlso: Frictionless Data, *Data Package* (v1), specs.frictionlessdata.io.
struct DataPackage {
  /// What the package says of a file.
  private struct Resource {
    let hash: String
    let credits: [String]
  }

  private let resources: [String: Resource]

  init(_ file: InputFile) throws(IntakeError) {
    let root: JSONValue
    do {
      root = try JSONReader().read(file.bytes)
    } catch {
      throw IntakeError(error, file: file.name)
    }
    var resources: [String: Resource] = [:]
    for resource in Self.elements(of: root["resources"]) {
      guard let path = resource["path"]?.text else { continue }
      resources[path] = Resource(
        hash: resource["hash"]?.text ?? "",
        credits: Self.elements(of: resource["attribution"]).compactMap(\.text))
    }
    self.resources = resources
  }

  /// The credits of the files, each once, in the order of the files, and the names of those that
  /// are no longer the files described: others' credits would be false for them.
  func attribution(of files: [InputFile]) -> (lines: [String], changed: [String]) {
    var lines: [String] = []
    var changed: [String] = []
    for file in files {
      guard let resource = resources[file.name] else { continue }
      if !resource.hash.isEmpty, resource.hash != "sha256:\(Checksum(of: file.bytes))" {
        changed.append(file.name)
        continue
      }
      for line in resource.credits where !lines.contains(line) { lines.append(line) }
    }
    return (lines, changed)
  }

  private static func elements(of value: JSONValue?) -> [JSONValue] {
    guard case .array(let elements) = value else { return [] }
    return elements
  }
}
