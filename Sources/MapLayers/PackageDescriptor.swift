public import GeoJSON

/// What a folder of files holds, for programs and people: a Frictionless data package.
///
/// It holds no time, so the same files give the same bytes.
///
/// - SeeAlso: Frictionless Data, *Data Package* and *Table Schema* (v1),
///   specs.frictionlessdata.io.
public struct PackageDescriptor: Sendable {
  /// One file of the package.
  public struct Resource: Sendable {
    /// The name of the file.
    public let file: String
    /// What it shows.
    public let title: String
    /// Its media type.
    public let mediaType: String
    /// Its size.
    public let bytes: Int
    /// Its SHA-256.
    public let checksum: Checksum
    /// Its columns; empty for a file that is no table.
    public let columns: [Column]

    /// A file from its parts.
    ///
    /// - Complexity: O(*n*) in the size of the content.
    public init(
      file: String, title: String, mediaType: String, content: [UInt8], columns: [Column] = []
    ) {
      self.init(
        Manifest.File(name: file, content: content), title: title, mediaType: mediaType,
        columns: columns)
    }

    /// A file that a manifest records, whose checksum need not be computed again.
    public init(
      _ record: Manifest.File, title: String, mediaType: String, columns: [Column] = []
    ) {
      file = record.name
      bytes = record.bytes
      checksum = record.checksum
      self.title = title
      self.mediaType = mediaType
      self.columns = columns
    }
  }

  /// The package's name: lower case letters, digits and hyphens.
  public let name: String
  /// Its title, for people.
  public let title: String
  /// What it is.
  public let description: String
  /// The credits of the inputs really used.
  public let attribution: [String]
  /// Its files.
  public let resources: [Resource]

  /// A package from its parts.
  ///
  /// - Parameters:
  ///   - title: For people; the name is made from it.
  ///   - description: What the package is.
  ///   - attribution: The credits of the inputs really used.
  ///   - resources: Its files.
  public init(
    title: String, description: String, attribution: [String], resources: [Resource]
  ) {
    let words = title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    name = words.isEmpty ? "coldspot" : words.joined(separator: "-")
    self.title = title
    self.description = description
    self.attribution = attribution
    self.resources = resources
  }

  /// The descriptor, the content of `datapackage.json`.
  public var json: [UInt8] {
    JSONWriter(layout: .pretty).write(
      .object([
        .init("profile", .string("data-package")), .init("name", .string(name)),
        .init("title", .string(title)), .init("description", .string(description)),
        .init("attribution", .string(attribution.joined(separator: " "))),
        .init("resources", .array(resources.map(\.json))),
      ]))
  }
}

extension PackageDescriptor.Resource {
  fileprivate var json: JSONValue {
    let parts = file.split(separator: ".")
    let isTable = parts.last == "csv"
    var members: [JSONValue.Member] = [
      .init("name", .string(parts.joined(separator: "-").lowercased())),
      .init("path", .string(file)), .init("title", .string(title)),
      .init("profile", .string(isTable ? "tabular-data-resource" : "data-resource")),
      .init("format", .string(parts.last.map(String.init) ?? "")),
      .init("mediatype", .string(mediaType)), .init("encoding", .string("utf-8")),
      .init("bytes", .integer(bytes)),
      .init("hash", .string("sha256:\(checksum)")),
    ]
    if !columns.isEmpty {
      members.append(
        .init(
          "schema",
          .object([
            .init("fields", .array(columns.map(\.field))),
            .init("missingValues", .array([.string("")])),
          ])))
    }
    return .object(members)
  }
}

extension Column {
  /// The column as a field of a table schema.
  fileprivate var field: JSONValue {
    var members: [JSONValue.Member] = [.init("name", .string(name))]
    switch kind {
    case .text: members.append(.init("type", .string("string")))
    case .integer: members.append(.init("type", .string("integer")))
    case .decimal(let places):
      members += [.init("type", .string("number")), .init("decimals", .integer(places))]
    }
    return .object(members + [.init("description", .string(meaning))])
  }

  /// A column from its field in a table schema; text where the type is not one of ours.
  public init?(field: JSONValue) {
    guard let name = field["name"]?.text else { return nil }
    let kind: Kind =
      switch field["type"]?.text {
      case "integer": .integer
      case "number": .decimal(places: Int(field["decimals"]?.text ?? "") ?? 6)
      default: .text
      }
    self.init(name, kind, field["description"]?.text ?? "")
  }
}
