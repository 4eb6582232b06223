public import SimpleFeatures

/// Everything a study knows before it computes anything: areas, people, organisations.
public struct StudyData: Sendable {
  /// The smaller areas.
  public let wards: Boundaries
  /// The larger areas; `nil` for a study with one level.
  public let boroughs: Boundaries?
  /// The demand.
  public let places: PlaceTable
  /// The supply, in the order of the ids.
  public let organisations: [Organisation]
  /// The functions that the organisations provide.
  public let functions: FunctionTable
  /// The area for which organisations are held, without the gaps that rivers leave.
  public let outline: MultiPolygon

  /// The data of a study.
  public init(
    wards: Boundaries, boroughs: Boundaries?, places: PlaceTable, organisations: [Organisation],
    functions: FunctionTable, outline: MultiPolygon
  ) {
    self.wards = wards
    self.boroughs = boroughs
    self.places = places
    self.organisations = organisations
    self.functions = functions
    self.outline = outline
  }

  /// The borough that a ward names as its own; `nil` where it names none, or one not held.
  public func borough(of ward: Area) -> Area? {
    guard let boroughs, let code = ward.parent else { return nil }
    return boroughs.index(of: code).map { boroughs.areas[$0] }
  }
}
