import GeometryEngine
import Intake
import Places
import Postcodes
import SimpleFeatures
import TestSupport

/// Four wards of Lambeth and Southwark with their codes of 2024, drawn as squares of two
/// kilometres on the National Grid.
///
///     Waterloo & South Bank   Chaucer      north
///     Oval                    Peckham      south; Lambeth is the west, Southwark the east
///
/// The middles of the true wards lie in these squares.
struct SouthBank {
  static let waterloo: AreaCode = "E05014118"
  static let oval: AreaCode = "E05014108"
  static let chaucer: AreaCode = "E05011098"
  static let peckham: AreaCode = "E05011110"
  static let lambeth: AreaCode = "E09000022"
  static let southwark: AreaCode = "E09000028"

  let ground: StudyGround
  let functions = FunctionTable([
    SupportFunction(key: "advice", column: "s_advi", name: "Advice", specialisms: ["advice"]),
    SupportFunction(
      key: "space", column: "s_spac", name: "Space",
      specialisms: ["space", "Provides Buildings/facilities/open Space"]),
  ])

  init() throws {
    let projection = try StudyProjection(to: .britishNationalGrid)
    let wards = try AreaFile(InputFile(Self.wardFile, name: "wards.geojson"))
    let boroughs = try AreaFile(InputFile(Self.boroughFile, name: "boroughs.geojson"))
    ground = StudyGround(
      wards: try AreaReader(level: "ward").boundaries(of: wards, in: projection),
      wardFile: "wards.geojson", wardColumn: "WD24CD",
      boroughs: try AreaReader(level: "borough").boundaries(of: boroughs, in: projection),
      projection: projection)
  }

  /// A reader that takes everyone for an adviser unless the file says otherwise.
  func reader(
    postcodes: PostcodeDirectory? = nil, regions: RegionTable? = nil,
    everyone specialisms: [String] = ["advice"], system: ReferenceSystem = .wgs84
  ) -> OrganisationReader {
    var reader = OrganisationReader(system: system, ground: ground, functions: functions)
    reader.postcodes = postcodes
    reader.regions = regions
    reader.usualSpecialisms = specialisms
    return reader
  }

  /// What a table of organisations holds, rows that cannot be used told beside it.
  func survey(
    _ text: String, postcodes: PostcodeDirectory? = nil, system: ReferenceSystem = .wgs84
  ) throws -> OrganisationReader.Reading {
    try reader(postcodes: postcodes, system: system)
      .survey(InputFile(text, name: "organisations.csv"))
  }

  /// A position on the plane of the study.
  static func position(longitude: Double, latitude: Double) throws -> Coordinate {
    try CoordinateTransform(from: .wgs84, to: .britishNationalGrid)
      .coordinate(of: LonLat(longitude: longitude, latitude: latitude))
  }

  /// The ward in which a site lies.
  func ward(of site: Site) -> AreaCode? {
    guard let place = site.position, (530_000..<534_000).contains(place.x),
      (177_000..<181_000).contains(place.y)
    else { return nil }
    let isSouth = place.y < 179_000
    return place.x < 532_000
      ? (isSouth ? Self.oval : Self.waterloo) : (isSouth ? Self.peckham : Self.chaucer)
  }

  /// Every kind of postcode, in some of the columns of the National Statistics Postcode Lookup
  /// of November 2024.
  static let lookup = """
    pcd,pcd2,pcds,dointr,doterm,usertype,oseast1m,osnrth1m,osgrdind,oa21,cty,ced,laua,ward,\
    nhser,ctry,rgn,pcon,lsoa21,msoa21,lat,long,imd
    SE1 7PB,SE1  7PB,SE1 7PB,198001,,0,531110,179665,1,E00015663,E99999999,E99999999,\
    E09000022,E05014118,E40000003,E92000001,E12000007,E14001550,E01003012,E02000618,51.500903,\
    -0.112363,12000
    SE1 8XX,SE1  8XX,SE1 8XX,198001,,0,532590,179330,1,E00020001,E99999999,E99999999,E09000028,\
    E05011098,E40000003,E92000001,E12000007,E14001550,E01003999,E02000807,51.497614,-0.091060,9000
    SE115JA,SE11 5JA,SE11 5JA,198001,,0,530670,177390,1,E00015700,E99999999,E99999999,E09000022,\
    E05014108,E40000003,E92000001,E12000007,E14001550,E01003100,E02000620,51.480300,-0.119357,8000
    SE151AA,SE15 1AA,SE15 1AA,198001,,0,533380,177940,1,E00020500,E99999999,E99999999,E09000028,\
    E05011110,E40000003,E92000001,E12000007,E14001439,E01004030,E02000815,51.485000,-0.080000,4000
    SE1 7QQ,SE1  7QQ,SE1 7QQ,198001,201603,0,531130,179730,1,E00015663,E99999999,E99999999,\
    E09000022,E05014118,E40000003,E92000001,E12000007,E14001550,E01003012,E02000618,51.501500,\
    -0.112000,12000
    SE1 9ZZ,SE1  9ZZ,SE1 9ZZ,199806,,1,,,9,,E99999999,E99999999,E09000028,E05011098,E40000003,\
    E92000001,E12000007,E14001550,,,99.999999,0.000000,
    SE1 7ZZ,SE1  7ZZ,SE1 7ZZ,199806,,1,531200,179700,1,E00015663,E99999999,E99999999,E09000022,\
    E05014118,E40000003,E92000001,E12000007,E14001550,E01003012,E02000618,51.501200,-0.111000,12000
    SO171BJ,SO17 1BJ,SO17 1BJ,198001,,0,442440,115420,1,E00087000,E99999999,E99999999,E06000045,\
    E05010719,E40000005,E92000001,E12000008,E14001493,E01017190,E02003560,50.936900,-1.397000,21000

    """

  static func directory() throws -> PostcodeDirectory {
    try PostcodeDirectoryReader().read([InputFile(lookup, name: "NSPL.csv")]).directory
  }

  /// Areas as the Office for National Statistics publishes them: ultra generalised, clipped.
  private static let wardFile = Document.collection(
    ward(waterloo, "Waterloo & South Bank", lambeth, "Lambeth", 530_000, 179_000),
    ward(oval, "Oval", lambeth, "Lambeth", 530_000, 177_000),
    ward(chaucer, "Chaucer", southwark, "Southwark", 532_000, 179_000),
    ward(peckham, "Peckham", southwark, "Southwark", 532_000, 177_000),
    crs: "urn:ogc:def:crs:EPSG::27700")

  private static let boroughFile = Document.collection(
    borough(lambeth, "Lambeth", 530_000), borough(southwark, "Southwark", 532_000),
    crs: "urn:ogc:def:crs:EPSG::27700")

  private static func ward(
    _ code: AreaCode, _ name: String, _ borough: AreaCode, _ boroughName: String, _ x: Double,
    _ y: Double
  ) -> String {
    Document.feature(
      #""WD24CD":"\#(code)","WD24NM":"\#(name)","WD24NMW":" ","LAD24CD":"\#(borough)","#
        + #""LAD24NM":"\#(boroughName)","BNG_E":\#(Int(x) + 1000),"BNG_N":\#(Int(y) + 1000)"#,
      #"{"type":"Polygon","coordinates":[\#(Document.square(x, y, 2000))]}"#)
  }

  private static func borough(_ code: AreaCode, _ name: String, _ x: Double) -> String {
    let ring =
      "[[\(x),177000],[\(x + 2000),177000],[\(x + 2000),181000],[\(x),181000],[\(x),177000]]"
    return Document.feature(
      #""LAD24CD":"\#(code)","LAD24NM":"\#(name)""#,
      #"{"type":"Polygon","coordinates":[\#(ring)]}"#)
  }
}

extension OrganisationReader.Reading {
  /// The lines from which something was used, and those that are said to be left out.
  var lines: (used: [Int], leftOut: [Int]) {
    let told = findings.filter { ["N137", "N144"].contains($0.code) }
    let leftOut = (told + IntakeError.findings(problems)).flatMap(\.occurrences)
    return (
      Set(organisations.flatMap(\.provenance.rows).map(\.line)).sorted(),
      leftOut.compactMap(\.line).sorted()
    )
  }

  /// Whether the account adds up and every row is in an organisation or told to be left out.
  var accountsForEveryRow: Bool {
    let (used, leftOut) = lines
    return account.used == used.count && account.rows - account.used == leftOut.count
      && Set(used).isDisjoint(with: leftOut)
  }

  /// The places of a finding.
  func places(_ code: String) -> [Finding.Occurrence] {
    findings.filter { $0.code == code }.flatMap(\.occurrences)
  }

  /// The codes of all findings.
  var codes: [String] { findings.map(\.code) }

  /// The organisation of a name.
  func named(_ name: String) -> Organisation? { organisations.first { $0.name == name } }
}
