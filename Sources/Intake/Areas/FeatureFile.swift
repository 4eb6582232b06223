internal import FileFormats
internal import GeoJSON

/// The features of a file, whatever its format.
struct FeatureFile {
  let collection: FeatureCollection
  /// The layer of a GeoPackage; empty otherwise.
  let layer: String
  /// Whether the file is GeoJSON, which is always in longitude and latitude unless it says so.
  let isGeoJSON: Bool
  /// What was noticed while reading.
  let findings: [Finding]

  init(_ input: InputFile, layer: String? = nil) throws(IntakeError) {
    let bytes = try input.unpacked()
    let format = input.format == .gzip ? FileFormat.of(bytes) : input.format
    var found: (collection: FeatureCollection, layer: String)
    switch format {
    case .jsonObject, .jsonSequence, .jsonArray:
      found = (try Self.geoJSON(bytes, file: input.name), "")
    case .geoPackage, .sqlite:
      found = try Self.geoPackage(bytes, layer: layer, file: input.name)
    case .shapefile:
      found = (try Self.shapefile(input), "")
    default:
      throw .format(
        file: input.name,
        .unsupported(
          what: "\(format) as a map",
          remedy: format.remedy ?? "Give GeoJSON, a GeoPackage or a Shapefile."))
    }
    (collection, self.layer) = found
    isGeoJSON = [.jsonObject, .jsonSequence, .jsonArray].contains(format)
    findings = Self.findings(collection, file: input.name)
  }

  /// Whether a file holds features rather than a table without places.
  static func holdsFeatures(_ input: InputFile, layer: String?) throws(IntakeError) -> Bool {
    let bytes = try input.unpacked()
    switch FileFormat.of(bytes) {
    case .shapefile, .jsonSequence: return true
    case .jsonObject: return GeoJSONReader.isGeoJSON(bytes) || GeoJSONReader.isSequence(bytes)
    case .geoPackage, .sqlite:
      do {
        let package = try GeoPackage(bytes)
        let chosen = layer.flatMap { package.layer(named: $0) }
        return chosen.map { $0.kind == .features }
          ?? package.layers.contains { $0.kind == .features }
      } catch {
        throw IntakeError(error, file: input.name)
      }
    default: return false
    }
  }

  private static func geoJSON(
    _ bytes: [UInt8], file: String
  ) throws(IntakeError) -> FeatureCollection {
    do {
      let reader = GeoJSONReader()
      return GeoJSONReader.isSequence(bytes)
        ? try reader.readSequence(bytes) : try reader.read(bytes)
    } catch {
      throw IntakeError(error, file: file)
    }
  }

  private static func geoPackage(
    _ bytes: [UInt8], layer name: String?, file: String
  ) throws(IntakeError) -> (FeatureCollection, String) {
    do throws(FormatError) {
      let package = try GeoPackage(bytes)
      let layers = package.layers.filter { $0.kind == .features }
      let layer = name.map { package.layer(named: $0) } ?? layers.first
      guard let layer else {
        throw .unsupported(
          what: name.map { "the layer \"\($0)\", which is not there," }
            ?? "a GeoPackage without a layer of features",
          remedy: "It has \(package.layers.map { "\"\($0.name)\"" }.joined(separator: ", ")).")
      }
      return (try package.features(of: layer), layer.name)
    } catch {
      throw IntakeError(error, file: file)
    }
  }

  private static func shapefile(_ input: InputFile) throws(IntakeError) -> FeatureCollection {
    func part(_ kind: String) -> [UInt8]? {
      input.companions.first { $0.kind == kind }?.bytes
    }
    guard let attributes = part("dbf") else {
      throw .unreadable(file: input.name.dropLast(3) + "dbf")
    }
    do {
      return try Shapefile(
        shp: input.bytes, shx: part("shx"), dbf: attributes,
        prj: part("prj").map { String(decoding: $0, as: UTF8.self) },
        cpg: part("cpg").map { String(decoding: $0, as: UTF8.self) }
      ).collection
    } catch {
      throw IntakeError(error, file: input.name)
    }
  }

  private static func findings(_ collection: FeatureCollection, file: String) -> [Finding] {
    collection.warnings.compactMap { warning in
      // What the old member means is told where the reference system is settled.
      if case .oldCRSMember = warning { return nil }
      return Finding("W106", file: file, count: 1, message: "\(file): \(warning).")
    }
  }
}
