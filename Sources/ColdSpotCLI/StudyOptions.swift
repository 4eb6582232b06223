public import ArgumentParser
public import ColdSpotKit
import Foundation

extension PanLondonRule: ExpressibleByArgument {}
extension Progress.Mode: ExpressibleByArgument {}

/// The choices of a study that may be made on the command line; they stand before the file's.
struct ChoiceOptions: ParsableArguments {
  @Option(help: "Radius of a catchment in metres.")
  var radius: Double?

  @Option(help: "Decay with distance: step, linear, truncated-gaussian, gaussian:SD, …")
  var decay: String?

  @Option(help: "Count the nearest K organisations at any distance, instead of a radius.")
  var nearest: Int?

  @Flag(help: "Count remits and areas of benefit only, not distance.")
  var remitOnly = false

  @Option(help: "Weight of a mandate without presence, 0 to 1.")
  var remitWeight: Double?

  @Option(help: "Whether providers that serve the whole area count.")
  var panLondon: PanLondonRule?

  @Option(help: "Exponent of need in the score, 0 to 1.")
  var needExponent: Double?

  @Option(help: "A status that counts; repeat for several.")
  var status: [String] = []

  @Option(help: "A kind of organisation that counts, such as cvs; repeat for several.")
  var kind: [String] = []

  mutating func validate() throws {
    let rules = [radius != nil || decay != nil, nearest != nil, remitOnly]
    if rules.count(where: \.self) > 1 {
      throw ValidationError("Give one of --radius and --decay, --nearest, or --remit-only.")
    }
  }

  /// A study with these choices.
  func applied(to study: Study) throws -> Study {
    var study = study
    if remitOnly {
      study.settings.catchment.reach = .remitOnly
    } else if let nearest {
      study.settings.catchment.reach = .nearest(count: nearest)
    } else if radius != nil || decay != nil {
      do {
        study.settings.catchment.reach = try study.settings.catchment.reach.replacing(
          radius: radius.map { .metres($0) }, decay: decay)
      } catch {
        throw ValidationError("\(error)")
      }
    }
    if let remitWeight { study.settings.catchment.remitWeight = remitWeight }
    if let panLondon { study.settings.catchment.panLondon = panLondon }
    if !status.isEmpty { study.settings.catchment.statuses = Set(status) }
    if !kind.isEmpty { study.settings.catchment.kinds = Set(kind) }
    if let needExponent { study.settings.score.needExponent = needExponent }
    return study
  }
}

/// Which study a command works on, other than by its first argument.
struct StudyOptions: ParsableArguments {
  @Option(name: [.short, .customLong("config")], help: "Study file; the embedded London without.")
  var config: String?

  @OptionGroup(title: "Choices") var choices: ChoiceOptions

  func study() throws -> Study {
    try choices.applied(to: Study.at(config))
  }
}

extension Study {
  /// The study in a file, or the embedded one.
  static func at(_ path: String?) throws -> Study {
    if let path { return try Study(contentsOf: URL(filePath: path)) }
    return try Study.london()
  }

  /// The study with another directory of postcodes, if one is given.
  func withPostcodes(_ paths: [String]) -> Study {
    guard !paths.isEmpty else { return self }
    var study = self
    // Those of a study file start from its folder, these from where the command is run.
    study.settings.organisations.postcodes = paths.map { URL(filePath: $0).absoluteURL.path }
    return study
  }
}
