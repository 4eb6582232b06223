public import ColdSpots
public import GeoJSON

/// The record of a run: what went in, by which rules, what came out, and what was checked.
///
/// It holds no time, so the same inputs give the same bytes with the same program and libraries.
public struct Manifest: Sendable {
  /// An input or output file.
  public struct File: Sendable {
    /// The name, as the study writes it.
    public let name: String
    /// Its size.
    public let bytes: Int
    /// Its SHA-256.
    public let checksum: Checksum
    /// Data rows or features, where counted.
    public let rows: Int?
    /// What it holds, for outputs: the columns of a layer.
    public let columns: [Column]
    /// What else is to be said of it: what became of the rows of an input.
    public let details: [JSONValue.Member]

    /// The record of a file's bytes.
    public init(
      name: String, content: [UInt8], rows: Int? = nil, columns: [Column] = [],
      details: [JSONValue.Member] = []
    ) {
      self.details = details
      self.name = name
      bytes = content.count
      checksum = Checksum(of: content)
      self.rows = rows
      self.columns = columns
    }
  }

  /// The program and its version.
  public var program: String
  /// The libraries that shapes and positions depend on, with their versions.
  public var libraries: [(name: String, value: JSONValue)]
  /// The study's name.
  public var study: String
  /// Every file, column and choice of the study, as the text of a study file.
  public var settings: String
  /// The choices, in reading order.
  public var parameters: [(name: String, value: JSONValue)]
  /// The reference system of the computation and the operation that led to it.
  public var referenceSystem: [(name: String, value: JSONValue)]
  /// The files read.
  public var inputs: [File]
  /// The files written, the manifest itself left out.
  public var outputs: [File]
  /// How many of what went in and came out.
  public var counts: [(name: String, value: JSONValue)]
  /// The functions of support, one object each.
  public var functions: [JSONValue]
  /// The standard of each function.
  public var standards: [(name: String, value: JSONValue)]
  /// What was noticed, one object each.
  public var findings: [JSONValue]
  /// What was checked.
  public var invariants: [Invariant]
  /// The credits of the inputs really used.
  public var attribution: [String]

  /// A record from its parts.
  public init(
    program: String, libraries: [(name: String, value: JSONValue)], study: String,
    settings: String,
    parameters: [(name: String, value: JSONValue)],
    referenceSystem: [(name: String, value: JSONValue)], inputs: [File], outputs: [File],
    counts: [(name: String, value: JSONValue)], functions: [JSONValue] = [],
    standards: [(name: String, value: JSONValue)],
    findings: [JSONValue], invariants: [Invariant], attribution: [String]
  ) {
    self.program = program
    self.libraries = libraries
    self.study = study
    self.settings = settings
    self.parameters = parameters
    self.referenceSystem = referenceSystem
    self.inputs = inputs
    self.outputs = outputs
    self.counts = counts
    self.functions = functions
    self.standards = standards
    self.findings = findings
    self.invariants = invariants
    self.attribution = attribution
  }

  /// The record as the content of `manifest.json`.
  public var json: [UInt8] { JSONWriter(layout: .pretty).write(document) }

  /// The record as JSON.
  public var document: JSONValue {
    .object([
      .init("schema", .string("coldspot/manifest/1")),
      .init("program", .string(program)),
      .init("libraries", Self.object(libraries)),
      .init("study", .string(study)),
      .init("settings", .string(settings)),
      .init("parameters", Self.object(parameters)),
      .init("reference_system", Self.object(referenceSystem)),
      .init("inputs", .array(inputs.map(\.json))),
      .init("outputs", .array(outputs.map(\.json))),
      .init("counts", Self.object(counts)),
      .init("functions", .array(functions)), .init("standards", Self.object(standards)),
      .init("findings", .array(findings)),
      .init("invariants", .array(invariants.map(\.json))),
      .init("attribution", .array(attribution.map(JSONValue.string))),
    ])
  }

  private static func object(_ members: [(name: String, value: JSONValue)]) -> JSONValue {
    .object(members.map { .init($0.name, $0.value) })
  }
}

extension Manifest.File {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("name", .string(name)), .init("bytes", .integer(bytes)),
      .init("sha256", .string(checksum.description)),
    ]
    if let rows { members.append(.init("rows", .integer(rows))) }
    members += details
    if !columns.isEmpty {
      members.append(
        .init(
          "columns",
          .object(columns.map { .init($0.name, .string($0.meaning)) })))
    }
    return .object(members)
  }
}

extension Invariant {
  fileprivate var json: JSONValue {
    .object([
      .init("what", .string(name)), .init("holds", .bool(holds)),
      .init("expected", .number(expected)), .init("found", .number(found)),
      .init("relative_error", .number(relativeError)), .init("tolerance", .number(tolerance)),
    ])
  }
}
