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
    }
  }
}
