import GeoJSON
import Testing

@Suite struct `GeoJSON reader` {
  /// The examples of RFC 7946, appendix A.
  static let examples: [(text: String, geometry: Geometry)] = [
    (#"{"type": "Point", "coordinates": [100.0, 0.0]}"#, .point(Position(x: 100, y: 0))),
    (
      #"{"type": "LineString", "coordinates": [[100.0, 0.0], [101.0, 1.0]]}"#,
      .lineString(positions((100, 0), (101, 1)))
    ),
    (
      #"{"type": "Polygon", "coordinates": [[[100.0, 0.0], [101.0, 0.0], [101.0, 1.0], "#
        + #"[100.0, 1.0], [100.0, 0.0]]]}"#,
      .polygon([unitSquare])
    ),
    (
      #"{"type": "Polygon", "coordinates": [[[100.0, 0.0], [101.0, 0.0], [101.0, 1.0], "#
        + #"[100.0, 1.0], [100.0, 0.0]], [[100.8, 0.8], [100.8, 0.2], [100.2, 0.2], "#
        + #"[100.2, 0.8], [100.8, 0.8]]]}"#,
      .polygon([
        unitSquare,
        positions((100.8, 0.8), (100.8, 0.2), (100.2, 0.2), (100.2, 0.8), (100.8, 0.8)),
      ])
    ),
    (
      #"{"type": "MultiPoint", "coordinates": [[100.0, 0.0], [101.0, 1.0]]}"#,
      .multiPoint(positions((100, 0), (101, 1)))
    ),
    (
      #"{"type": "MultiLineString", "coordinates": [[[100.0, 0.0], [101.0, 1.0]], "#
        + #"[[102.0, 2.0], [103.0, 3.0]]]}"#,
      .multiLineString([positions((100, 0), (101, 1)), positions((102, 2), (103, 3))])
    ),
    (
      #"{"type": "MultiPolygon", "coordinates": [[[[102.0, 2.0], [103.0, 2.0], [103.0, 3.0], "#
        + #"[102.0, 3.0], [102.0, 2.0]]], [[[100.0, 0.0], [101.0, 0.0], [101.0, 1.0], "#
        + #"[100.0, 1.0], [100.0, 0.0]], [[100.2, 0.2], [100.2, 0.8], [100.8, 0.8], "#
        + #"[100.8, 0.2], [100.2, 0.2]]]]}"#,
      .multiPolygon([
        [positions((102, 2), (103, 2), (103, 3), (102, 3), (102, 2))],
        [
          unitSquare,
          positions((100.2, 0.2), (100.2, 0.8), (100.8, 0.8), (100.8, 0.2), (100.2, 0.2)),
        ],
      ])
    ),
    (
      #"{"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": "#
        + #"[100.0, 0.0]}, {"type": "LineString", "coordinates": [[101.0, 0.0], [102.0, 1.0]]}]}"#,
      .geometryCollection([
        .point(Position(x: 100, y: 0)), .lineString(positions((101, 0), (102, 1))),
      ])
    ),
  ]

  static let unitSquare = positions((100, 0), (101, 0), (101, 1), (100, 1), (100, 0))

  @Test(arguments: examples.indices)
  func `reads the examples of the RFC`(index: Int) throws {
    let example = Self.examples[index]
    let collection = try read(example.text)
    #expect(collection.features == [Feature(geometry: example.geometry)])
    #expect(collection.warnings == [.bareGeometry])
    #expect(example.text.contains("\"type\": \"\(example.geometry.typeName)\""))
  }

  @Test func `reads the feature collection of section 1.5`() throws {
    let collection = try read(
      """
      {
        "type": "FeatureCollection",
        "features": [{
          "type": "Feature",
          "geometry": {"type": "Point", "coordinates": [102.0, 0.5]},
          "properties": {"prop0": "value0"}
        }, {
          "type": "Feature",
          "geometry": {"type": "LineString",
            "coordinates": [[102.0, 0.0], [103.0, 1.0], [104.0, 0.0], [105.0, 1.0]]},
          "properties": {"prop0": "value0", "prop1": 0.0}
        }, {
          "type": "Feature",
          "geometry": {"type": "Polygon", "coordinates": [
            [[100.0, 0.0], [101.0, 0.0], [101.0, 1.0], [100.0, 1.0], [100.0, 0.0]]]},
          "properties": {"prop0": "value0", "prop1": {"this": "that"}}
        }]
      }
      """)
    #expect(collection.warnings.isEmpty)
    #expect(collection.features.map(\.geometry?.typeName) == ["Point", "LineString", "Polygon"])
    let last = collection.features[2].properties
    #expect(last.keys == ["prop0", "prop1"])
    #expect(last["prop1"]?["this"] == .string("that"))
    #expect(last["prop2"] == nil)
    #expect(collection.features[1].properties["prop1"] == .number(0))
  }

  @Test func `reads members in any order`() throws {
    let collection = try read(
      #"{"features":[{"properties":{"a":1},"geometry":{"coordinates":[[[0,0],[1,0],[1,1],[0,0]]],"#
        + #""type":"Polygon"},"id":7,"type":"Feature"}],"name":"w","type":"FeatureCollection"}"#)
    #expect(collection.name == "w")
    #expect(
      collection.features == [
        Feature(
          id: .integer(7), geometry: .polygon([positions((0, 0), (1, 0), (1, 1), (0, 0))]),
          properties: ["a": .integer(1)])
      ])
  }

  @Test func `keeps a feature that has not been located`() throws {
    let collection = try read(#"{"type":"Feature","id":"x","geometry":null,"properties":null}"#)
    #expect(collection.features == [Feature(id: .string("x"), geometry: nil)])
    #expect(collection.warnings == [.bareFeature])
  }

  @Test func `reads empty coordinates as RFC 7946 section 3.1 allows`() throws {
    #expect(try read(#"{"type":"Point","coordinates":[]}"#).features[0].geometry == nil)
    #expect(
      try read(#"{"type":"MultiPolygon","coordinates":[ ]}"#).features[0].geometry
        == .multiPolygon([]))
  }

  @Test func `honours an old crs member and says so`() throws {
    let name = "urn:ogc:def:crs:EPSG::27700"
    let named = try read(
      #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"\#(name)"}},"#
        + #""features":[]}"#)
    #expect(named.crs == name)
    #expect(named.warnings == [.oldCRSMember(name)])
    let numbered = try read(
      #"{"type":"Point","coordinates":[530000,180000],"#
        + #""crs":{"type":"EPSG","properties":{"code":27700}}}"#)
    #expect(numbered.crs == "EPSG:27700")
    let unreadable = try read(#"{"type":"FeatureCollection","crs":"BNG","features":[]}"#)
    #expect(unreadable.crs == nil)
    #expect(unreadable.warnings == [.unreadableCRSMember])
    #expect(try read(#"{"type":"FeatureCollection","crs":null,"features":[]}"#).warnings == [])
  }

  @Test func `drops third ordinates and counts them`() throws {
    let collection = try read(
      #"{"type":"MultiPoint","coordinates":[[1,2,3],[4,5],[6,7,8,9]]}"#)
    #expect(collection.features[0].geometry == .multiPoint(positions((1, 2), (4, 5), (6, 7))))
    #expect(collection.warnings == [.bareGeometry, .thirdOrdinateDropped(count: 2)])
  }

  @Test func `warns of a name that occurs twice and keeps the last value`() throws {
    let collection = try read(
      #"{"type":"FeatureCollection","name":"a","name":"b","features":["#
        + #"{"type":"Feature","geometry":null,"properties":{"k":1}},"#
        + #"{"type":"Feature","geometry":null,"properties":{"k":1,"l":2,"k":3}},"#
        + #"{"type":"Feature","geometry":null,"geometry":{"type":"Point","coordinates":[1,2]},"#
        + #""properties":{"k":1,"k":3}}]}"#)
    #expect(collection.name == "b")
    #expect(
      collection.warnings == [
        .duplicateKey("name", feature: nil), .duplicateKey("k", feature: 1),
        .duplicateKey("geometry", feature: 2),
      ])
    #expect(
      collection.features[1].properties.members == [
        JSONValue.Member("k", .integer(3)), JSONValue.Member("l", .integer(2)),
      ])
    #expect(collection.features[2].geometry == .point(Position(x: 1, y: 2)))
  }

  @Test func `finds repeated names in an object of many members`() throws {
    let names = (0..<100).map { "n\($0)" }
    let members = (names + ["n3", "n77"]).map { "\"\($0)\":\"\($0)\"" }.joined(separator: ",")
    let collection = try read(
      #"{"type":"Feature","geometry":null,"properties":{\#(members)}}"#)
    #expect(collection.features[0].properties.keys == names)
    #expect(
      collection.warnings == [
        .bareFeature, .duplicateKey("n3", feature: 0), .duplicateKey("n77", feature: 0),
      ])
  }

  @Test func `tolerates a byte order mark and CRLF lines`() throws {
    let text = "{\r\n\"type\":\"Point\",\r\n\"coordinates\":[1,2]\r\n}\r\n"
    let collection = try GeoJSONReader().read([0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(collection.features[0].geometry == .point(Position(x: 1, y: 2)))
    #expect(collection.warnings == [.byteOrderMark, .bareGeometry])
  }

  @Test func `keeps foreign members of the document and ignores those of features`() throws {
    let collection = try read(
      #"{"type":"FeatureCollection","licence":["OGL",{"v":3}],"bbox":[0,0,1,1],"features":["#
        + #"{"type":"Feature","features":"mine","title":{},"geometry":null,"properties":{}}]}"#)
    #expect(
      collection.foreignMembers == [
        JSONValue.Member(
          "licence", .array([.string("OGL"), .object([JSONValue.Member("v", .integer(3))])]))
      ])
    #expect(collection.features.count == 1)
    #expect(collection.warnings == [])
  }

  @Test func `reads on where properties are missing and counts the features`() throws {
    let collection = try read(
      #"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null}]}"#)
    #expect(collection.warnings == [.missingProperties(count: 1)])
  }
}
