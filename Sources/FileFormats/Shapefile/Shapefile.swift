public import GeoJSON

/// A Shapefile: shapes, their attributes, and what says how to read both.
///
/// Only what is given is read; no file is opened.
///
/// - SeeAlso: ESRI, *Shapefile Technical Description*, 1998.
public struct Shapefile: Sendable {
  /// The features in the order of the file, without those that are marked as deleted.
  ///
  /// Rings are closed and wound as in the file; which are holes, and whose, is told by what lies in
  /// what. A shape without positions is a feature without geometry. Attributes keep the order and
  /// the names of the table, which are cut to ten characters by whoever wrote it; blanks are null,
  /// days are text like `2024-05-02`. ``FeatureCollection/crs`` is the content of the `.prj` file.
  public let collection: FeatureCollection
  /// How the text of the attributes was read: UTF-8 or Windows-1252.
  public let encoding: TextEncoding
  /// Whether the files name that encoding, or need none because all text is ASCII.
  public let isEncodingDeclared: Bool

  /// Reads a Shapefile.
  ///
  /// - Parameters:
  ///   - shp: The shapes.
  ///   - shx: Their index; without it, or if it does not fit, they are taken in the order of `shp`.
  ///   - dbf: The attributes, one row a shape; without it features have none.
  ///   - prj: The reference system as well-known text.
  ///   - cpg: The name of the encoding of the attributes, which goes before the one in `dbf`. If
  ///     neither names one, it is UTF-8 if all text is, and else Windows-1252.
  /// - Throws: ``FormatError``, for the first problem met: files that break off or do not belong
  ///   together, shapes that are no simple features, text in an encoding that is not read.
  /// - Complexity: O(*n* log *n*) in the number of positions of a shape with several rings, else
  ///   O(*n*).
  public init(
    shp: [UInt8], shx: [UInt8]? = nil, dbf: [UInt8]?, prj: String? = nil, cpg: String? = nil
  ) throws(FormatError) {
    let index = try ShapeIndex(shp: shp, shx: shx)
    let shapes = try ShapelibShapes(shp: shp, index: index)
    var reader = ShapefileReader(shapes, positionCount: shp.count / 16)
    var table: DBaseTable?
    if let dbf {
      let read = try DBaseTable(dbf, cpg: cpg)
      guard read.rowCount == shapes.count else {
        throw .corrupt(
          what: "there are \(shapes.count) shapes and \(read.rowCount) rows of attributes",
          where: "the .shp and .dbf files")
      }
      table = read
    }
    encoding = table?.encoding.encoding ?? .utf8
    isEncodingDeclared = table?.encoding.isDeclared ?? true
    if shx != nil, !index.isFromFile { reader.warnings.append(.indexIgnored) }
    let features = try reader.features(table)
    let system = prj.map { $0.drop { $0.isWhitespace || $0 == "\u{FEFF}" } }
      .flatMap { $0.isEmpty ? nil : $0 }
    collection = FeatureCollection(
      crs: system.map(String.init), features: features, warnings: reader.warnings)
  }
}
