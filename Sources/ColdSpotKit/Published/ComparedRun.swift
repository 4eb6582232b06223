internal import Foundation
internal import GeoJSON
internal import MapLayers

/// One of two runs that are compared.
struct ComparedRun {
  /// An area as the run shows it.
  struct Area {
    let name: String
    let borough: String
    let figures: RunComparison.Figures
  }

  let run: PublishedRun
  let record: RunRecord
  /// The areas by code.
  let figures: [String: Area]

  init(_ run: PublishedRun, level: RunComparison.Level) throws {
    self.run = run
    record = try RunRecord(run.manifest)
    figures = try Self.figures(of: run, level: level)
  }

  /// The areas of a level by their codes; the first of those that share one.
  ///
  /// - Throws: ``StudyError/notFound(_:)`` for a run without such a level.
  static func figures(
    of run: PublishedRun, level: RunComparison.Level
  ) throws(StudyError) -> [String: Area] {
    guard let layer = run.layer("\(level.rawValue)s") else {
      throw .notFound("\(run.study) has no \(level.rawValue)s to compare.")
    }
    let columns = layer.columns.map(\.name)
    func column(_ name: String) -> Int? { columns.firstIndex(of: name) }
    let (code, name, borough) = (column("code"), column("name"), column("boro_name"))
    let (rank, score) = (column("rank"), column("score"))
    let (need, lack, firmness) = (column("need"), column("lack"), column("class"))
    var areas: [String: Area] = [:]
    for feature in layer.features {
      func text(_ column: Int?) -> String? {
        guard let column, case .text(let text) = feature.values[column] else { return nil }
        return text
      }
      func number(_ column: Int?) -> Double? {
        // As it is written: a figure just computed has digits that no file has.
        guard let column, let number = Double(feature.values[column].plainText), number.isFinite
        else { return nil }
        return number
      }
      guard let code = text(code), areas[code] == nil else { continue }
      let name = text(name) ?? code
      areas[code] = Area(
        name: name, borough: text(borough) ?? name,
        figures: RunComparison.Figures(
          rank: number(rank).flatMap { Int(exactly: $0) }, score: number(score),
          need: number(need), lack: number(lack), coldSpotClass: text(firmness)))
    }
    return areas
  }
}
