public import ArgumentParser
public import ColdSpotKit
import Foundation

extension AccessMeasure: ExpressibleByArgument {}

/// `coldspot access`: a measure of access, of a study or of plain tables.
struct MeasureAccess: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "access",
    abstract: "Measure access by any of the field's measures, of a study or of plain tables.",
    discussion: """
      With --places and --sites the measure is taken of two tables, else of a study. Costs are \
      straight-line distances in metres, or those of --costs.

      Decays: step, zones:UPTO=WEIGHT,…, gaussian:SD, truncated-gaussian, exponential:RATE, \
      half-life:H, power:EXPONENT,SCALE,FLOOR, linear, logistic:MEDIAN,SD, trapezoid:FULL,LIMIT; \
      --max-cost cuts any of them, and draws those that end at a limit.
      """)

  @Argument(help: "The measure.")
  var measure: AccessMeasure

  @Argument(help: "Study file (TOML), if no tables are given; the embedded London without.")
  var study: String?

  @Option(help: "How costs are weighed, such as gaussian:1200.")
  var decay: String?

  @Option(help: "The highest cost that counts; a cost equal to it is inside.")
  var maxCost: Double?

  @Flag(help: "Divide by the mean over residents.")
  var normalise = false

  @Option(help: "In a study: the function of support whose capacity counts; all without.")
  var function: String?

  @OptionGroup(title: "Tables") var tables: TableOptions
  @OptionGroup(title: "Parameters of single measures") var parameters: ParameterOptions
  @OptionGroup var output: TableOutput

  mutating func validate() throws {
    if study != nil, tables.isGiven { throw ValidationError("Give a study or tables, not both.") }
    if tables.isGiven, function != nil {
      throw ValidationError("--function is for studies; tables have one capacity.")
    }
    if let maxCost, !(maxCost >= 0 && maxCost.isFinite) {
      throw ValidationError("--max-cost is 0 or more.")
    }
    if measure.needsDecay, decay == nil, maxCost == nil {
      throw ValidationError("\(measure.key) needs --decay, or --max-cost for a step.")
    }
    if measure.needsDecay, maxCost == 0 {
      throw ValidationError("--max-cost is above 0 for \(measure.key).")
    }
    if !measure.needsDecay, decay != nil {
      throw ValidationError("\(measure.key) looks at costs alone and takes no --decay.")
    }
    try parameters.validate(for: measure)
    _ = try parsedDecay()
    _ = try parameters.parameters()
  }

  mutating func run() throws {
    let source: AccessQuery.Source =
      if let tables = try tables.tables() {
        .tables(tables)
      } else {
        .study(try Study.at(study), function: function)
      }
    let query = AccessQuery(
      measure, of: source, decay: try parsedDecay(), maximumCost: maxCost,
      parameters: try parameters.parameters(), isNormalised: normalise)
    try output.show(try query.answer())
  }

  /// The decay; a step at the highest cost where none is named.
  private func parsedDecay() throws -> Decay? {
    guard measure.needsDecay else { return nil }
    do {
      return try Decay(decay ?? "step", limit: maxCost)
    } catch {
      throw ValidationError("--decay: \(error).")
    }
  }
}

/// Plain tables of supply and demand, and their columns.
struct TableOptions: ParsableArguments {
  @Option(help: "Table of places with people.")
  var places: String?
  @Option(help: "Table of sites with capacity.")
  var sites: String?
  @Option(help: "Table of costs, a row per pair of a place and a site.")
  var costs: String?
  @Option(help: "Column with the identifier of a place.")
  var placeID = "id"
  @Option(help: "Column with the people of a place.")
  var people = "people"
  @Option(help: "Column with the identifier of a site.")
  var siteID = "id"
  @Option(help: "Column with the capacity of a site.")
  var capacity = "capacity"
  @Option(help: "Column with the easting or longitude, in both tables; \"\" for none.")
  var x = "x"
  @Option(help: "Column with the northing or latitude, in both tables.")
  var y = "y"
  @Option(help: "Column of the costs with the place.")
  var from = "from"
  @Option(help: "Column of the costs with the site.")
  var to = "to"
  @Option(help: "Column of the costs with the cost.")
  var cost = "cost"
  @OptionGroup var system: SystemOption

  var isGiven: Bool { places != nil || sites != nil || costs != nil }

  func tables() throws -> AccessTables? {
    guard isGiven else { return nil }
    guard let places, let sites else {
      throw ValidationError("Tables need both --places and --sites.")
    }
    func columns(_ id: String, _ quantity: String) -> PointTable.Columns {
      PointTable.Columns(
        id: id, quantity: quantity, x: x.isEmpty ? nil : x, y: x.isEmpty ? nil : y)
    }
    return AccessTables(
      places: .init(file: URL(filePath: places), columns: columns(placeID, people)),
      sites: .init(file: URL(filePath: sites), columns: columns(siteID, capacity)),
      costs: costs.map { .init(file: URL(filePath: $0), from: from, to: to, cost: cost) },
      system: try system.system())
  }
}

/// What some measures need beside a decay.
struct ParameterOptions: ParsableArguments {
  @Option(help: "nth-capacity-cost: units of capacity to be met; 1 without.")
  var amount: Double?
  @Option(help: "balancing-cost: step of the grid of costs; 1 without.")
  var costStep: Double?
  @Option(
    help: "balancing-cost, doubly-constrained, capacity-limited: residents per unit of capacity.")
  var peoplePerUnit: Double?
  @Option(help: "spatial-availability: how much the size of a place counts; 1 without.")
  var demandExponent: Double?
  @Option(help: "raam, raam-iteration: the cost of travel that is as bad as ordinary crowding.")
  var tau: Double?
  @Option(help: "raam, raam-iteration: residents per unit of capacity; all by all without.")
  var rho: Double?
  @Option(help: "raam-iteration: number of cycles; 150 without.")
  var cycles: Int?
  @Option(help: "3sfca: the decay by which residents choose among sites; --decay without.")
  var selection: String?

  /// Refuses an option that the measure would not look at, and asks for one that it needs.
  func validate(for measure: AccessMeasure) throws {
    let given: [(name: String, parameter: AccessParameter, isGiven: Bool)] = [
      ("--amount", .amount, amount != nil), ("--cost-step", .costStep, costStep != nil),
      ("--people-per-unit", .peoplePerUnit, peoplePerUnit != nil),
      ("--demand-exponent", .demandExponent, demandExponent != nil),
      ("--tau", .travelScale, tau != nil), ("--rho", .residentsPerCapacity, rho != nil),
      ("--cycles", .cycles, cycles != nil), ("--selection", .selection, selection != nil),
    ]
    for option in given where option.isGiven && !measure.parameters.contains(option.parameter) {
      throw ValidationError("\(measure.key) takes no \(option.name).")
    }
    if measure.parameters.contains(.travelScale), tau == nil {
      throw ValidationError("\(measure.key) needs --tau, in the unit of the costs.")
    }
    if let cycles, cycles < 1 || cycles > 1_000_000 {
      throw ValidationError("--cycles is 1 to 1000000.")
    }
  }

  func parameters() throws -> AccessParameters {
    do {
      return AccessParameters(
        amount: amount ?? 1, costStep: costStep ?? 1, peoplePerUnit: peoplePerUnit ?? 1,
        demandExponent: demandExponent ?? 1, travelScale: tau ?? 1, residentsPerCapacity: rho,
        cycles: cycles ?? 150,
        selection: try selection.map { (text) throws(DecayError) in try Decay(text) })
    } catch {
      throw ValidationError("--selection: \(error).")
    }
  }
}
