internal import Places
internal import SimpleFeatures

/// Points out addresses where the work is probably not done.
///
/// Offices of an accountant, an umbrella body, a registered office: distances measured from there
/// say little about who is reached.
///
/// - SeeAlso: 360Giving and UK Grantmaking on the bias of head offices in grant data, 2024.
struct HeadOffices {
  /// So many unrelated organisations at one postcode are no coincidence of neighbours.
  static let leastSharing = 5
  /// An address this far from every area served is probably not where the work is done.
  static let farDistance = Distance.metres(10_000)

  private let wards: Boundaries
  private let boroughs: Boundaries?

  init(wards: Boundaries, boroughs: Boundaries?) {
    self.wards = wards
    self.boroughs = boroughs
  }

  /// The organisations, those sites flagged that are probably such offices, each noted.
  func flagging(_ organisations: [Organisation], notes: inout RowNotes) -> [Organisation] {
    let shared = Self.sharedPostcodes(of: organisations)
    return organisations.map { organisation in
      let sharing = organisation.sites.compactMap { shared[$0.postcode] }.max()
      if let sharing {
        note(.sharedAddress, organisation, "with \(sharing - 1) others", &notes)
      }
      let distance = distanceToRemit(of: organisation)
      if let distance {
        note(
          .farFromRemit, organisation,
          "\(Int(min(distance.metres, 1e9) / 1000)) km or more from the areas served", &notes)
      }
      guard sharing != nil || distance != nil else { return organisation }
      return organisation.at(
        organisation.sites.map { site in
          shared[site.postcode] != nil || distance != nil ? site.flagged(.headOffice) : site
        })
    }
  }

  private func note(
    _ kind: RowNotes.Kind, _ organisation: Organisation, _ remark: String, _ notes: inout RowNotes
  ) {
    notes.add(
      kind,
      Finding.Occurrence(
        line: organisation.provenance.rows.first?.line, value: organisation.name,
        remark: organisation.site.postcode.isEmpty
          ? remark : "\(organisation.site.postcode), \(remark)"))
  }

  /// The postcodes that many unrelated organisations share, and how many organisations do.
  private static func sharedPostcodes(of organisations: [Organisation]) -> [String: Int] {
    var sharing: [String: [String]] = [:]
    for organisation in organisations {
      for postcode in Set(organisation.sites.map(\.postcode)) where !postcode.isEmpty {
        sharing[postcode, default: []].append(organisation.group)
      }
    }
    return sharing.filter { Set($0.value).count >= leastSharing }.mapValues(\.count)
  }

  /// How far all sites are from every area that an organisation serves, where that is far.
  private func distanceToRemit(of organisation: Organisation) -> Distance? {
    guard case .areas(let codes) = organisation.remit else { return nil }
    let positions = organisation.positions(knownAtLeast: .postcodeDistrict)
    let boxes = codes.compactMap { code in
      wards.index(of: code).map { wards.areas[$0].shape.bounds }
        ?? boroughs.flatMap { boroughs in
          boroughs.index(of: code).map { boroughs.areas[$0].shape.bounds }
        }
    }
    let distances = positions.flatMap { position in
      boxes.map { Self.metres(from: position, to: $0) }
    }
    guard let nearest = distances.min(), nearest > Self.farDistance.metres else { return nil }
    return .metres(nearest)
  }

  /// The distance to a rectangle, 0 inside; no shape in it is nearer.
  private static func metres(from position: Coordinate, to box: BoundingBox) -> Double {
    let east = max(box.minX - position.x, 0, position.x - box.maxX)
    let north = max(box.minY - position.y, 0, position.y - box.maxY)
    return (east * east + north * north).squareRoot()
  }
}

extension Site {
  /// The same site with something more to bear in mind.
  fileprivate func flagged(_ flag: Flag) -> Site {
    Site(
      position: position, precision: precision, name: name, postcode: postcode,
      flags: flags.union([flag]), source: source)
  }
}
