public import Foundation
internal import GeoJSON
public import GeometryEngine
internal import Intake
internal import MapLayers
internal import Places
internal import SimpleFeatures
internal import SpatialStatistics

/// Figures of one set of areas, carried over to another by the area that they share.
public struct InterpolationQuery: Sendable {
  /// The areas that have the figures, as GeoJSON.
  public var sources: URL
  /// The areas that want them, as GeoJSON.
  public var targets: URL
  /// The property with the sources' identifiers.
  public var sourceID: String
  /// The property with the targets' identifiers.
  public var targetID: String
  /// Properties that are totals: people, organisations, pounds.
  public var extensive: [String] = []
  /// Properties that are means: rates, scores, shares.
  public var intensive: [String] = []
  /// Properties that are kinds.
  public var categorical: [String] = []
  /// Whether a source is shared out wholly among the targets it touches, even if a part of it
  /// lies outside all of them.
  public var allocatesTotal = false
  /// The reference system of both files, where they do not tell.
  public var system: ReferenceSystem?

  /// A query without any figures yet.
  public init(from sources: URL, id sourceID: String, to targets: URL, id targetID: String) {
    self.sources = sources
    self.targets = targets
    self.sourceID = sourceID
    self.targetID = targetID
  }

  /// The figures of the targets.
  ///
  /// - Returns: One row per target, in the order of its file; a figure is empty where the target
  ///   overlaps no source that has one, and `reason` says so. The notes say what lies outside all targets.
  /// - Throws: ``StudyError``.
  public func answer() throws(StudyError) -> ResultTable {
    do {
      return try Interpolation(self).figures()
    } catch let error as CrosswalkError {
      throw .query(.table(file: sources.lastPathComponent, reason: "\(error)"))
    } catch {
      throw StudyError(error)
    }
  }

  /// The weights themselves, to be published with the figures: `source`, `target`, `weight`, and
  /// whether the target is the source's best fit.
  ///
  /// - Throws: ``StudyError``.
  public func weights() throws(StudyError) -> ResultTable {
    do {
      return try Interpolation(self).weights()
    } catch {
      throw StudyError(error)
    }
  }
}

/// The two files, overlaid.
private struct Interpolation {
  private let query: InterpolationQuery
  private let table: Table
  private let sourceIDs: [String]
  private let targetIDs: [String]
  private let crosswalk: Crosswalk
  private let geometries: [Geometry?]

  init(_ query: InterpolationQuery) throws {
    let sources = try AttributeFile(InputFile(query.sources), system: query.system)
    let targets = try AttributeFile(InputFile(query.targets), system: query.system)
    guard let sourceAreas = sources.areas, let targetAreas = targets.areas else {
      throw QueryError.option("Areas to carry figures from and to must be GeoJSON.")
    }
    let projection = try StudyProjection(to: sourceAreas.metricSystem())
    sourceIDs = try sources.table.identifiers(query.sourceID)
    targetIDs = try targets.table.identifiers(query.targetID)
    let from = try sources.shapes(
      of: sourceAreas, ids: sourceIDs, idColumn: query.sourceID, in: projection)
    let to = try targets.shapes(
      of: targetAreas, ids: targetIDs, idColumn: query.targetID, in: projection)
    let overlaps = try AreaOverlaps(of: from, with: to).pairs
    do {
      crosswalk = try Crosswalk(
        overlaps: overlaps.map {
          Crosswalk.Overlap(source: $0.source, target: $0.target, size: $0.area)
        }, sourceAreas: from.map(\.area), targetAreas: to.map(\.area))
    } catch {
      throw QueryError.table(file: sources.table.file, reason: "\(error)")
    }
    let layer = LayerProjection(
      try CoordinateTransform(from: .wgs84, to: projection.target))
    geometries = try to.map { try layer.area($0) }
    table = sources.table
    self.query = query
  }

  func figures() throws -> ResultTable {
    var header = ["id"]
    var columns: [[Double?]] = []
    var notes: [String] = []
    for name in query.extensive {
      let totals = try crosswalk.extensive(
        table.optionalNumbers(name), allocateTotal: query.allocatesTotal)
      guard totals.balance.holds else {
        throw StudyError.invariantBroken("the totals of \(name) add up")
      }
      header.append(name)
      columns.append(totals.totals)
      notes.append("\(name): " + text(totals.balance))
    }
    for name in query.intensive {
      header.append(name)
      columns.append(try crosswalk.intensive(table.optionalNumbers(name)).means)
    }
    for name in query.categorical {
      let index = try table.requiredColumn(named: name)
      let labels = (0..<table.rowCount).map { row -> String? in
        let text = table.text(row: row, column: index)
        return text.isEmpty ? nil : text
      }
      let shares = crosswalk.categorical(labels)
      for label in shares.keys.sorted() {
        header.append("\(name)_\(label)")
        columns.append(shares[label] ?? [])
      }
    }
    let touched = Set(crosswalk.overlaps.map(\.target))
    let rows = targetIDs.indices.map { target -> [PropertyValue] in
      let cells = columns.map { $0[target].map(PropertyValue.number) ?? .null }
      let reason =
        touched.contains(target) ? (cells.contains(.null) ? "no_value" : "") : "nothing_overlaps"
      return [.text(targetIDs[target])] + cells + [.text(reason)]
    }
    let apart = targetIDs.count - touched.count
    if apart > 0 { notes.append("\(counted(apart, "target")) that no source overlaps") }
    return ResultTable(
      name: "interpolated", header: header + ["reason"], rows: rows, notes: notes,
      geometries: geometries)
  }

  func weights() -> ResultTable {
    let best = BestFit(crosswalk).targets
    let rows = crosswalk.weights(allocateTotal: query.allocatesTotal).map {
      weight -> [PropertyValue] in
      [
        .text(sourceIDs[weight.source]), .text(targetIDs[weight.target]), .number(weight.weight),
        .text(best[weight.source] == weight.target ? "yes" : "no"),
      ]
    }
    return ResultTable(
      name: "weights", header: ["source", "target", "weight", "best_fit"], rows: rows)
  }

  private func text(_ balance: TransferBalance) -> String {
    func number(_ value: Double) -> String { NumberText.text(value, decimals: 1) }
    var parts = [
      "\(number(balance.sources)) in the sources", "\(number(balance.targets)) in the targets",
    ]
    if balance.unassigned != 0 { parts.append("\(number(balance.unassigned)) outside all targets") }
    if balance.repeated != 0 { parts.append("\(number(balance.repeated)) counted more than once") }
    return parts.joined(separator: ", ")
  }
}
