/// What takes in an XML document element by element.
protocol XMLVisitor: AnyObject {
  /// An element begins; the name is without its prefix.
  func start(_ name: String, _ attributes: XMLAttributes) throws(FormatError)

  /// An element ends, with the text since the last tag before: for an element without others in
  /// it, its content as UTF-8.
  func end(_ name: String, text: [UInt8]) throws(FormatError)
}

/// The attributes of an element.
struct XMLAttributes {
  private var names: [String] = []
  private var values: [String] = []

  mutating func removeAll() {
    names.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }

  mutating func append(name: String, value: String) {
    names.append(name)
    values.append(value)
  }

  /// The value of an attribute by its name as written.
  subscript(name: String) -> String? {
    names.firstIndex(of: name).map { values[$0] }
  }

  /// The value of an attribute by its name without a prefix.
  subscript(local name: String) -> String? {
    names.firstIndex { $0.split(separator: ":").last.map(String.init) == name }.map { values[$0] }
  }

  /// Whether an attribute says yes, in one of the ways that XML Schema has for it.
  func isTrue(_ name: String) -> Bool { self[name] == "1" || self[name] == "true" }
}
