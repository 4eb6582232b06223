/// Why a document cannot be read.
///
/// Features and rings are counted from 0. Rings are counted through the whole geometry in the order
/// of the file: exteriors and holes of all polygons, or the lines of a MultiLineString.
public enum GeoJSONError: Error, Hashable, Sendable {
  /// The file has nothing in it but white space.
  case emptyFile
  /// The text ends before the document does.
  case truncated(at: TextPosition)
  /// Something stands where something else was expected.
  case unexpectedCharacter(at: TextPosition, found: Unicode.Scalar, expected: Expected)
  /// A number breaks the rules of JSON (leading zero, lone minus) or is too large for a `Double`.
  case invalidNumber(at: TextPosition, text: String)
  /// `NaN`, `Infinity` or a spelling of them, which JSON does not have.
  case notANumber(at: TextPosition, token: String)
  /// A backslash is followed by something JSON does not define, or half of a surrogate pair.
  case invalidEscape(at: TextPosition)
  /// A byte sequence is not UTF-8.
  case invalidUTF8(at: TextPosition)
  /// Arrays and objects are nested deeper than the limit.
  case depthExceeded(at: TextPosition, limit: Int)
  /// The document is larger than a limit; the value is the limit.
  case limitExceeded(at: TextPosition?, kind: LimitKind, value: Int)
  /// The text is JSON but not GeoJSON; the type is what its `type` member says.
  case notGeoJSON(at: TextPosition, type: String?)
  /// A feature, or a geometry in it, says it is of a type that does not belong there.
  case unknownType(at: TextPosition, feature: Int, type: String)
  /// A required member is not there; the place is the object that lacks it.
  case missingMember(at: TextPosition, feature: Int?, name: String)
  /// The coordinates are nested otherwise than the geometry's type asks.
  case wrongCoordinateShape(at: TextPosition, feature: Int)
  /// A ring has fewer than four positions, or a line has one.
  case tooFewPositions(at: TextPosition, feature: Int, ring: Int, count: Int)
  /// A ring's last position differs from its first.
  case unclosedRing(at: TextPosition, feature: Int, ring: Int)
}

extension GeoJSONError {
  /// What the reader was looking for.
  public enum Expected: Hashable, Sendable {
    /// Any JSON value.
    case value
    /// An object.
    case object
    /// An object or the literal `null`.
    case objectOrNull
    /// An array.
    case array
    /// A string.
    case string
    /// A string or a number.
    case identifier
    /// A member's name in quotes.
    case memberName
    /// The colon after a member's name.
    case colon
    /// The comma between two ordinates.
    case comma
    /// A comma, or the end of the object.
    case commaOrEndOfObject
    /// A comma, or the end of the array.
    case commaOrEndOfArray
    /// The end of a string before a control character.
    case endOfString
    /// Nothing more in the line, or before the next record separator, of a sequence.
    case endOfRecord
    /// Nothing more.
    case endOfText
  }

  /// A published limit of the reader.
  public enum LimitKind: Hashable, Sendable {
    /// The size of the file in bytes.
    case bytes
    /// The number of positions in the document.
    case vertices
    /// The size of one string in bytes.
    case stringBytes
  }

  /// Where in the file the problem is; `nil` if it is the file as a whole.
  public var position: TextPosition? {
    switch self {
    case .emptyFile: nil
    case .limitExceeded(let position, _, _): position
    case .truncated(let position), .unexpectedCharacter(let position, _, _),
      .invalidNumber(let position, _), .notANumber(let position, _),
      .invalidEscape(let position), .invalidUTF8(let position),
      .depthExceeded(let position, _), .notGeoJSON(let position, _),
      .unknownType(let position, _, _), .missingMember(let position, _, _),
      .wrongCoordinateShape(let position, _), .tooFewPositions(let position, _, _, _),
      .unclosedRing(let position, _, _):
      position
    }
  }
}
