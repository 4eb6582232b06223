import FileFormats
import GeoJSON
import Intake

/// Reads any bytes as a map or as records: a GeoPackage, JSON, or the files of a Shapefile (shp,
/// shx, dbf, prj, cpg).
///
/// Law: what is read from a format that is not GeoJSON can be written as GeoJSON.
func test(_ bytes: [UInt8]) {
  let parts = Parts(bytes)
  guard let first = parts.bytes(0), FileFormat.of(first) == .shapefile else {
    readFile(bytes)
    return
  }
  if let shapefile = try? Shapefile(
    shp: first, shx: parts.bytes(1), dbf: parts.bytes(2), prj: parts.text(3), cpg: parts.text(4))
  {
    requireWritable(shapefile.collection)
  }
  let companions = ["shx", "dbf", "prj", "cpg"].enumerated().compactMap { index, kind in
    parts.bytes(index + 1).map {
      InputFile.Companion(kind: kind, name: "map.\(kind)", bytes: $0)
    }
  }
  if let file = try? InputFile(name: "map.shp", bytes: first, companions: companions) {
    describe(file)
  }
}

private func readFile(_ bytes: [UInt8]) {
  if let package = try? GeoPackage(bytes) {
    for layer in package.layers.prefix(20) {
      if let collection = try? package.features(of: layer) { requireWritable(collection) }
      _ = try? package.records(of: layer)
    }
  }
  _ = try? JSONRecords(bytes)
  if let file = try? InputFile(name: "map", bytes: bytes) { describe(file) }
}

/// Reads a file the way a study does, its reference system included.
private func describe(_ file: InputFile) {
  do {
    let areas = try AreaFile(file)
    _ = try areas.metricSystem()
  } catch {
    require(!"\(error)".isEmpty, "an error says what it is")
  }
  _ = try? FileDescription(file)
}
