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
  /// Where it works from.
  public let site: Site
  /// The areas it serves by mandate.
  public let remit: Remit
  /// The polygon it declares as its area of benefit, if any.
  public let areaOfBenefit: MultiPolygon?
  /// How far it reaches from its site, where known; the study's radius otherwise.
  public let radius: Distance?
  /// How much support it gives in each of its functions, 0 or more; in any unit, the same for all.
  public let capacity: Double
  /// The indices of its functions in the study's table, ascending.
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
    precondition(capacity >= 0 && capacity.isFinite, "a capacity is 0 or more")
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

  /// The same organisation, working from another site.
  public func at(_ site: Site) -> Organisation {
    Organisation(
      id: id, name: name, kind: kind, status: status, group: group, site: site, remit: remit,
      areaOfBenefit: areaOfBenefit, radius: radius, capacity: capacity, functions: functions,
      provenance: provenance)
  }

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
