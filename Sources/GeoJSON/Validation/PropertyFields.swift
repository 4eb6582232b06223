/// The properties of all features, by name: what kinds of value each holds.
struct PropertyFields {
  private struct Field {
    let name: String
    let offset: Int
    let feature: Int
    /// Where each kind of value was first met.
    var kinds: [(kind: ValueKind, offset: Int, feature: Int)] = []
  }

  /// Names that databases, GDAL or GeoPandas keep for the shape and the row number.
  private static let reserved: Set<String> = [
    "fid", "id", "geometry", "geom", "ogc_fid", "objectid", "shape", "gid",
  ]

  /// In the order they are met.
  private var fields: [Field] = []
  private var places: [String: Int] = [:]

  /// Takes a property of a feature.
  mutating func add(_ kind: ValueKind, to name: String, at offset: Int, feature: Int) {
    let place: Int
    if let known = places[name] {
      place = known
    } else {
      place = fields.count
      places[name] = place
      fields.append(Field(name: name, offset: offset, feature: feature))
    }
    if !fields[place].kinds.contains(where: { $0.kind == kind }) {
      fields[place].kinds.append((kind, offset, feature))
    }
  }

  /// What is wrong with the properties, each field once.
  var faults: [FaultLog.Entry] {
    var faults: [FaultLog.Entry] = []
    var spellings: [String: String] = [:]
    for field in fields {
      func add(
        _ rule: GeoJSONValidator.Rule, at place: (offset: Int, feature: Int)? = nil,
        _ finding: String
      ) {
        faults.append(
          FaultLog.Entry(
            rule: rule, offset: place?.offset ?? field.offset,
            feature: place?.feature ?? field.feature, ring: nil, finding: finding))
      }
      let name = shown(field.name)
      let folded = field.name.lowercased()
      if Self.reserved.contains(folded) {
        add(.reservedPropertyName, "a property is called \(name)")
      }
      if let other = spellings.updateValue(field.name, forKey: folded) {
        add(.namesAlikeInCase, "the properties \(shown(other)) and \(name) differ in capitals only")
      }
      if field.name.utf8.count > 10 {
        add(.nameLongerThanTen, "the property name \(name) has \(field.name.utf8.count) bytes")
      }
      if field.kinds.allSatisfy({ $0.kind == .null }) {
        add(.allNullProperty, "the property \(name) is null wherever it occurs")
      }
      let nested = field.kinds.first { $0.kind == .object || $0.kind == .array }
      if let nested {
        add(
          .nestedProperty, at: (nested.offset, nested.feature),
          "the property \(name) holds \(nested.kind)")
      }
      let plain = field.kinds.filter { [.boolean, .number, .string].contains($0.kind) }
      if plain.count > 1 {
        add(
          .mixedPropertyTypes, at: (plain[1].offset, plain[1].feature),
          "the property \(name) is \(plain[1].kind) here and \(plain[0].kind) in feature "
            + "\(plain[0].feature)")
      }
    }
    return faults
  }
}
