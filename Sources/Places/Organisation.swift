public import SimpleFeatures

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
  /// Where it works from: the main site first; empty where nothing is known.
  ///
  /// It counts once for whom it reaches, through however many doors.
  public let sites: [Site]
  /// The areas it serves by mandate.
  public let remit: Remit
  /// The polygon it declares as its area of benefit, if any.
  public let areaOfBenefit: MultiPolygon?
  /// How far it reaches from each of its sites, where known; the study's radius otherwise.
  public let radius: Distance?
  /// How much support it gives in each of its functions, 0 or more, from all its sites together;
  /// in any unit, the same for all.
  public let capacity: Double
  /// The indices of its functions in the study's table, ascending.
  public let functions: [Int]
  /// Where the facts come from.
  public let provenance: Provenance

  /// An organisation from its parts.
  ///
  /// Its sites may come in any order: the main one, which is the one flagged so or else the one
  /// known best, becomes the first, and the others follow from west to east. Those that
  /// are unknown are left out, and those that are equal in everything are one.
  public init(
    id: String, name: String, kind: String = "", status: String = "active",
    group: String? = nil, sites: [Site], remit: Remit = .none,
    areaOfBenefit: MultiPolygon? = nil, radius: Distance? = nil, capacity: Double = 1,
    functions: [Int], provenance: Provenance = Provenance()
  ) {
    precondition(capacity >= 0 && capacity.isFinite, "a capacity is 0 or more")
    self.id = id
    self.name = name
    self.kind = kind
    self.status = status
    self.group = group ?? id
    self.sites = Site.ordered(sites)
    self.remit = remit
    self.areaOfBenefit = areaOfBenefit
    self.radius = radius
    self.capacity = capacity
    self.functions = functions
    self.provenance = provenance
  }

  /// An organisation with one site, or none.
  public init(
    id: String, name: String, kind: String = "", status: String = "active",
    group: String? = nil, site: Site = .unknown, remit: Remit = .none,
    areaOfBenefit: MultiPolygon? = nil, radius: Distance? = nil, capacity: Double = 1,
    functions: [Int], provenance: Provenance = Provenance()
  ) {
    self.init(
      id: id, name: name, kind: kind, status: status, group: group, sites: [site], remit: remit,
      areaOfBenefit: areaOfBenefit, radius: radius, capacity: capacity, functions: functions,
      provenance: provenance)
  }

  /// The main site; unknown where there is none.
  public var site: Site { sites.first ?? .unknown }

  /// The same organisation, working from other sites.
  public func at(_ sites: [Site]) -> Organisation {
    Organisation(
      id: id, name: name, kind: kind, status: status, group: group, sites: sites, remit: remit,
      areaOfBenefit: areaOfBenefit, radius: radius, capacity: capacity, functions: functions,
      provenance: provenance)
  }

  /// The same organisation, working from one other site.
  public func at(_ site: Site) -> Organisation { at([site]) }

  /// Whether it serves the whole study area rather than a part of it: a pan-London provider.
  public var servesEverywhere: Bool { remit == .everywhere }
}

extension [Organisation] {
  /// The organisation that stands for those of one group: its host where it is among them, else
  /// the first; `nil` for none.
  public func representative(of indices: [Int]) -> Int? {
    indices.first { self[$0].id == self[$0].group } ?? indices.first
  }
}
