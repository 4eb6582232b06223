public import GeometryEngine
public import Places
internal import SimpleFeatures

extension Boundaries {
  /// The same areas, those of some larger areas merged into one each.
  ///
  /// The City of London has 25 wards with fewer people together than any other ward of London alone;
  /// ranked one by one they say little. A merged area has the code and the name of the larger one, and is
  /// found by the codes of those merged too.
  ///
  /// - Parameters:
  ///   - parents: The codes of the larger areas.
  ///   - boroughs: The larger areas.
  /// - Returns: The areas; those that name none of the larger areas as they were.
  /// - Throws: `GeometryEngineError` where shapes cannot be merged.
  public func merging(
    areasOf parents: Set<AreaCode>, in boroughs: Boundaries
  ) throws(GeometryEngineError) -> Boundaries {
    var kept = areas.filter { area in area.parent.map { !parents.contains($0) } ?? true }
    var mergedInto = mergedInto
    for code in parents.sorted() {
      let members = areas.filter { $0.parent == code }
      guard let index = boroughs.index(of: code), !members.isEmpty else { continue }
      for member in members { mergedInto[member.code] = code }
      kept.append(
        Area(
          code: code, name: boroughs.areas[index].name, parent: code,
          shape: try Overlay.union(members.map(\.shape))))
    }
    // Codes of larger areas are no codes of smaller ones: none can stand twice.
    return
      (try? Boundaries(
        level: level, vintage: vintage, areas: kept, mergedInto: mergedInto)) ?? self
  }
}
