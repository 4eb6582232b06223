internal import FileFormats
public import Foundation
internal import GeoJSON
internal import Intake
internal import MapLayers

extension PublishedRun {
  /// The run in a folder that ``StudyResult/write(to:overwriting:)`` has written.
  ///
  /// Every file must be the one that the record names: a layer edited by hand would make the
  /// reasons of a page untrue.
  ///
  /// - Parameter folder: The folder.
  /// - Throws: ``StudyError/published(_:)``.
  /// - Complexity: O(*n*) in the bytes of the folder.
  public init(contentsOf folder: URL) throws(StudyError) {
    do {
      self = try Self.reading(folder)
    } catch {
      throw .published(error)
    }
  }

  private static func reading(_ folder: URL) throws(PublishedRunError) -> PublishedRun {
    let manifest = try json(try content(of: "manifest.json", in: folder), file: "manifest.json")
    var files: [String: [UInt8]] = [:]
    for output in manifest["outputs"]?.elements ?? [] {
      guard let name = output["name"]?.text, StudyResult.fileNames.contains(name) else {
        throw .manifest("it names an output that no run has")
      }
      let bytes = try content(of: name, in: folder)
      guard output["sha256"]?.text == Checksum(of: bytes).description else {
        throw .changed(file: name)
      }
      files[name] = bytes
    }
    guard let package = files["datapackage.json"] else {
      throw .missing(folder: folder.relativePath, file: "datapackage.json")
    }
    var layers: [Layer] = []
    for resource in try json(package, file: "datapackage.json")["resources"]?.elements ?? [] {
      guard let file = resource["path"]?.text, let bytes = files[file],
        !file.hasPrefix("ranking-"), !file.hasSuffix(".qml")
      else { continue }
      let columns = (resource["schema"]?["fields"]?.elements ?? []).compactMap(Column.init(field:))
      let title = resource["title"]?.text ?? ""
      let name = String(file.prefix { $0 != "." })
      layers.append(
        try file.hasSuffix(".csv")
          ? table(bytes, file: file, name: name, title: title, columns: columns)
          : map(bytes, file: file, name: name, title: title, columns: columns))
    }
    return try PublishedRun(layers: layers, manifest: manifest)
  }

  static func content(
    of name: String, in folder: URL
  ) throws(PublishedRunError) -> [UInt8] {
    let file = folder.appending(path: name)
    guard FileManager.default.fileExists(atPath: file.path) else {
      throw .missing(folder: folder.relativePath, file: name)
    }
    do {
      return Array(try Data(contentsOf: file))
    } catch {
      throw .unreadable(file: name, reason: "the system does not give it")
    }
  }

  static func json(_ bytes: [UInt8], file: String) throws(PublishedRunError) -> JSONValue {
    do {
      return try JSONReader().read(bytes)
    } catch {
      throw .unreadable(file: file, reason: "\(error)")
    }
  }

  private static func map(
    _ bytes: [UInt8], file: String, name: String, title: String, columns: [Column]
  ) throws(PublishedRunError) -> Layer {
    let collection: FeatureCollection
    do {
      collection = try GeoJSONReader().read(bytes)
    } catch {
      throw .unreadable(file: file, reason: "\(error)")
    }
    return Layer(
      name: name, title: title, columns: columns,
      features: collection.features.map { feature in
        let members = feature.properties.members
        // The order of the columns is that of the properties, but for files of other hands.
        let isInOrder = members.map(\.name) == columns.map(\.name)
        let values = columns.indices.map { index in
          isInOrder ? members[index].value : feature.properties[columns[index].name] ?? .null
        }
        return LayerFeature(
          id: feature.id?.text ?? "", geometry: feature.geometry,
          values: zip(columns, values).map { $0.value(of: $1) })
      })
  }

  private static func table(
    _ bytes: [UInt8], file: String, name: String, title: String, columns: [Column]
  ) throws(PublishedRunError) -> Layer {
    let grid: TextGrid
    do {
      grid = try DelimitedText(bytes).grid
    } catch {
      throw .unreadable(file: file, reason: "\(error)")
    }
    // A row is known by its area, and by its organisation where it has one.
    let keys = ["code", "org_id"].compactMap { key in columns.firstIndex { $0.name == key } }
    let features = (1..<max(1, grid.rowCount)).map { row in
      let cells = columns.indices.map {
        $0 < grid.cellCount(ofRow: row) ? grid.text(row: row, cell: $0) : ""
      }
      return LayerFeature(
        id: keys.map { Column.unguarded(cells[$0]) }.joined(separator: ":"), geometry: nil,
        values: zip(columns, cells).map { $0.value(ofCell: $1) })
    }
    return Layer(name: name, title: title, columns: columns, features: features)
  }
}

extension Column {
  /// A value of this column as a file holds it.
  fileprivate func value(of json: JSONValue) -> PropertyValue {
    switch (kind, json) {
    case (.text, _): json.text.map(PropertyValue.text) ?? .null
    case (.integer, .integer(let number)): .integer(number)
    case (.decimal, _), (.integer, _): json.double.map(PropertyValue.number) ?? .null
    }
  }

  fileprivate func value(ofCell cell: String) -> PropertyValue {
    switch kind {
    case .text: .text(Self.unguarded(cell))
    case .integer: Int(cell).map(PropertyValue.integer) ?? .null
    case .decimal: Double(cell).flatMap { $0.isFinite ? .number($0) : nil } ?? .null
    }
  }

  /// The text of a cell without the apostrophe that keeps spreadsheets from running it.
  fileprivate static func unguarded(_ cell: String) -> String {
    let scalars = cell.unicodeScalars
    guard scalars.first == "'", let sign = scalars.dropFirst().first,
      "=+-@\t\r".unicodeScalars.contains(sign)
    else { return cell }
    return String(scalars.dropFirst())
  }
}
