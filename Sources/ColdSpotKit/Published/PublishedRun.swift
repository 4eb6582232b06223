internal import ColdSpots
public import GeoJSON
internal import Intake
public import MapLayers

/// What a run published: its layers and the record of how they came about.
///
/// Pages, exports, comparisons and the map service are made from this, whether the run has just been
/// computed or lies in a folder that somebody was sent.
public struct PublishedRun: Sendable {
  /// The name of the study.
  public let study: String
  /// The layers: wards, boroughs where there are any, places, organisations, those without a
  /// location, catchments, and the table `reach-wards`.
  public let layers: [Layer]
  /// The functions of support, in the order of their table.
  public let functions: [Function]
  /// The record of the run.
  public let manifest: JSONValue
  /// The credits of the inputs really used.
  public let attribution: [String]

  /// A function of support as the layers show it.
  public struct Function: Hashable, Sendable {
    /// Its key: `organisational_development`.
    public let key: String
    /// Its column in the layers: `s_orgd`.
    public let column: String
    /// Its name for people.
    public let name: String
    /// Its share in the lack of support, 0 to 1.
    public let share: Double
  }

  /// The layer of a name; `nil` where the run has none.
  public func layer(_ name: String) -> Layer? { layers.first { $0.name == name } }

  /// A run from its parts.
  ///
  /// - Throws: ``PublishedRunError/manifest(_:)`` for a record that lacks what every record has.
  init(layers: [Layer], manifest: JSONValue) throws(PublishedRunError) {
    guard manifest["schema"] == .string("coldspot/manifest/1") else {
      throw .manifest("it is not of the kind coldspot/manifest/1")
    }
    guard let study = manifest["study"]?.text else { throw .manifest("it names no study") }
    self.study = study
    self.layers = layers
    self.manifest = manifest
    attribution = manifest["attribution"]?.elements.compactMap(\.text) ?? []
    functions = (manifest["functions"]?.elements ?? []).compactMap { value in
      guard let key = value["key"]?.text, let column = value["column"]?.text,
        let name = value["name"]?.text, let share = value["share"]?.double
      else { return nil }
      return Function(key: key, column: column, name: name, share: share)
    }
    guard !functions.isEmpty else { throw .manifest("it lists no functions") }
  }
}

extension StudyResult {
  /// What writing the result would publish.
  ///
  /// - Throws: ``StudyError/geometry(_:)`` when a shape cannot be drawn.
  public func published() throws(StudyError) -> PublishedRun {
    do {
      let files = try ResultFiles(self)
      return try PublishedRun(layers: files.layers, manifest: files.manifest.document)
    } catch {
      throw StudyError(error)
    }
  }
}

extension JSONValue {
  /// The elements of an array; none for any other value.
  var elements: [JSONValue] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }
}
