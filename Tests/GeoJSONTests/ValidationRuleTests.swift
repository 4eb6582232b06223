import GeoJSON
import Testing

/// A document that breaks one rule and no other; `¤` stands before the place.
struct FaultyDocument: Sendable, CustomTestStringConvertible {
  let rule: GeoJSONValidator.Rule
  let text: String

  init(_ rule: GeoJSONValidator.Rule, _ text: String) {
    self.rule = rule
    self.text = text
  }

  var testDescription: String { rule.rawValue }
  var bytes: [UInt8] { Array(text.replacing("¤", with: "").utf8) }
  var place: Int? {
    text.firstRange(of: "¤").map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) }
  }

  /// A document of one feature with this geometry.
  static func geometry(_ rule: GeoJSONValidator.Rule, _ text: String) -> FaultyDocument {
    FaultyDocument(rule, #"{"type":"Feature","geometry":\#(text),"properties":{}}"#)
  }

  /// A document of features, whose members beside `type` and `geometry` are given.
  static func features(_ rule: GeoJSONValidator.Rule, _ members: String...) -> FaultyDocument {
    let features = members.map {
      #"{"type":"Feature","geometry":{"type":"Point","coordinates":[0,51]},\#($0)}"#
    }
    return FaultyDocument(
      rule, #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ",\n"))]}"#)
  }

  static let all = text + objects + geometries + properties

  static let text = [
    FaultyDocument(.emptyFile, " \n"),
    FaultyDocument(.truncated, #"{"type":"Point","coordinates":[0,51¤"#),
    FaultyDocument(.syntax, #"{"type":"Point","coordinates":[0,¤]}"#),
    FaultyDocument(.syntax, #"{"type":"Point",¤'coordinates':[0,1]}"#),
    FaultyDocument(
      .syntax,
      #"{"type":"Feature","geometry":null,"properties":{}}"# + "\n¤"
        + #"{"type":"Feature","geometry":null,"properties":{}}"#),
    FaultyDocument(.invalidNumber, #"{"type":"Point","coordinates":[¤007,51]}"#),
    FaultyDocument(.numberTooLarge, #"{"type":"Point","coordinates":[¤1e400,51]}"#),
    FaultyDocument(.nanOrInfinity, #"{"type":"Point","coordinates":[¤NaN,51]}"#),
    .features(.nanOrInfinity, #""properties":{"a":¤-Infinity}"#),
    .features(.invalidEscape, #""properties":{"a":"¤\x"}"#),
    FaultyDocument(.byteOrderMark, "¤\u{FEFF}" + #"{"type":"Point","coordinates":[0,51]}"#),
    .features(
      .nestedTooDeep,
      #""properties":{},"a":"# + String(repeating: "[", count: 61) + "¤"
        + String(repeating: "[", count: 9)),
    .features(.duplicateKey, #""properties":{"a":1,¤"a":2}"#),
    .features(.duplicateKey, #""properties":{},"b":[{"a":1 , ¤"a":2}]"#),
  ]

  static let objects = [
    FaultyDocument(.missingType, #"¤{"coordinates":[0,51]}"#),
    FaultyDocument(.unknownType, #"{"type":¤"Topology","objects":{}}"#),
    FaultyDocument(.unknownType, #"{"objects":{},"type":¤7}"#),
    .geometry(.unknownType, #"{"type":¤"polygon","coordinates":[]}"#),
    FaultyDocument(
      .unknownType,
      #"{"type":"FeatureCollection","features":[{"type":¤"Point","coordinates":[0,51]}]}"#),
    FaultyDocument(.wrongValueType, "¤[1,2]"),
    FaultyDocument(.wrongValueType, #"{"type":"FeatureCollection","features":¤{}}"#),
    FaultyDocument(.wrongValueType, #"{"type":"FeatureCollection","features":[¤null]}"#),
    .geometry(.wrongValueType, #"¤"POINT (0 51)""#),
    .features(.wrongValueType, #""properties":¤[]"#),
    .features(.wrongValueType, #""properties":{},"bbox":¤null"#),
    .features(.wrongValueType, #""properties":{},"bbox":¤[0,51,"1",52]"#),
    FaultyDocument(.missingFeatures, #"¤{"type":"FeatureCollection"}"#),
    FaultyDocument(.missingGeometry, #"¤{"type":"Feature","properties":{}}"#),
    FaultyDocument(.missingProperties, #"¤{"type":"Feature","geometry":null}"#),
    .geometry(.missingCoordinates, #"¤{"type":"Point"}"#),
    .geometry(.missingGeometries, #"¤{"type":"GeometryCollection","coordinates":[]}"#),
    FaultyDocument(
      .foreignMemberClash, #"{"type":"FeatureCollection","features":[], ¤"properties":{}}"#),
    .features(.foreignMemberClash, #""properties":{},¤"coordinates":[0,51]"#),
    .geometry(.foreignMemberClash, #"{"type":"Point","coordinates":[0,51],¤"properties":{}}"#),
    FaultyDocument(
      .crsMember,
      #"{"type":"FeatureCollection",¤"crs":{"type":"name","properties":{"name":"#
        + #""urn:ogc:def:crs:OGC:1.3:CRS84"}},"features":[]}"#),
    FaultyDocument(
      .crsNotWGS84,
      #"{"type":"FeatureCollection","features":[],¤"crs":{"type":"EPSG","properties":"#
        + #"{"code":27700}}}"#),
    .features(.nullProperties, #""properties":¤null"#),
    .features(.idNotStringOrNumber, #""properties":{},"id":¤null"#),
    .features(.idNotStringOrNumber, #""properties":{},"id":¤["a"]"#),
    .features(.duplicateID, #""properties":{},"id":"é""#, #""properties":{},"id":¤"\u00e9""#),
    .features(.duplicateID, #""properties":{},"id":1"#, #""properties":{},"id":¤1.0"#),
    .features(.mixedIDTypes, #""properties":{},"id":1"#, #""properties":{},"id":¤"1""#),
    FaultyDocument(
      .someIDsMissing,
      #"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"#
        + #""properties":{},"id":1},¤{"type":"Feature","geometry":null,"properties":{}}]}"#),
    .features(.bboxWrongLength, #""properties":{},"bbox":¤[0,51]"#),
    .features(.bboxWrongLength, #""properties":{},"bbox":¤[0,51,0,1,52,1]"#),
    .features(.bboxDoesNotFit, #""properties":{},"bbox":¤[1,50,2,52]"#),
    .features(.bboxDoesNotFit, #""properties":{},"bbox":¤[-1,52,1,50]"#),
    .features(.bboxDoesNotFit, #""properties":{},"bbox":¤[-1,50,1,91]"#),
    .features(.bboxDoesNotFit, #""properties":{},"bbox":¤[170,50,-170,52]"#),
  ]

  static let geometries: [FaultyDocument] = [
    .geometry(.coordinatesShape, #"{"type":"Point","coordinates":[¤[0,51]]}"#),
    .geometry(.coordinatesShape, #"{"type":"Point","coordinates":["0",51]}"#.marked(#""0""#)),
    .geometry(.coordinatesShape, #"{"type":"LineString","coordinates":[¤0,[1,51]]}"#),
    .geometry(.coordinatesShape, #"{"type":"Polygon","coordinates":[¤{}]}"#),
    .geometry(.coordinatesShape, #"{"type":"MultiPolygon","coordinates":¤null}"#),
    .geometry(.emptyCoordinates, #"{"type":"Point","coordinates":¤[]}"#),
    .geometry(.emptyCoordinates, #"{"type":"Polygon","coordinates":¤[]}"#),
    .geometry(.emptyCoordinates, #"{"type":"MultiPolygon","coordinates":[¤[]]}"#),
    .geometry(.positionTooShort, #"{"type":"Point","coordinates":¤[0]}"#),
    .geometry(.positionTooShort, #"{"type":"MultiPoint","coordinates":[¤[],[0,51]]}"#),
    .geometry(.thirdOrdinate, #"{"type":"MultiPoint","coordinates":[¤[0,51,3],[1,51,2]]}"#),
    .geometry(.moreThanThreeOrdinates, #"{"type":"Point","coordinates":¤[0,51,3,4]}"#),
    .geometry(.positionOutOfRange, #"{"type":"MultiPoint","coordinates":[[0,51],¤[181,51]]}"#),
    .geometry(.tooManyDecimals, #"{"type":"Point","coordinates":¤[0.12345678,51]}"#),
    .geometry(.tooManyDecimals, #"{"type":"Point","coordinates":¤[1e-8,51]}"#),
    .geometry(.repeatedPosition, #"{"type":"LineString","coordinates":[[0,51],¤[0.0,51],[1,51]]}"#),
    .geometry(.lineTooShort, #"{"type":"LineString","coordinates":¤[[0,51]]}"#),
    .geometry(.ringTooShort, #"{"type":"Polygon","coordinates":[¤[[0,51],[1,51],[0,51]]]}"#),
    .geometry(.ringTooShort, #"{"type":"Polygon","coordinates":[¤[]]}"#),
    .geometry(
      .ringNotClosed, #"{"type":"Polygon","coordinates":[¤[[0,51],[1,51],[1,52],[0,52]]]}"#),
    .geometry(
      .ringWinding, #"{"type":"Polygon","coordinates":[¤[[0,51],[1,52],[1,51],[0,51]]]}"#),
    .geometry(
      .ringHoleWinding,
      #"{"type":"Polygon","coordinates":[[[0,51],[9,51],[0,59],[0,51]],"#
        + #"¤[[1,52],[2,52],[1,53],[1,52]]]}"#),
    .geometry(
      .ringWithoutArea, #"{"type":"Polygon","coordinates":[¤[[0,51],[1,52],[2,53],[0,51]]]}"#),
    .geometry(.antimeridianNotCut, #"{"type":"LineString","coordinates":[[170,51],¤[-170,51]]}"#),
    .geometry(
      .nestedGeometryCollection,
      #"{"type":"GeometryCollection","geometries":[¤{"type":"GeometryCollection","geometries":[]}]}"#
    ),
    .geometry(
      .geometryCollectionSingle,
      #"¤{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[0,51]}]}"#),
    FaultyDocument(
      .mixedGeometryTypes,
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":"#
        + #"{"type":"Point","coordinates":[0,51]}},{"type":"Feature","properties":{},"geometry":"#
        + #"¤{"type":"MultiPoint","coordinates":[[0,51]]}}]}"#),
    FaultyDocument(.swappedOrderSuspected, #"{"type":"Point","coordinates":¤[51.5074,-0.1278]}"#),
  ]

  static let properties: [FaultyDocument] = [
    .features(.reservedPropertyName, #""properties":{¤"Geometry":1}"#),
    .features(.reservedPropertyName, #""properties":{¤"fid":1}"#, #""properties":{"fid":2}"#),
    .features(.mixedPropertyTypes, #""properties":{"a":1}"#, #""properties":{¤"a":"n/a"}"#),
    .features(.allNullProperty, #""properties":{¤"a":null}"#, #""properties":{"a":null}"#),
    .features(.namesAlikeInCase, #""properties":{"Name":"a",¤"name":"b"}"#),
    .features(.nameLongerThanTen, #""properties":{¤"populations":1}"#),
    .features(.nestedProperty, #""properties":{"a":1}"#, #""properties":{¤"a":[1]}"#),
  ]
}

extension String {
  /// The text with a mark before its first occurrence of another.
  fileprivate func marked(_ text: String) -> String {
    replacing(text, with: "¤" + text, maxReplacements: 1)
  }
}

@Suite struct `Rules of the validator` {
  @Test(arguments: FaultyDocument.all)
  func `find the one fault of a document, where it is`(document: FaultyDocument) throws {
    let report = GeoJSONValidator().faults(in: document.bytes)
    #expect(report.counts.map(\.rule) == [document.rule])
    let fault = try #require(report.faults.first)
    #expect(fault.position?.offset == document.place)
    #expect(fault.severity == document.rule.severity)
    #expect(!fault.finding.isEmpty)
  }

  /// These come with others by their nature, or are told by more than a line of text.
  private static let testedElsewhere: Set<GeoJSONValidator.Rule> = [
    .notUTF8, .limitExceeded, .mixedDimensions, .projectedCoordinatesSuspected,
  ]

  @Test func `all have a document that breaks them`() {
    let tested = Set(FaultyDocument.all.map(\.rule))
    #expect(tested.union(Self.testedElsewhere) == Set(GeoJSONValidator.Rule.allCases))
  }

  @Test(arguments: GeoJSONValidator.Rule.allCases)
  func `have a stable kind of name, a source, a reason and a remedy`(
    rule: GeoJSONValidator.Rule
  ) {
    #expect(rule.rawValue.allSatisfy { $0 == "-" || $0.isLowercase || $0.isNumber })
    #expect(!rule.source.isEmpty)
    #expect(rule.reason.hasSuffix("."))
    #expect(rule.remedy.hasSuffix("."))
  }
}
