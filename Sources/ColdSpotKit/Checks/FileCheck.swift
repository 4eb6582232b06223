internal import Foundation
internal import GeoJSON
internal import GeometryEngine
internal import Intake
internal import MapLayers
internal import Places
internal import Postcodes

/// Checks files one by one in the light of a study: its areas, its postcodes, its names.
struct FileCheck {
  private let reader: OrganisationReader

  /// Reads what the study looks things up in; its own organisations are not needed.
  init(in study: Study) throws(StudyError) {
    var loader = StudyLoader(study)
    do {
      let ground = try loader.ground()
      var reader = try loader.organisationReader(
        on: ground, functions: try loader.functions(), postcodes: try loader.postcodes())
      // The study's columns are those of its own file.
      let everywhere = reader.columns.everywhere
      reader = reader.reading(OrganisationReader.Columns(everywhere: everywhere))
      reader.requiresSpecialisms = false
      self.reader = reader
    } catch {
      throw StudyError(error)
    }
  }

  /// What is wrong with a file.
  func report(_ url: URL, name: String) -> CheckReport {
    var errors = Errors()
    let report = errors.attempt { try judged(InputFile(url, name: name)).report }
    return CheckReport(
      files: report?.files ?? [CheckReport.File(name: name, kind: "unreadable", account: nil)],
      findings: errors.findings + (report?.findings ?? []))
  }

  /// What is wrong with a file, and a copy with all that has one possible reading put right.
  func repairing(
    _ url: URL, name: String, shapes: Bool
  ) throws(StudyError) -> (report: CheckReport, repair: FileRepair) {
    do {
      let judged = try judged(InputFile(url, name: name))
      if let table = judged.table {
        return (judged.report, FileRepair(of: table, findings: judged.report.findings))
      }
      guard let areas = judged.areas else {
        throw IntakeError.limitExceeded(file: name, reason: "a file without rows to repair")
      }
      return (judged.report, try areas.repair(mending: shapes))
    } catch {
      throw StudyError(error)
    }
  }

  private struct Judged {
    var report: CheckReport
    var table: Table?
    var areas: AreaCheck?
  }

  private func judged(_ file: InputFile) throws -> Judged {
    let attributes = try AttributeFile(file)
    if let areas = attributes.areas { return try judged(areas) }
    let table = attributes.table
    if table.recognised.source.isPostcodeDirectory {
      let (_, accounts, findings) = try PostcodeDirectoryReader().read([file])
      return Judged(
        report: report(file, "postcodes", accounts.first, findings), table: table)
    }
    if table.recognised.holdsOrganisations {
      let reading = try reader.survey(file)
      return Judged(
        report: report(
          file, "organisations", reading.account,
          IntakeError.findings(reading.problems) + reading.findings),
        table: table)
    }
    let check = AreaTableCheck(table, ground: reader.ground)
    return Judged(
      report: report(
        file, "table", check.account, IntakeError.findings(check.problems) + table.findings),
      table: table)
  }

  private func judged(_ areas: AreaFile) throws -> Judged {
    let level = AreaLevel(recognisedIn: areas)
    let projection = try StudyProjection(to: areas.metricSystem())
    let check = AreaCheck(
      source: areas, reader: AreaReader(level: level), projection: projection)
    return Judged(
      report: CheckReport(
        files: [
          CheckReport.File(
            name: areas.file, kind: "\(level)s",
            account: RowAccount(rows: areas.collection.features.count))
        ], findings: check.findings(within: nil) + areas.findings),
      areas: check)
  }

  private func report(
    _ file: InputFile, _ kind: String, _ account: RowAccount?, _ findings: [Finding]
  ) -> CheckReport {
    CheckReport(
      files: [CheckReport.File(name: file.name, kind: kind, account: account)],
      findings: findings)
  }
}
