public import SimpleFeatures
public import SpatialIndex

/// All areas of one level and one vintage, indexed.
///
/// Areas are held in the order of their codes, so that results do not depend on the order of the
/// file, and a position on a shared border belongs to the area with the lowest code.
public struct Boundaries: Sendable {
  /// What kind of areas these are.
  public let level: AreaLevel
  /// Their edition.
  public let vintage: Vintage
  /// The areas, in the order of their codes.
  public let areas: [Area]
  /// Finds the area at a position.
  public let locator: AreaLocator

  /// The codes of areas that were merged into others, and into which; empty as a rule.
  public let mergedInto: [AreaCode: AreaCode]

  private let indexByCode: [AreaCode: Int]

  /// Indexes the areas.
  ///
  /// - Parameters:
  ///   - level: What kind of areas these are.
  ///   - vintage: Their edition.
  ///   - areas: The areas, in any order.
  ///   - mergedInto: The codes of areas that were merged into others, and into which.
  /// - Throws: ``BoundariesError/duplicateCode(_:)`` when two areas share a code, and
  ///   ``BoundariesError/noAreas`` when there is none.
  public init(
    level: AreaLevel, vintage: Vintage = "", areas: [Area],
    mergedInto: [AreaCode: AreaCode] = [:]
  ) throws(BoundariesError) {
    guard !areas.isEmpty else { throw .noAreas }
    let sorted = areas.sorted { $0.code < $1.code }
    // Not by comparing neighbours: two spellings of one text are equal, but not in byte order.
    var indexByCode: [AreaCode: Int] = [:]
    for (index, area) in sorted.enumerated()
    where indexByCode.updateValue(index, forKey: area.code) != nil {
      throw .duplicateCode(area.code)
    }
    self.level = level
    self.vintage = vintage
    self.areas = sorted
    locator = AreaLocator(sorted.map(\.shape))
    self.indexByCode = indexByCode
    self.mergedInto = mergedInto
  }

  /// The number of areas.
  public var count: Int { areas.count }

  /// The index of an area in ``areas`` by its code, or by that of an area merged into it.
  public func index(of code: AreaCode) -> Int? {
    indexByCode[code] ?? mergedInto[code].flatMap { indexByCode[$0] }
  }

  /// The smallest rectangle around all areas.
  public var bounds: BoundingBox {
    var bounds = BoundingBox.empty
    for area in areas { bounds.formUnion(area.shape.bounds) }
    return bounds
  }
}

/// Why a set of areas cannot serve as boundaries.
public enum BoundariesError: Error, Hashable, Sendable {
  /// There is no area.
  case noAreas
  /// Two areas have this code.
  case duplicateCode(AreaCode)
}
