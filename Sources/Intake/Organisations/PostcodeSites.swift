internal import GeometryEngine
internal import Places
internal import Postcodes
internal import SimpleFeatures

/// Makes sites of the postcodes of a row.
struct PostcodeSites {
  private let reader: OrganisationReader
  private let table: Table
  private let column: Int?
  private let source: RowSource
  private let live: LivePostcodes

  init(
    _ reader: OrganisationReader, _ table: Table, column: Int?, source: RowSource,
    live: LivePostcodes
  ) {
    self.reader = reader
    self.live = live
    self.table = table
    self.column = column
    self.source = source
  }

  /// The postcode of a row as the directory spells it, where it is one; else as it stands.
  func spelling(ofRow row: Int) -> String {
    let text = table.text(row: row, optionalColumn: column)
    guard let match = reader.postcodes?.resolve(text).match else {
      return Postcode(text)?.description ?? text
    }
    return match.entry.postcode.description
  }

  /// The sites of a row, and whether its cell had to be put right.
  ///
  /// Without a directory, or where the cell names no place, there is a site without a position,
  /// which keeps the postcode.
  ///
  /// - Throws: ``IntakeError`` where PROJ fails.
  func sites(
    ofRow row: Int, notes: inout RowNotes
  ) throws(IntakeError) -> (sites: [Site], isRepaired: Bool) {
    let text = table.text(row: row, optionalColumn: column)
    guard !text.isEmpty, let column else { return ([], false) }
    guard let directory = reader.postcodes else {
      return ([unplaced(Postcode(text)?.description ?? text)], false)
    }
    let occurrence = Finding.Occurrence(
      line: table.line(ofRow: row), column: column + 1, field: table.header[column], value: text)
    let resolution = directory.resolve(text)
    noteSpelling(of: resolution, occurrence, notes: &notes)
    let sites = try self.sites(resolution, occurrence, notes: &notes)
    return (sites, resolution.matches.contains(where: \.isRepaired))
  }

  private func sites(
    _ resolution: PostcodeResolution, _ occurrence: Finding.Occurrence, notes: inout RowNotes
  ) throws(IntakeError) -> [Site] {
    func note(_ kind: RowNotes.Kind, _ remark: String = "") {
      var place = occurrence
      place.remark = remark
      notes.add(kind, place)
    }
    switch resolution {
    case .empty: return []
    case .found(let match):
      return [try site(match, flags: [], note: note)]
    case .terminated(let match):
      let month = match.entry.terminated?.description ?? ""
      let nearest = live.nearest(to: match.entry)?.description
      note(
        .terminatedPostcode,
        "ended \(month)" + (nearest.map { ", the nearest in use is \($0)" } ?? ""))
      return [try site(match, flags: [.terminated(since: month)], note: note)]
    case .noGridReference(let match):
      note(.unplacedPostcode)
      return [unplaced(match.entry.postcode.description)]
    case .sector(let sector, let summary):
      return [try coarse("\(sector)", summary, .postcodeSector, note: note)]
    case .district(let district, let summary):
      return [try coarse("\(district)", summary, .postcodeDistrict, note: note)]
    case .several(let parts):
      note(.severalPostcodes)
      var sites: [Site] = []
      for part in parts { sites += try self.sites(part, occurrence, notes: &notes) }
      return sites
    case .unknown(let postcode, let sector, let possible):
      let hint =
        possible.isEmpty
        ? (sector == nil ? "not even its sector is known" : "its sector is known")
        : "perhaps \(possible.map(\.description).joined(separator: " or "))"
      note(.unknownPostcode, hint)
      return [unplaced(postcode.description)]
    case .ambiguous(let original, let readings):
      note(.ambiguousPostcode, readings.map(\.description).joined(separator: " or "))
      return [unplaced(original)]
    case .notAPostcode(let original, _):
      note(.malformedPostcode)
      return [unplaced(original)]
    }
  }

  private func site(
    _ match: PostcodeMatch, flags: Set<Site.Flag>, note: (RowNotes.Kind, String) -> Void
  ) throws(IntakeError) -> Site {
    var flags = flags
    let entry = match.entry
    if entry.isLargeUser {
      flags.insert(.largeUser)
      note(.largeUser, "")
    }
    if match.isRepaired { flags.insert(.repaired(from: match.original)) }
    let isSector = entry.precision != .postcode
    if isSector {
      note(reader.postcodes?.knowsPostcodes == false ? .sectorFallback : .coarsePostcode, "")
    }
    return Site(
      position: try entry.position.map(coordinate),
      precision: isSector ? .postcodeSector : .postcode,
      postcode: entry.postcode.description, flags: flags, source: source)
  }

  private func coarse(
    _ name: String, _ summary: PostcodeSummary?, _ precision: LocationPrecision,
    note: (RowNotes.Kind, String) -> Void
  ) throws(IntakeError) -> Site {
    guard let centre = summary?.centre else {
      note(.unknownPostcode, "not in the directory")
      return unplaced(name)
    }
    note(.coarsePostcode, precision == .postcodeSector ? "its sector only" : "its district only")
    return Site(
      position: try coordinate(centre), precision: precision, postcode: name, source: source)
  }

  private func unplaced(_ postcode: String) -> Site {
    Site(position: nil, precision: .none, postcode: postcode, source: source)
  }

  private func coordinate(_ position: BritishPosition) throws(IntakeError) -> Coordinate {
    switch position {
    case .degrees(let place):
      try reader.ground.coordinate(
        place.longitude, place.latitude, in: .wgs84, file: table.file)
    case .nationalGrid(let place):
      try reader.ground.coordinate(
        place.x, place.y, in: .britishNationalGrid, file: table.file)
    }
  }

  /// Notes the spelling that the directory has where the cell has another, as a repair where
  /// letters and digits were mistaken for each other.
  private func noteSpelling(
    of resolution: PostcodeResolution, _ occurrence: Finding.Occurrence, notes: inout RowNotes
  ) {
    // Only where the whole cell is one postcode can it be replaced.
    guard let match = resolution.match, match.passedOver.isEmpty,
      match.original == occurrence.value
    else { return }
    let spelling = match.entry.postcode.description
    guard spelling != occurrence.value else { return }
    var place = occurrence
    place.fix = spelling
    notes.add(match.isRepaired ? .repairedPostcode : .respelledPostcode, place)
  }
}

extension PostcodeResolution {
  /// What was found in the cell, in all its pieces.
  fileprivate var matches: [PostcodeMatch] {
    if case .several(let parts) = self { return parts.compactMap(\.match) }
    return match.map { [$0] } ?? []
  }
}

/// Finds the nearest postcode in use to one that is not; the index is made when first asked for,
/// since most tables never do.
final class LivePostcodes {
  private let directory: PostcodeDirectory?
  private lazy var index = directory.map { NearestLivePostcodes(in: $0) }

  init(_ directory: PostcodeDirectory?) {
    self.directory = directory
  }

  func nearest(to entry: PostcodeEntry) -> Postcode? {
    entry.position.flatMap { index?.nearest(to: $0)?.entry.postcode }
  }
}
