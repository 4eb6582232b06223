// Module Postcodes: what cells hold by way of postcodes, and where those are.

public import SimpleFeatures

/// Where postcodes are: of all that exist and once existed, or only of their sectors.
///
/// Built from the tables that the Office for National Statistics and the Ordnance Survey publish, or
/// as a fallback from the middles of sectors; both answer the same questions, and an answer says
/// how precise it is. A postcode has one entry however many rows give it, and no answer depends on
/// the order of the rows.
public struct PostcodeDirectory: Sendable {
  /// What the rows were wrong in; empty for a faultless table.
  public let findings: [PostcodeFinding]
  /// Whether it knows postcodes, rather than only the middles of sectors.
  public let knowsPostcodes: Bool

  let keys: [UInt64]
  let rows: [PostcodeRow]
  private let wards: InternedCodes
  private let boroughs: InternedCodes
  private let sectors: PostcodeSummaries
  private let districts: PostcodeSummaries
  private let areas: Set<String>

  /// Gathers the postcodes of one table, or of the several files that a directory is split into.
  ///
  /// Use a ``Builder`` where the files are too large to be in memory together.
  ///
  /// - Complexity: O(*n* log *n*) in the number of rows; O(*n*) where they are sorted. 40 bytes are
  ///   kept of each postcode.
  public init(_ tables: [PostcodeTable]) {
    var builder = Builder()
    for table in tables { builder.add(table) }
    self = builder.finished()
  }

  /// - Precondition: The keys are ascending, each once, and one for each row.
  init(
    keys: [UInt64], rows: [PostcodeRow], wards: InternedCodes, boroughs: InternedCodes,
    findings: [PostcodeFinding]
  ) {
    self.keys = keys
    self.rows = rows
    self.wards = wards
    self.boroughs = boroughs
    self.findings = findings
    knowsPostcodes = true
    sectors = PostcodeSummaries(of: rows, keys: keys, mask: ~0xFFFF)
    districts = PostcodeSummaries(of: rows, keys: keys, mask: ~0xFF_FFFF)
    areas = Set(districts.keys.map { PostcodeDistrict(key: $0).area })
  }

  /// A directory that knows only where the middles of sectors are.
  ///
  /// Every postcode of a known sector is then taken to exist and to be there, with the precision
  /// ``PostcodePrecision/sector``; the middle of a district is the mean of those of its sectors.
  /// Of a sector given twice, the mean is taken.
  public init(sectors middles: [(sector: PostcodeSector, middle: LonLat)]) {
    (keys, rows, wards, boroughs, findings) = ([], [], InternedCodes(), InternedCodes(), [])
    knowsPostcodes = false
    sectors = PostcodeSummaries(Self.means(middles.map { ($0.sector.key, $0.middle) }))
    districts = PostcodeSummaries(
      Self.means(
        sectors.keys.compactMap { [sectors] key in
          guard case .degrees(let middle) = sectors[key]?.centre else { return nil }
          return (PostcodeSector(key: key).district.key, middle)
        }))
    areas = Set(districts.keys.map { PostcodeDistrict(key: $0).area })
  }

  /// The means of positions with the same key, summed in an order that depends on them alone.
  private static func means(_ positions: [(key: UInt64, LonLat)]) -> [UInt64: PostcodeSummary] {
    Dictionary(grouping: positions, by: \.key).mapValues { group in
      let ordered = group.map { $0.1 }.sorted {
        ($0.longitude, $0.latitude) < ($1.longitude, $1.latitude)
      }
      let sum = ordered.reduce(LonLat(longitude: 0, latitude: 0)) {
        LonLat(longitude: $0.longitude + $1.longitude, latitude: $0.latitude + $1.latitude)
      }
      let count = Double(ordered.count)
      let middle = LonLat(longitude: sum.longitude / count, latitude: sum.latitude / count)
      return PostcodeSummary(centre: .degrees(middle), liveCount: 0, count: 0)
    }
  }
}

extension PostcodeDirectory {
  /// The number of postcodes, live and terminated; 0 where only sectors are known.
  public var count: Int { keys.count }

  /// The number of live postcodes.
  public var liveCount: Int { rows.count { $0.isLive } }

  /// The number of sectors.
  public var sectorCount: Int { sectors.keys.count }

  /// Every postcode, in ascending order; none where only sectors are known.
  ///
  /// - Complexity: O(*n*) in the number of postcodes.
  public var postcodes: [Postcode] { keys.map { Postcode(key: $0) } }

  /// What is known of a postcode; `nil` for one that is not in the directory.
  ///
  /// Where only sectors are known, every postcode of a known sector has an entry.
  ///
  /// - Complexity: O(log *n*) in the number of postcodes.
  public func entry(for postcode: Postcode) -> PostcodeEntry? {
    guard knowsPostcodes else { return sectorEntry(for: postcode) }
    let index = keys.firstIndex(notBefore: postcode.key)
    guard index < keys.count, keys[index] == postcode.key else { return nil }
    return entry(at: index)
  }

  /// What is known of a sector: where its middle is, and how many postcodes it has.
  public func summary(of sector: PostcodeSector) -> PostcodeSummary? { sectors[sector.key] }

  /// What is known of a district.
  public func summary(of district: PostcodeDistrict) -> PostcodeSummary? {
    districts[district.key]
  }

  /// Whether the directory knows any district of an area.
  func covers(area: String) -> Bool { areas.contains(area) }

  func entry(at index: Int) -> PostcodeEntry {
    let row = rows[index]
    let quality = PositionalQuality(rawValue: row.quality)
    return PostcodeEntry(
      postcode: Postcode(key: keys[index]), position: row.position,
      precision: quality == .sectorMean ? .sector : .postcode, quality: quality,
      introduced: row.introduced == 0 ? nil : YearMonth(months: row.introduced),
      terminated: row.terminated == 0 ? nil : YearMonth(months: row.terminated),
      isLargeUser: row.isLargeUser, ward: wards[row.ward], borough: boroughs[row.borough])
  }

  private func sectorEntry(for postcode: Postcode) -> PostcodeEntry? {
    guard let summary = sectors[postcode.sector.key] else { return nil }
    return PostcodeEntry(
      postcode: postcode, position: summary.centre, precision: .sector, quality: nil,
      introduced: nil, terminated: nil, isLargeUser: false, ward: nil, borough: nil)
  }
}
