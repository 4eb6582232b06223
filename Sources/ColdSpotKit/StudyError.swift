public import GeometryEngine
public import Intake
public import MapLayers

/// Why a study cannot be run.
public enum StudyError: Error, Sendable {
  /// The study file is wrong.
  case settings(SettingsError)
  /// An input is wrong, or inputs do not fit together.
  case intake(IntakeError)
  /// A shape or a position defeated GEOS or PROJ.
  case geometry(GeometryEngineError)
  /// The outputs cannot be written.
  case output(OutputError)
  /// A folder is not that of a run, or not as the run left it.
  case published(PublishedRunError)
  /// A layer cannot be put into a format.
  case export(format: ExportFormat, reason: String)
  /// A question about tables cannot be answered.
  case query(QueryError)
  /// There is no such area, postcode or position in the study.
  case notFound(String)
  /// The embedded data are not where they should be.
  case dataNotFound(searched: [String])
  /// An invariant does not hold: the program is wrong, not the data.
  case invariantBroken(String)

  /// The exit statuses of the command; stable.
  public enum ExitStatus: Int32, Sendable {
    /// The study file or the options are wrong.
    case usage = 2
    /// An input cannot be read or parsed.
    case unreadableInput = 3
    /// Inputs do not fit together.
    case misfit = 4
    /// Outputs exist or cannot be written.
    case output = 5
    /// A published limit was hit.
    case limit = 6
    /// The program is wrong.
    case internalFault = 70
  }

  /// What the command exits with.
  public var exitStatus: ExitStatus {
    switch self {
    case .settings, .notFound: .usage
    case .intake(let error):
      error.exceedsLimit ? .limit : error.isMisfit ? .misfit : .unreadableInput
    case .geometry, .dataNotFound, .published: .unreadableInput
    case .query(let error): error.isUsage ? .usage : .unreadableInput
    case .output, .export: .output
    case .invariantBroken: .internalFault
    }
  }

  /// The stable code of the error, such as `E210`.
  public var code: String {
    switch self {
    case .settings(let error): error.code
    case .intake(let error): error.code
    case .geometry: "E214"
    case .output(let error): error.code
    case .query(let error): error.isUsage ? "E106" : "E216"
    case .published: "E221"
    case .export: "E504"
    case .notFound: "E105"
    case .dataNotFound: "E215"
    case .invariantBroken: "E700"
    }
  }

  /// What the user can try; empty when the description says it all.
  public var suggestion: String {
    switch self {
    case .settings(let error): error.suggestion
    case .intake(let error): error.suggestion
    case .output(let error): error.suggestion
    case .query(let error): error.suggestion
    case .published(let error): error.suggestion
    case .geometry, .notFound, .export: ""
    case .dataNotFound: "Set COLDSPOT_DATA to the folder \"boundaries\" of the project."
    case .invariantBroken: "Please report this, with the manifest or the inputs."
    }
  }
}

extension StudyError {
  /// The study's view of an error of a module below; anything unforeseen is a fault of ours.
  init(_ error: any Error) {
    switch error {
    case let error as StudyError: self = error
    case let error as SettingsError: self = .settings(error)
    case let error as IntakeError: self = .intake(error)
    case let error as GeometryEngineError: self = .geometry(error)
    case let error as OutputError: self = .output(error)
    case let error as QueryError: self = .query(error)
    case let error as PublishedRunError: self = .published(error)
    default: self = .invariantBroken("no error other than those foreseen: \(error)")
    }
  }
}

extension StudyError: CustomStringConvertible {
  /// Where, what and why.
  public var description: String {
    switch self {
    case .settings(let error): error.description
    case .intake(let error): error.description
    case .geometry(let error): error.description
    case .output(let error): error.description
    case .query(let error): error.description
    case .published(let error): error.description
    case .export(let format, let reason):
      "The layers cannot be written as \(format.rawValue): \(reason)."
    case .notFound(let what): what
    case .dataNotFound(let searched):
      "The embedded data were not found; looked in \(searched.joined(separator: ", "))."
    case .invariantBroken(let what): "This should always hold, and did not: \(what)."
    }
  }
}
