import Intake
import Testing

@Suite struct `Recognised table` {
  /// A header as one line, columns separated by commas.
  private static func table(_ header: String) -> RecognisedTable {
    RecognisedTable(header: header.split(separator: ",").map(String.init))
  }

  /// A file people are handed, what it should be taken for, and the best column of some roles.
  struct File: Sendable, CustomTestStringConvertible {
    let source: DataSource
    let header: String
    let roles: [ColumnRole: String]

    var testDescription: String { "\(source)" }
  }

  static let files: [File] = [
    File(
      source: .onsBoundaries,
      header: "FID,WD24CD,WD24NM,WD24NMW,LAD24CD,LAD24NM,LAD24NMW,BNG_E,BNG_N,LONG,LAT,"
        + "GlobalID,Shape__Area,Shape__Length",
      roles: [
        .wardCode: "WD24CD", .wardName: "WD24NM", .boroughCode: "LAD24CD", .boroughName: "LAD24NM",
      ]),
    File(
      source: .onsBoundaries, header: "OBJECTID,LSOA21CD,LSOA21NM,BNG_E,BNG_N,LAT,LONG,GlobalID",
      roles: [.lsoaCode: "LSOA21CD"]),
    File(
      source: .onsBoundaries, header: "RGN22CD,RGN22NM,OBJECTID", roles: [.regionCode: "RGN22CD"]),
    File(source: .onsBoundaries, header: "WD24CD,LAD24CD", roles: [.wardCode: "WD24CD"]),
    File(
      source: .londonDatastore,
      header: "NAME,GSS_CODE,HECTARES,NONLD_AREA,LB_GSS_CD,BOROUGH,POLY_ID",
      roles: [
        .wardCode: "GSS_CODE", .wardName: "NAME", .boroughCode: "LB_GSS_CD",
        .boroughName: "BOROUGH",
      ]),
    File(
      source: .londonDatastore,
      header: "NAME,GSS_CODE,HECTARES,NONLD_AREA,ONS_INNER,SUB_2009,SUB_2006",
      roles: [.boroughCode: "GSS_CODE", .boroughName: "NAME"]),
    File(
      source: .londonDatastore, header: "GSS_CODE,NAME",
      roles: [.boroughCode: "GSS_CODE", .boroughName: "NAME"]),
    File(
      source: .boundaryLine,
      header: "Name,Area_Code,Area_Description,File_Name,Feature_Serial_Number,"
        + "Collection_Serial_Number,Global_Polygon_ID,Admin_Unit_ID,Census_Code,Hectares,"
        + "Non_Inland_Area,Area_Type_Code,Area_Type_Description,Non_Area_Type_Code",
      roles: [.anyCode: "Census_Code", .anyName: "Name", .areaType: "Area_Type_Code"]),
    File(
      source: .postcodesUntil2024,
      header: "pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,"
        + "osnrth1m,osgrdind,oshlthau,nhser,ctry,rgn,lsoa11,msoa11,lsoa21,msoa21,lat,long,imd",
      roles: [
        .postcode: "pcds", .wardCode: "osward", .boroughCode: "oslaua", .easting: "oseast1m",
        .northing: "osnrth1m", .gridQuality: "osgrdind", .postcodeTo: "doterm",
        .postcodeUser: "usertype", .lsoaCode: "lsoa21", .latitude: "lat", .imdRank: "imd",
      ]),
    File(
      source: .postcodesUntil2024,
      header: "pcd,pcd2,pcds,dointr,doterm,usertype,oseast1m,osnrth1m,osgrdind,oa21,cty,ced,"
        + "laua,ward,nhser,ctry,rgn,pcon,lat,long,imd",
      roles: [.wardCode: "ward", .boroughCode: "laua", .oaCode: "oa21", .regionCode: "rgn"]),
    File(
      source: .postcodesSince2025,
      header: "pcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,north1m,gridind,oa21cd,cty25cd,"
        + "ced25cd,lad25cd,wd25cd,nhser24cd,ctry25cd,rgn25cd,pcon24cd,ttwa15cd,itl25cd,npark16cd,"
        + "lsoa21cd,msoa21cd,lat,long,imd20ind,icb23cd",
      roles: [
        .postcode: "pcds", .wardCode: "wd25cd", .boroughCode: "lad25cd", .easting: "east1m",
        .gridQuality: "gridind", .imdRank: "imd20ind",
      ]),
    File(
      source: .postcodesSince2025,
      header: "pcd7,pcd8,pcds,usrtypind,east1m,north1m,gridind,lad26cd,wd26cd,rgn26cd,imd25ind",
      roles: [.wardCode: "wd26cd", .regionCode: "rgn26cd"]),
    File(
      source: .threeSixtyGiving,
      header: "Identifier,Title,Description,Currency,Amount Awarded,Award Date,"
        + "Recipient Org:Identifier,Recipient Org:Name,Recipient Org:Charity Number,"
        + "Recipient Org:Company Number,Recipient Org:Postal Code,"
        + "Recipient Org:Location:0:Geographic Code,Recipient Org:Location:0:Geographic Code Type,"
        + "Beneficiary Location:0:Name,Beneficiary Location:0:Geographic Code,"
        + "Beneficiary Location:0:Geographic Code Type,Beneficiary Location:7:Geographic Code,"
        + "Funding Org:Identifier,Funding Org:Name",
      roles: [
        .id: "Identifier", .orgID: "Recipient Org:Identifier", .orgName: "Recipient Org:Name",
        .orgCharity: "Recipient Org:Charity Number", .postcode: "Recipient Org:Postal Code",
        .orgAreaCode: "Recipient Org:Location:0:Geographic Code",
        .remitName: "Beneficiary Location:0:Name", .amount: "Amount Awarded", .date: "Award Date",
      ]),
    File(
      source: .threeSixtyGiving,
      header: "Identifier,Recipient Org:Name,Recipient Org:Location:Geographic Code,"
        + "Beneficiary Location:Name,Beneficiary Location:Geographic Code,Location Scope",
      roles: [
        .remitName: "Beneficiary Location:Name", .remitScope: "Location Scope",
        .remitCode: "Beneficiary Location:Geographic Code",
      ]),
    File(
      source: .threeSixtyGiving,
      header: "id,title,recipientOrganization/0/id,recipientOrganization/0/name,"
        + "recipientOrganization/0/postalCode,beneficiaryLocation/0/geoCode,"
        + "beneficiaryLocation[1].geoCode,beneficiaryLocation/0/geoCodeType",
      roles: [
        .orgID: "recipientOrganization/0/id", .orgName: "recipientOrganization/0/name",
        .postcode: "recipientOrganization/0/postalCode",
        .remitType: "beneficiaryLocation/0/geoCodeType",
      ]),
    File(
      source: .grantNav,
      header: "Identifier,Amount Awarded,Recipient Org:Identifier,Recipient Org:Name,"
        + "Recipient Org:Postal Code,Beneficiary Location:0:Geographic Code,Type of Recipient,"
        + "Best Available Recipient District Geographic Code (additional data),"
        + "Best Available Recipient Ward Geographic Code (additional data),"
        + "Recipient District Geographic code (additional data),"
        + "Beneficiary District Geographic code (additional data),"
        + "Recipient Org: Registered Postcode (additional data),"
        + "Recipient Org: Canonical Org ID (additional data),#comment These are added",
      roles: [
        .orgID: "Recipient Org:Identifier", .postcode: "Recipient Org:Postal Code",
        .boroughCode: "Best Available Recipient District Geographic Code (additional data)",
        .wardCode: "Best Available Recipient Ward Geographic Code (additional data)",
        .remitCode: "Beneficiary Location:0:Geographic Code",
        .skip: "#comment These are added",
      ]),
    File(
      source: .charityRegister,
      header: "date_of_extract,organisation_number,registered_charity_number,"
        + "linked_charity_number,charity_name,charity_registration_status,date_of_removal,"
        + "latest_income,charity_contact_postcode,charity_company_registration_number,"
        + "charity_activities",
      roles: [
        .orgID: "registered_charity_number", .orgParent: "linked_charity_number",
        .orgName: "charity_name", .orgStatus: "charity_registration_status",
        .postcode: "charity_contact_postcode", .orgCompany: "charity_company_registration_number",
        .orgText: "charity_activities", .income: "latest_income", .id: "organisation_number",
      ]),
    File(
      source: .charityAreas,
      header: "organisation_number,registered_charity_number,linked_charity_number,"
        + "geographic_area_type,geographic_area_description,parent_geographic_area_type",
      roles: [
        .remitType: "geographic_area_type", .remitName: "geographic_area_description",
        .orgID: "registered_charity_number",
      ]),
    File(
      source: .charityClassifications,
      header: "organisation_number,registered_charity_number,classification_code,"
        + "classification_type,classification_description",
      roles: [.specialism: "classification_description"]),
    File(
      source: .openReferral,
      header: "service.id,service.name,service.status,organization/name,organization_id,"
        + "locations/0/latitude,locations/0/longitude,addresses/0/postal_code,"
        + "service_areas/0/name,service_areas/0/extent,service_areas/0/extent_type",
      roles: [
        .serviceID: "service.id", .serviceName: "service.name", .orgName: "organization/name",
        .orgID: "organization_id", .latitude: "locations/0/latitude",
        .postcode: "addresses/0/postal_code", .remitName: "service_areas/0/name",
        .remitGeometry: "service_areas/0/extent",
      ]),
    File(
      source: .deprivation2019,
      header: "LSOA code (2011),LSOA name (2011),Local Authority District code (2019),"
        + "Local Authority District name (2019),Index of Multiple Deprivation (IMD) Score,"
        + "Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),"
        + "Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs),"
        + "Total  population: mid 2015 (excluding prisoners)",
      roles: [
        .lsoaCode: "LSOA code (2011)",
        .boroughCode: "Local Authority District code (2019)",
        .imdScore: "Index of Multiple Deprivation (IMD) Score",
        .population: "Total  population: mid 2015 (excluding prisoners)",
      ]),
    File(
      source: .deprivation2025,
      header: "LSOA Code (2021),LSOA name (2021),Local Authority District code (2024),"
        + "Index of Multiple Deprivation (IMD) Score,Index of Multiple Deprivation (IMD) Rank,"
        + "Index of Multiple Deprivation (IMD) Decile",
      roles: [
        .lsoaCode: "LSOA Code (2021)",
        .imdRank: "Index of Multiple Deprivation (IMD) Rank",
        .imdDecile: "Index of Multiple Deprivation (IMD) Decile",
      ]),
    File(
      source: .coldspot,
      header: "id,name,group,kind,status,borough_gss,borough,serves_gss,postcode,lat,lon,"
        + "ward_gss,location_precision,specialisms,capacity,radius_m,url,source,confidence,note",
      roles: [
        .id: "id", .orgName: "name", .group: "group", .kind: "kind", .orgStatus: "status",
        .boroughCode: "borough_gss", .wardCode: "ward_gss", .remitCode: "serves_gss",
        .locationPrecision: "location_precision", .capacity: "capacity", .radius: "radius_m",
        .url: "url", .source: "source", .note: "note", .confidence: "confidence",
      ]),
    File(
      source: .coldspot, header: "oa11,lat,lon,people,ward_gss,borough_gss,lsoa11,ward_share",
      roles: [.oaCode: "oa11", .people: "people", .lsoaCode: "lsoa11", .wardCode: "ward_gss"]),
    File(
      source: .coldspot, header: "gss_code,name,borough_gss,borough",
      roles: [.wardCode: "gss_code", .wardName: "name", .boroughCode: "borough_gss"]),
    File(
      source: .anySpreadsheet,
      header: "Organisation Name,Post Code,Areas served,Support types,Website,Ward,Charity No.",
      roles: [
        .orgName: "Organisation Name", .postcode: "Post Code", .remitName: "Areas served",
        .specialism: "Support types", .url: "Website", .wardName: "Ward",
        .orgCharity: "Charity No.",
      ]),
    File(
      source: .anySpreadsheet, header: "Name,X,Y",
      roles: [.orgName: "Name", .longitude: "X", .latitude: "Y"]),
    File(
      source: .anySpreadsheet, header: "Name,Postcode,Eastings,Northings,WD22CD,WD24CD",
      roles: [.orgName: "Name", .easting: "Eastings", .wardCode: "WD24CD"]),
    File(source: .anySpreadsheet, header: "lat,long", roles: [.latitude: "lat"]),
    File(source: .anySpreadsheet, header: "Foo,Bar", roles: [:]),
  ]

  @Test(arguments: files)
  func `is taken for what it is`(file: File) {
    let table = Self.table(file.header)
    #expect(table.source == file.source, "\(table.sourceReason)")
    for (role, name) in file.roles {
      let found = table.column(for: role).map { table.columns[$0].name }
      #expect(found == name, "\(role)")
    }
    // Small letters, and blank space around and inside, change nothing.
    let spaced = RecognisedTable(
      header: table.columns.map { "\u{FEFF}  " + $0.name.uppercased() + "\u{00A0}\n" })
    #expect(spaced.source == table.source)
    #expect(spaced.columns.map(\.role) == table.columns.map(\.role))
  }

  @Test func `says which names tell`() {
    #expect(
      Self.table("WD24CD,LAD24CD").sourceReason == "ONS boundary or lookup: WD24CD, LAD24CD")
    #expect(Self.table("Foo").sourceReason == "any spreadsheet: no name of a publisher's file")
    for file in Self.files {
      for column in Self.table(file.header).columns { #expect(!column.reason.isEmpty) }
    }
  }

  @Test(
    arguments: [
      ("WD24CD", 2024), ("lsoa11", 2011), ("lsoa11cd", 2011), ("wd25cd", 2025), ("imd20ind", 2020),
      ("Local Authority District code (2024)", 2024), ("LSOA code (2021)", 2021), ("OA21", 2021),
      ("Total population: mid 2015 (excluding prisoners)", 2015), ("Ward code (2022)", 2022),
      ("imd2025_average_score", 2025), ("pcd7", nil), ("oseast1m", nil), ("Postcode", nil),
      ("Beneficiary Location:12:Name", nil), ("organisation_number", nil),
      ("Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)", nil),
    ] as [(String, Int?)])
  func `tells the year that a name carries`(name: String, year: Int?) {
    #expect(RecognisedTable(header: [name]).columns[0].vintage == year)
  }

  @Test func `tells which of several a column is`() {
    let table = Self.table(
      "Beneficiary Location:2:Name,Beneficiary Location:Name,beneficiaryLocation/11/name,"
        + "beneficiaryLocation[3].geoCode")
    #expect(table.columns.map(\.entry) == [2, nil, 11, 3])
  }

  @Test func `takes the latest edition of several and says so`() throws {
    let table = Self.table("Name,WD18CD,WD24CD,WD22CD")
    #expect(table.columns(for: .wardCode) == [2, 3, 1])
    let choice = try #require(table.choices.first)
    #expect(table.choices.count == 1)
    #expect(choice.role == .wardCode)
    #expect(choice.chosen == 2)
    #expect(choice.others == [3, 1])
    #expect(choice.reason == .latestVintage)
  }

  @Test func `takes the best name of several, and the first of equals`() {
    let directory = Self.table("pcd,pcd2,pcds,dointr,doterm")
    #expect(directory.columns(for: .postcode) == [2, 1, 0])
    #expect(directory.choices.map(\.reason) == [.bestName])
    let twice = Self.table("Postcode,Organisation,Postcode")
    #expect(twice.columns(for: .postcode) == [0, 2])
    #expect(twice.choices.map(\.reason) == [.first])
  }

  @Test func `keeps all columns of a role that is a list, in their order`() {
    let header = (0...7).flatMap {
      ["Beneficiary Location:\($0):Geographic Code", "Beneficiary Location:\($0):Name"]
    }
    let table = RecognisedTable(header: header)
    #expect(table.columns(for: .remitCode) == Array(stride(from: 0, to: 16, by: 2)))
    #expect(table.columns(for: .remitName) == Array(stride(from: 1, to: 16, by: 2)))
    #expect(table.choices == [])
  }

  @Test func `sets furniture apart, and lists what nobody knows`() {
    let table = Self.table("FID,WD24CD,LONG,LAT,GlobalID,Shape__Area,Colour,LAD24CD")
    #expect(table.furniture == [0, 2, 3, 4, 5])
    #expect(table.unrecognised == [6])
    #expect(table.recognisedCount == 7)
    // The same names are no furniture in a table of people's own.
    let own = Self.table("Organisation,Postcode,Lat,Long")
    #expect(own.column(for: .latitude) == 2)
    #expect(own.furniture == [])
  }

  @Test(
    arguments: [
      ("Index of Multiple Deprivation (IMD) Score", .higher),
      ("Index of Multiple Deprivation (IMD) Rank", .lower),
      ("Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)", .lower),
      (
        "Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)", .lower
      ),
      ("Income Rank (where 1 is most deprived)", .lower),
      ("Decile (1 = least deprived)", .higher), ("imd", .lower), ("imd20ind", .lower),
      ("imd2025_average_score", .higher), ("IMD decile", .lower), ("need", nil), ("Score", nil),
      ("Rank", nil), ("Postcode", nil), ("", nil),
    ] as [(String, NeedDirection?)])
  func `tells which way need points, or that the name does not tell`(
    name: String, direction: NeedDirection?
  ) {
    #expect(RecognisedTable(header: [name]).needDirection(ofColumn: 0) == direction)
  }

  @Test func `knows Code-Point Open by its first row`() {
    let row = [
      "SE1 7PB", "10", "530947", "179662", "E92000001", "E19000003", "E18000007", "", "E09000022",
      "E05014117",
    ]
    let table = RecognisedTable(header: row)
    #expect(table.source == .codePointOpen)
    #expect(!table.hasHeader)
    #expect(table.column(for: .postcode) == 0)
    #expect(table.column(for: .easting) == 2)
    #expect(table.column(for: .boroughCode) == 8)
    #expect(table.column(for: .wardCode) == 9)
    #expect(RecognisedTable(header: Array(row.dropLast())).hasHeader)
    #expect(RecognisedTable(header: ["x"] + row.dropFirst()).hasHeader)
  }

  @Test func `bears any header`() {
    #expect(RecognisedTable(header: []).source == .anySpreadsheet)
    #expect(RecognisedTable(header: ["", " ", "\u{FEFF}"]).unrecognised == [0, 1, 2])
    let long = RecognisedTable(header: [String(repeating: "wd24cd", count: 100_000)])
    #expect(long.unrecognised == [0])
    let wide = RecognisedTable(header: [String](repeating: "WD24CD", count: 20_000))
    #expect(wide.columns(for: .wardCode).count == 20_000)
    for name in ["#", "##", "wd##cd", "[", "[0].", "a[", "]", "[[0].[1].x", "🦄", "wd２４cd"] {
      #expect(RecognisedTable(header: [name]).recognisedCount == 0)
    }
  }

  @Test func `has a word for each role, once`() {
    #expect(Set(ColumnRole.allCases.map(\.rawValue)).count == ColumnRole.allCases.count)
  }
}
