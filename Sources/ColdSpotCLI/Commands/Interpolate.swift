import ArgumentParser
import ColdSpotKit
import Foundation

/// `coldspot interpolate`: figures of one set of areas, carried over to another.
struct Interpolate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Carry figures of one set of areas over to another by the area they share.")

  @Argument(help: "The areas that have the figures, as GeoJSON.")
  var sources: String

  @Argument(help: "The areas that want them, as GeoJSON.")
  var targets: String

  @Option(help: "The property with the sources' identifiers.")
  var sourceID = "code"

  @Option(help: "The property with the targets' identifiers.")
  var targetID = "code"

  @Option(help: "A property that is a total, such as people; repeat for several.")
  var extensive: [String] = []

  @Option(help: "A property that is a mean, such as a rate; repeat for several.")
  var intensive: [String] = []

  @Option(help: "A property that is a kind, such as a borough; repeat for several.")
  var categorical: [String] = []

  @Flag(help: "Share out sources wholly, even those that lie partly outside all targets.")
  var allocateTotal = false

  @Flag(help: "Show the weights and the best fit of each source instead of figures.")
  var weights = false

  @OptionGroup var system: SystemOption
  @OptionGroup var output: TableOutput

  mutating func validate() throws {
    let isEmpty = extensive.isEmpty && intensive.isEmpty && categorical.isEmpty
    if isEmpty != weights {
      throw ValidationError(
        "Give figures (--extensive, --intensive, --categorical), or --weights.")
    }
  }

  mutating func run() throws {
    var query = InterpolationQuery(
      from: URL(filePath: sources), id: sourceID, to: URL(filePath: targets), id: targetID)
    query.extensive = extensive
    query.intensive = intensive
    query.categorical = categorical
    query.allocatesTotal = allocateTotal
    query.system = try system.system()
    try output.show(weights ? try query.weights() : try query.answer())
  }
}
