internal import Places
internal import SimpleFeatures
internal import SpatialIndex

/// What was noticed about the organisations of a file, gathered row by row.
struct OrganisationNotes {
  let file: String
  private var unmappedSpecialisms: [String: Int] = [:]
  private var unresolvedRemits: [String] = []
  private var outside: [String] = []
  private var withoutFunction: [String] = []
  private var withoutReach: [String] = []
  private var unplacedPostcodes: [String] = []
  private var unknownZones: [String] = []

  init(file: String) {
    self.file = file
  }

  mutating func unmapped(_ specialism: String) {
    unmappedSpecialisms[specialism, default: 0] += 1
  }

  mutating func unresolved(_ code: AreaCode, of id: String) {
    unresolvedRemits.append("\(id): \(code)")
  }

  mutating func unplaced(_ id: String, postcode: String) {
    unplacedPostcodes.append("\(id): \(postcode)")
  }

  /// An area of benefit whose organisation is not in the table.
  mutating func unknown(_ id: String) {
    unknownZones.append(id)
  }

  mutating func take(_ organisation: Organisation, wards: Boundaries) {
    if let position = organisation.site.position, wards.locator.area(at: position) == nil {
      outside.append(organisation.id)
    }
    if organisation.functions.isEmpty { withoutFunction.append(organisation.id) }
    if organisation.site.measurablePosition == nil, organisation.remit == .none,
      organisation.areaOfBenefit == nil
    {
      withoutReach.append(organisation.id)
    }
  }

  func findings() -> [Finding] {
    var findings: [Finding] = []
    func add(
      _ code: String, _ severity: Finding.Severity, _ who: [String], _ noun: String,
      _ message: String
    ) {
      guard !who.isEmpty else { return }
      findings.append(
        Finding(
          code, severity, file: file, message: "\(file): \(counted(who.count, noun)) \(message)",
          examples: who.sorted()))
    }
    add(
      "W101", .warning, outside, "organisation",
      "outside every area, serving those inside who are within reach.")
    add(
      "W103", .warning, unresolvedRemits, "remit entry",
      "naming an area that the boundaries do not have, left out.")
    add(
      "N104", .note, unmappedSpecialisms.map { "\($0) (\($1))" }, "specialism",
      "missing from the table of functions, counting for nothing.")
    add(
      "N109", .note, withoutFunction, "organisation",
      "without any of the functions: drawn, but supporting nobody.")
    add(
      "W110", .warning, withoutReach, "organisation",
      "with neither a usable location nor a remit, reaching nobody.")
    add(
      "W112", .warning, unplacedPostcodes, "organisation",
      "with a postcode whose sector is not held, left without a location.")
    add(
      "W114", .warning, unknownZones, "area",
      "of benefit for an organisation that the table does not have, left out.")
    return findings
  }
}
