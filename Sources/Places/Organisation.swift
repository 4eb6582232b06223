public import SimpleFeatures

/// How well the location of an organisation is known.
public enum LocationPrecision: String, Hashable, Sendable, CaseIterable {
  /// A position given by its coordinates.
  case point
  /// The middle of its postcode.
  case postcode
  /// The middle of its postcode sector.
  case postcodeSector = "postcode_sector"
  /// The middle of a small census area.
  case outputArea = "output_area"
  /// The middle of its borough: says which borough, never where in it.
  case boroughPoint = "borough_point"
  /// No location.
  case none

  /// Whether distances to the location mean anything.
  public var isSite: Bool {
    switch self {
    case .point, .postcode, .postcodeSector, .outputArea: true
    case .boroughPoint, .none: false
    }
  }
}

/// Where an organisation works from.
public struct Site: Hashable, Sendable {
  /// The position, if there is one, in the study's reference system.
  public let position: Coordinate?
  /// How well it is known.
  public let precision: LocationPrecision

  /// A site from its position and precision.
  public init(position: Coordinate?, precision: LocationPrecision) {
    self.position = position
    self.precision = position == nil ? .none : precision
  }

  /// No location at all.
  public static let unknown = Site(position: nil, precision: .none)

  /// The position from which distances may be measured; `nil` for a borough's middle point.
  public var measurablePosition: Coordinate? { precision.isSite ? position : nil }
}

/// The areas that an organisation serves by mandate, wherever its door is.
public enum Remit: Hashable, Sendable {
  /// None is known: it serves whoever reaches it.
  case none
  /// These areas, of any level.
  case areas([AreaCode])
  /// The whole study area: a pan-London provider.
  case everywhere
}

/// Where a fact about an organisation comes from, kept with it to the map.
public struct Provenance: Hashable, Sendable {
  /// What kind of source: a page, general knowledge.
  public let source: String
  /// How far to trust it, in the source's words: high, medium, low.
  public let confidence: String
  /// The address of the page.
  public let url: String
  /// Remarks.
  public let note: String

  /// A provenance from its parts; empty where unknown.
  public init(source: String = "", confidence: String = "", url: String = "", note: String = "") {
    self.source = source
    self.confidence = confidence
    self.url = url
    self.note = note
  }
}

/// An organisation that supports local charities and community groups: the supply.
public struct Organisation: Hashable, Sendable {
  /// Its identifier, unique in the study.
  public let id: String
  /// Its name.
  public let name: String
  /// What it is: a CVS, a community anchor, a peer network; an attribute, never a filter.
  public let kind: String
  /// Whether it works: `active`, `closed`, `uncertain`.
  public let status: String
  /// The group it belongs to, by charity number, host or main funder; its ``id`` if none is known.
  ///
  /// Organisations of one group count once when independent sources of support are counted.
  public let group: String
  /// Where it works from.
  public let site: Site
  /// The areas it serves by mandate.
  public let remit: Remit
  /// The polygon it declares as its area of benefit, if any.
  public let areaOfBenefit: MultiPolygon?
  /// How far it reaches from its site, where known; the study's radius otherwise.
  public let radius: Distance?
  /// How much support it gives in each of its functions; in any unit, the same for all.
  public let capacity: Double
  /// The places of its functions in the study's table, ascending.
  public let functions: [Int]
  /// Where the facts come from.
  public let provenance: Provenance

  /// An organisation from its parts.
  public init(
    id: String, name: String, kind: String = "", status: String = "active",
    group: String? = nil, site: Site = .unknown, remit: Remit = .none,
    areaOfBenefit: MultiPolygon? = nil, radius: Distance? = nil, capacity: Double = 1,
    functions: [Int], provenance: Provenance = Provenance()
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.status = status
    self.group = group ?? id
    self.site = site
    self.remit = remit
    self.areaOfBenefit = areaOfBenefit
    self.radius = radius
    self.capacity = capacity
    self.functions = functions
    self.provenance = provenance
  }

  /// Whether it serves the whole study area rather than a part of it: a pan-London provider.
  public var servesEverywhere: Bool { remit == .everywhere }
}

extension Remit: CustomStringConvertible {
  /// The codes, separated by semicolons; "everywhere"; or empty.
  public var description: String {
    switch self {
    case .none: ""
    case .everywhere: "everywhere"
    case .areas(let codes): codes.map(\.description).joined(separator: ";")
    }
  }
}

extension [Organisation] {
  /// The organisation that stands for those of one group: its host where it is among them, else
  /// the first; `nil` for none.
  public func representative(of indices: [Int]) -> Int? {
    indices.first { self[$0].id == self[$0].group } ?? indices.first
  }
}
