internal import Places
internal import SimpleFeatures

/// Brings rows together that are of one organisation: those that share a charity number, a company
/// number or an identifier.
///
/// Names never make two rows one; those that are nearly the same are only pointed out.
struct OrganisationMerge {
  /// The rows of each organisation, in the order of the lines.
  private let groups: [[OrganisationRow]]

  /// Groups rows.
  ///
  /// - Throws: ``IntakeError/duplicate(file:column:value:)`` where two rows have one identifier but
  ///   neither a name nor a registered number in common: one of them would vanish in the other.
  init(_ rows: [OrganisationRow], file: String, idColumn: String) throws(IntakeError) {
    var leaders = Array(rows.indices)
    func leader(_ index: Int) -> Int {
      var index = index
      while leaders[index] != index { index = leaders[index] }
      return index
    }
    var first: [String: Int] = [:]
    func join(_ key: String, _ index: Int) {
      guard let other = first[key] else {
        first[key] = index
        return
      }
      let (a, b) = (leader(other), leader(index))
      leaders[max(a, b)] = min(a, b)
    }
    for (index, row) in rows.enumerated() {
      for registration in row.registrations { join(registration, index) }
    }
    var stated: [String: Int] = [:]
    for (index, row) in rows.enumerated() where !row.id.isEmpty {
      if let other = stated[row.id], leader(other) != leader(index),
        OrganisationName.folded(rows[other].name)
          != OrganisationName.folded(row.name)
      {
        throw .duplicate(file: file, column: idColumn, value: row.id)
      }
      stated[row.id] = index
      join("id:" + row.id, index)
    }
    groups = Dictionary(grouping: rows.indices, by: leader).values
      .map { $0.sorted().map { rows[$0] } }
      .sorted { $0[0].line < $1[0].line }
  }

  /// One organisation for each group, in the order of their ids.
  ///
  /// What rows say differently is settled by rules that do not look at their order: the smallest
  /// text, the largest capacity and radius, every site, function and area.
  func organisations(
    areasOfBenefit: [String: MultiPolygon], notes: inout RowNotes
  ) -> [Organisation] {
    var taken: Set<String> = []
    var organisations: [Organisation] = []
    // Rows without an identifier are called by their names, repeated ones by name and line.
    for group in groups {
      let id = Self.identifier(of: group, taken: &taken)
      for row in group.dropFirst() {
        notes.add(
          .merged,
          Finding.Occurrence(
            line: row.line, value: row.name, remark: "\(id), line \(group[0].line)"))
      }
      organisations.append(Self.organisation(id, of: group, areaOfBenefit: areasOfBenefit[id]))
    }
    return organisations.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// Organisations whose names differ in nothing that matters, for someone to look at.
  static func noteAlike(
    _ organisations: [Organisation], notes: inout RowNotes
  ) {
    let byName = Dictionary(grouping: organisations) {
      OrganisationName.folded($0.name)
    }
    for (name, alike) in byName where alike.count > 1 && !name.isEmpty {
      // Several of one group are known to belong together.
      guard Set(alike.map(\.group)).count > 1 else { continue }
      for organisation in alike {
        notes.add(
          .alike,
          Finding.Occurrence(
            line: organisation.provenance.rows.first?.line, value: organisation.name,
            remark: alike.filter { $0.id != organisation.id }.map(\.id).joined(separator: ", ")))
      }
    }
  }

  private static func identifier(
    of group: [OrganisationRow], taken: inout Set<String>
  ) -> String {
    let stated = group.map(\.id).filter { !$0.isEmpty }.min()
    let registered = group.flatMap(\.registrations).min()
    let name = group.map(\.name).min() ?? ""
    let id = stated ?? registered ?? name
    if taken.insert(id).inserted { return id }
    let longer = "\(id) (line \(group[0].line))"
    taken.insert(longer)
    return longer
  }

  private static func organisation(
    _ id: String, of rows: [OrganisationRow], areaOfBenefit: MultiPolygon?
  ) -> Organisation {
    func text(_ value: (OrganisationRow) -> String) -> String {
      rows.map(value).filter { !$0.isEmpty }.min() ?? ""
    }
    let statuses = rows.map(\.status).filter { !$0.isEmpty }
    let status =
      statuses.isEmpty || statuses.contains { $0.lowercased() == "active" }
      ? "active" : text(\.status)
    let group = text(\.group)
    return Organisation(
      id: id, name: text(\.name), kind: text(\.kind),
      status: statuses.count == 1 ? statuses[0] : status, group: group.isEmpty ? id : group,
      sites: distinct(rows.flatMap(\.sites)), remit: remit(of: rows),
      areaOfBenefit: areaOfBenefit, radius: rows.compactMap(\.radius).max(),
      capacity: rows.compactMap(\.capacity).max() ?? 1,
      functions: Set(rows.flatMap(\.functions)).sorted(),
      provenance: Provenance(
        source: text { $0.provenance.source }, confidence: text { $0.provenance.confidence },
        url: text { $0.provenance.url }, note: joined(rows.map(\.provenance.note)),
        date: rows.map(\.provenance.date).max() ?? "", rows: rows.flatMap(\.provenance.rows)))
  }

  /// Each site once: grants to one address are one door.
  ///
  /// Sites without a position are told by their postcodes.
  private static func distinct(_ sites: [Site]) -> [Site] {
    var seen: Set<[String]> = []
    return sites.filter { site in
      let place = site.position.map { [String($0.x), String($0.y)] } ?? ["none", site.postcode]
      return seen.insert(place + [site.precision.rawValue]).inserted
    }
  }

  private static func remit(of rows: [OrganisationRow]) -> Remit {
    if rows.contains(where: { $0.remit == .everywhere }) { return .everywhere }
    var codes: Set<AreaCode> = []
    for row in rows {
      if case .areas(let areas) = row.remit { codes.formUnion(areas) }
    }
    return codes.isEmpty ? .none : .areas(codes.sorted())
  }

  /// All remarks, each once, so that what somebody knows of a place is not lost.
  private static func joined(_ notes: [String]) -> String {
    var seen: Set<String> = []
    return notes.filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: "; ")
  }
}
