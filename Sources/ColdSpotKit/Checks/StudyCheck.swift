internal import GeometryEngine
internal import Intake
internal import Places
internal import Postcodes

/// Checks every file of a study, as far as each can be without those that are broken.
struct StudyCheck {
  private let study: Study

  init(_ study: Study) {
    self.study = study
  }

  func report() -> CheckReport {
    var whole = StudyLoader(study)
    if let loaded = try? whole.load() {
      return report(
        loaded.inputs, findings: boundaryFindings(&whole) + loaded.findings)
    }
    return reportOfParts()
  }

  /// Where the whole cannot be loaded: every part that can be judged without the broken ones.
  private func reportOfParts() -> CheckReport {
    var loader = StudyLoader(study)
    var errors = Errors()
    errors.attempt { try study.settings.requireValid(file: study.file) }
    let ground = errors.attempt { try loader.ground() }
    let functions = errors.attempt { try loader.functions() }
    let postcodes = errors.attempt { try loader.postcodes() }
    var findings = boundaryFindings(&loader)
    if let ground {
      let problems = errors.attempt { try loader.placeProblems(on: ground) }
      errors.intake += problems ?? []
      if let functions {
        let problems = errors.attempt {
          let reader = try loader.organisationReader(
            on: ground, functions: functions, postcodes: postcodes ?? nil)
          let file = try loader.input(study.settings.organisations.file)
          let reading = try reader.survey(file)
          loader.findings += reading.findings
          loader.record(file, reading.account)
          return reading.problems
        }
        errors.intake += problems ?? []
      }
    } else {
      findings.append(
        Finding(
          "N152", .note, file: study.file, count: 1,
          message: "\(study.file): places and organisations were not checked against the areas, "
            + "which cannot be used yet."))
    }
    return report(loader.inputs, findings: errors.findings + findings + loader.findings)
  }

  private func report(_ inputs: [LoadedStudy.Input], findings: [Finding]) -> CheckReport {
    CheckReport(
      files: inputs.map {
        CheckReport.File(name: $0.file.name, kind: kind(of: $0.file.name), account: $0.account)
      },
      findings: findings)
  }

  /// What a file is for in the study.
  private func kind(of file: String) -> String {
    let settings = study.settings
    if file == study.file { return "study" }
    if file == settings.wards.file { return settings.wards.level.description + "s" }
    if file == settings.boroughs?.file { return "\(settings.boroughs?.level.description ?? "")s" }
    if file == settings.places.file { return "places" }
    if file == settings.organisations.file { return "organisations" }
    if file == settings.need.file { return "need" }
    if file == settings.functions { return "functions" }
    if settings.organisations.postcodes.contains(where: file.hasPrefix) { return "postcodes" }
    return "lookup"
  }

  /// What is wrong with the shapes of the areas, and how they fit together.
  private func boundaryFindings(_ loader: inout StudyLoader) -> [Finding] {
    var findings: [Finding] = []
    // What reading them finds is told already.
    let told = loader.findings
    defer { loader.findings = told }
    guard let wards = try? loader.areaFile(study.settings.wards) else { return [] }
    let system = study.settings.system ?? (try? wards.metricSystem())
    guard let system, let projection = try? StudyProjection(to: system) else { return [] }
    let boroughs = study.settings.boroughs.flatMap { source in
      (try? loader.areaFile(source)).map { (source, $0) }
    }
    let above = boroughs.map {
      AreaCheck(source: $0.1, reader: AreaReader($0.0), projection: projection)
    }
    if let above { findings += above.findings(within: nil) }
    findings += AreaCheck(
      source: wards, reader: AreaReader(study.settings.wards), projection: projection
    ).findings(within: above)
    return findings
  }
}

/// Gathers what goes wrong while the rest is still checked.
struct Errors {
  var intake: [IntakeError] = []
  private var others: [StudyError] = []

  /// The result of a step; `nil` where it failed, which is kept.
  @discardableResult
  mutating func attempt<Result>(_ step: () throws -> Result) -> Result? {
    do {
      return try step()
    } catch let error as IntakeError {
      intake.append(error)
    } catch {
      others.append(StudyError(error))
    }
    return nil
  }

  /// A finding for each kind of error in each file.
  var findings: [Finding] {
    IntakeError.findings(intake)
      + others.map {
        Finding(
          $0.code, .error, file: "", count: 1, message: $0.description, suggestion: $0.suggestion)
      }
  }
}
