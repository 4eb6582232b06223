/// Something in a document that was tolerated, and that its owner may want to know.
public enum GeoJSONWarning: Hashable, Sendable {
  /// The file begins with a byte order mark, which RFC 8259 forbids to write.
  case byteOrderMark
  /// The document is one geometry, read as a feature without properties.
  case bareGeometry
  /// The document is one feature, read as a collection of one.
  case bareFeature
  /// The document names a coordinate reference system in the manner of 2008.
  case oldCRSMember(String)
  /// The document has a `crs` member whose name could not be found.
  case unreadableCRSMember
  /// A name occurs twice in one object; the last value was kept, of `type` the first.
  ///
  /// Each name is reported once, with the feature (counted from 0) where it was first seen twice;
  /// `nil` for the members of the document itself.
  case duplicateKey(String, feature: Int?)
  /// This many features have no `properties` member, which RFC 7946 requires.
  case missingProperties(count: Int)
  /// This many positions had a height or more, which was dropped.
  case thirdOrdinateDropped(count: Int)
  /// This many records of a sequence break off before their end and were left out; the first of
  /// them begins on this line.
  case truncatedRecords(count: Int, firstLine: Int)
  /// Values of this property that JSON cannot hold, such as pictures, were left out.
  case valuesLeftOut(property: String, count: Int)
  /// This many texts were not in the encoding of the file and were read as Windows-1252.
  case foreignTexts(count: Int)
  /// The file does not say how its text is encoded; this encoding was taken.
  case assumedEncoding(String)
  /// This many features were left out, because the file marks them as deleted.
  case deletedFeatures(count: Int)
  /// This many rings that enclose nothing, or lines of one position, were left out.
  case emptyPartsDropped(count: Int)
  /// This many rings were open and have been closed.
  case ringsClosed(count: Int)
  /// This many rings are wound against the rule of their format; what encloses what decided
  /// which are holes.
  case windingIgnored(count: Int)
  /// The index that belongs to the file does not fit it and was not used.
  case indexIgnored
}

extension GeoJSONWarning: CustomStringConvertible {
  /// The warning in words.
  public var description: String {
    switch self {
    case .byteOrderMark: "the file begins with a byte order mark"
    case .bareGeometry: "the file is a single geometry, read as one feature without properties"
    case .bareFeature: "the file is a single feature, read as a collection of one"
    case .oldCRSMember(let name): "the file names a coordinate reference system: \(name)"
    case .unreadableCRSMember: "the file has a \"crs\" member that names no system"
    case .duplicateKey(let key, let feature):
      if let feature {
        "\"\(key)\" occurs twice in feature \(feature); the last value is used"
      } else {
        "\"\(key)\" occurs twice in the document; the last value is used"
      }
    case .missingProperties(let count): "features without a \"properties\" member: \(count)"
    case .thirdOrdinateDropped(let count): "positions whose height was dropped: \(count)"
    case .truncatedRecords(let count, let line):
      "records that break off and were left out: \(count), the first on line \(line)"
    case .valuesLeftOut(let property, let count):
      "values of \"\(property)\" that are neither text nor number, left out: \(count)"
    case .foreignTexts(let count):
      "texts in another encoding than the file's, read as Windows-1252: \(count)"
    case .assumedEncoding(let name): "the file does not name its encoding; it was read as \(name)"
    case .deletedFeatures(let count): "features left out, because they are marked deleted: \(count)"
    case .emptyPartsDropped(let count):
      "rings that enclose nothing and lines of one position, left out: \(count)"
    case .ringsClosed(let count): "open rings that were closed: \(count)"
    case .windingIgnored(let count):
      "rings wound the wrong way round; what lies in what told the holes: \(count)"
    case .indexIgnored: "the index of the file does not fit it and was not used"
    }
  }
}
