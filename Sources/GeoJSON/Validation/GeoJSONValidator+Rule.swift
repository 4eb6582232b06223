extension GeoJSONValidator {
  /// The rules that a document can break, by their stable names.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    // MARK: The text

    /// There is nothing in the file.
    case emptyFile = "empty-file"
    /// The file ends before the document does.
    case truncated = "truncated"
    /// Something stands where JSON does not allow it.
    case syntax = "json-syntax"
    /// A number is not written as JSON writes numbers.
    case invalidNumber = "invalid-number"
    /// A number is larger than programs can hold.
    case numberTooLarge = "number-too-large"
    /// `NaN`, `Infinity` or a spelling of them stands for a value.
    case nanOrInfinity = "nan-or-infinity"
    /// A backslash in a string begins no escape of JSON.
    case invalidEscape = "invalid-escape"
    /// The file is not UTF-8.
    case notUTF8 = "not-utf8"
    /// The file begins with a byte order mark.
    case byteOrderMark = "byte-order-mark"
    /// Arrays and objects are nested too deep to be read safely.
    case nestedTooDeep = "nested-too-deep"
    /// The document is too large to be read safely.
    case limitExceeded = "limit-exceeded"
    /// A name occurs twice in one object.
    case duplicateKey = "duplicate-key"

    // MARK: Objects

    /// An object of GeoJSON has no `type`.
    case missingType = "missing-type"
    /// The `type` of an object is none that may stand there.
    case unknownType = "unknown-type"
    /// A member of GeoJSON holds a value of the wrong kind.
    case wrongValueType = "wrong-value-type"
    /// A FeatureCollection has no `features`.
    case missingFeatures = "missing-features"
    /// A Feature has no `geometry`.
    case missingGeometry = "missing-geometry"
    /// A Feature has no `properties`.
    case missingProperties = "missing-properties"
    /// A geometry has no `coordinates`.
    case missingCoordinates = "missing-coordinates"
    /// A GeometryCollection has no `geometries`.
    case missingGeometries = "missing-geometries"
    /// A member of GeoJSON stands in an object it does not belong to.
    case foreignMemberClash = "foreign-member-clash"
    /// A coordinate reference system is named in the manner of 2008, and it is WGS 84.
    case crsMember = "crs-member"
    /// A coordinate reference system other than WGS 84 is named.
    case crsNotWGS84 = "crs-not-wgs84"
    /// The `properties` of a Feature are `null`.
    case nullProperties = "null-properties"
    /// The `id` of a Feature is neither a string nor a number.
    case idNotStringOrNumber = "id-not-string-or-number"
    /// Two features have the same `id`.
    case duplicateID = "duplicate-id"
    /// Some features have a string for an `id` and some a number.
    case mixedIDTypes = "mixed-id-types"
    /// Some features have an `id` and some have none.
    case someIDsMissing = "some-ids-missing"
    /// A `bbox` has the wrong number of ordinates.
    case bboxWrongLength = "bbox-wrong-length"
    /// A `bbox` is not the box around what it stands with.
    case bboxDoesNotFit = "bbox-does-not-fit"

    // MARK: Geometry

    /// Coordinates are nested otherwise than the type of the geometry asks.
    case coordinatesShape = "coordinates-shape"
    /// There is nothing in an array of coordinates.
    case emptyCoordinates = "empty-coordinates"
    /// A position has fewer than two ordinates.
    case positionTooShort = "position-too-short"
    /// Positions have a height.
    case thirdOrdinate = "third-ordinate"
    /// A position has more than three ordinates.
    case moreThanThreeOrdinates = "more-than-three-ordinates"
    /// Some positions have more ordinates than others.
    case mixedDimensions = "mixed-dimensions"
    /// A position is not longitude and latitude in degrees.
    case positionOutOfRange = "position-out-of-range"
    /// Latitude seems to come before longitude.
    case swappedOrderSuspected = "swapped-order-suspected"
    /// Positions seem to be in metres or feet.
    case projectedCoordinatesSuspected = "projected-coordinates-suspected"
    /// A position is written with more decimals than anyone can have measured.
    case tooManyDecimals = "too-many-decimals"
    /// A position of a line or ring is the same as the one before it.
    case repeatedPosition = "repeated-position"
    /// A line has one position.
    case lineTooShort = "line-too-short"
    /// A ring has fewer than four positions.
    case ringTooShort = "ring-too-short"
    /// A ring does not end where it begins.
    case ringNotClosed = "ring-not-closed"
    /// An exterior ring runs clockwise.
    case ringWinding = "ring-winding"
    /// A hole runs counter-clockwise.
    case ringHoleWinding = "ring-hole-winding"
    /// A ring encloses nothing.
    case ringWithoutArea = "ring-without-area"
    /// A line or ring jumps across the antimeridian.
    case antimeridianNotCut = "antimeridian-not-cut"
    /// A GeometryCollection stands in another.
    case nestedGeometryCollection = "nested-geometry-collection"
    /// All members of a GeometryCollection are of one type, or there is one only.
    case geometryCollectionSingle = "geometry-collection-single"
    /// Features have different types of geometry.
    case mixedGeometryTypes = "mixed-geometry-types"

    // MARK: Properties

    /// A property has a name that programs keep for themselves.
    case reservedPropertyName = "reserved-property-name"
    /// A property holds values of different kinds.
    case mixedPropertyTypes = "mixed-property-types"
    /// A property is `null` in every feature.
    case allNullProperty = "all-null-property"
    /// Two properties differ in capitals only.
    case namesAlikeInCase = "names-alike-in-case"
    /// A property has a name too long for a Shapefile.
    case nameLongerThanTen = "name-longer-than-ten"
    /// A property holds an object or an array.
    case nestedProperty = "nested-property"
  }
}

extension GeoJSONValidator.Rule {
  /// How much it matters when the rule is broken.
  public var severity: GeoJSONValidator.Severity {
    switch self {
    case .emptyFile, .truncated, .syntax, .invalidNumber, .numberTooLarge, .nanOrInfinity,
      .invalidEscape, .notUTF8, .byteOrderMark, .nestedTooDeep, .limitExceeded, .missingType,
      .unknownType, .wrongValueType, .missingFeatures, .missingGeometry, .missingProperties,
      .missingCoordinates, .missingGeometries, .foreignMemberClash, .crsNotWGS84,
      .idNotStringOrNumber, .bboxWrongLength, .bboxDoesNotFit, .coordinatesShape,
      .positionTooShort, .positionOutOfRange, .projectedCoordinatesSuspected, .lineTooShort,
      .ringTooShort, .ringNotClosed, .ringWinding, .ringHoleWinding:
      .error
    case .duplicateKey, .crsMember, .nullProperties, .duplicateID, .mixedIDTypes, .someIDsMissing,
      .emptyCoordinates, .moreThanThreeOrdinates, .mixedDimensions, .swappedOrderSuspected,
      .tooManyDecimals, .repeatedPosition, .ringWithoutArea, .antimeridianNotCut,
      .nestedGeometryCollection, .geometryCollectionSingle, .reservedPropertyName,
      .mixedPropertyTypes, .allNullProperty, .namesAlikeInCase:
      .warning
    case .thirdOrdinate, .mixedGeometryTypes, .nameLongerThanTen, .nestedProperty: .note
    }
  }

  /// Where the rule comes from, such as `"RFC 7946, section 3.1.6"`.
  public var source: String { words.source }

  /// Why it matters, in one sentence.
  public var reason: String { words.reason }

  /// What to do about it, in one sentence.
  public var remedy: String { words.remedy }
}
