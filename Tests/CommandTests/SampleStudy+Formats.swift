import GeoJSON
import TestSupport

// The sample study with one of its files in another format.
extension SampleStudy {
  /// Files in the forms in which people hold them, by the file that is in that form.
  static func form(of file: String) throws -> SampleStudy {
    var study = SampleStudy(.nationalGrid)
    switch file {
    case "organisations.xlsx": try study.exchange("organisations.csv", for: file, study.workbook)
    case "organisations.csv.gz":
      try study.exchange(
        "organisations.csv", for: file, GzipBytes.member(Array(study["organisations.csv"].utf8)))
    case "wards.gpkg": try study.exchange("wards.geojson", for: file, study.geoPackage())
    case "wards.shp", "wards.shx", "wards.dbf":
      let shapefile = try study.shapefile()
      try study.exchange("wards.geojson", for: "wards.shp", shapefile.shp)
      study.setBytes(shapefile.shx, of: "wards.shx")
      study.setBytes(shapefile.dbf, of: "wards.dbf")
    default: break
    }
    return study
  }

  private mutating func exchange(
    _ old: String, for new: String, _ bytes: [UInt8]
  ) throws {
    try replace("\"\(old)\"", with: "\"\(new)\"", in: "study.toml")
    remove(old)
    setBytes(bytes, of: new)
  }

  /// The organisations as a workbook of texts.
  private var workbook: [UInt8] {
    let rows = self["organisations.csv"].split(separator: "\n").enumerated().map { index, line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      let texts = cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
      return "<row r=\"\(index + 1)\">\(texts.joined())</row>"
    }
    return SampleWorkbook(rows: rows.joined()).bytes
  }

  private func features() throws -> [Feature] {
    try GeoJSONReader().read(Array(self["wards.geojson"].utf8)).features
  }

  /// The wards as the one layer of a GeoPackage.
  private func geoPackage() throws -> [UInt8] {
    let maker = try GeoPackageMaker()
    try maker.run(
      "CREATE TABLE wards (fid INTEGER PRIMARY KEY, geom BLOB, code TEXT, name TEXT, borough TEXT);"
    )
    for feature in try features() {
      guard let geometry = feature.geometry else { continue }
      let blob = (geoPackageHeader() + WKBWriter().bytes(geometry)).asSQL
      let texts = ["code", "name", "borough"].map { (feature.properties[$0]?.text ?? "").quoted }
      try maker.run("INSERT INTO wards VALUES (NULL, \(blob), \(texts.joined(separator: ", ")));")
    }
    try maker.list("wards", system: 27_700)
    return maker.bytes()
  }

  /// The wards as a Shapefile.
  private func shapefile() throws -> ShapefileMaker {
    let columns = ["code", "name", "borough"]
    var maker = ShapefileMaker(
      columns: columns.map { ShapefileMaker.Column(name: $0, type: "C", width: 8) })
    for feature in try features() {
      guard case .polygon(let rings)? = feature.geometry else { continue }
      maker.shapes.append(.polygon(rings.map { $0.reversed() }))
      maker.rows.append(columns.map { Array((feature.properties[$0]?.text ?? "").utf8) })
    }
    return maker
  }
}
