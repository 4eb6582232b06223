/// The parts that a part of the package refers to.
///
/// - SeeAlso: ISO/IEC 29500-2:2021, *Open packaging conventions*, clause 6.5.
struct Relationships {
  struct Relationship {
    /// The last word of the type, such as `worksheet`; the words before it differ between the
    /// transitional and the strict form.
    let type: String
    /// The name of the part it leads to.
    let target: String
  }

  private let byID: [String: Relationship]
  private let ordered: [Relationship]

  /// The relationships of a part, or of the package as a whole if the name is empty.
  init(of part: String, in archive: ZipArchive) throws(FormatError) {
    let folder = part.split(separator: "/").dropLast()
    let file = part.split(separator: "/").last ?? ""
    let visitor = RelationshipsPart(folder: folder.map(String.init))
    try archive.visit((folder + ["_rels", "\(file).rels"]).joined(separator: "/"), visitor)
    byID = visitor.byID
    ordered = visitor.ordered
  }

  subscript(id: String) -> Relationship? { byID[id] }

  func first(ofType type: String) -> Relationship? { ordered.first { $0.type == type } }
}

private final class RelationshipsPart: XMLVisitor {
  private(set) var byID: [String: Relationships.Relationship] = [:]
  private(set) var ordered: [Relationships.Relationship] = []
  private let folder: [String]

  init(folder: [String]) {
    self.folder = folder
  }

  func start(_ name: String, _ attributes: XMLAttributes) {
    guard name == "Relationship", attributes["TargetMode"] != "External",
      let id = attributes["Id"], let type = attributes["Type"]?.split(separator: "/").last,
      let target = attributes["Target"]
    else { return }
    let relationship = Relationships.Relationship(type: String(type), target: resolved(target))
    byID[id] = relationship
    ordered.append(relationship)
  }

  func end(_ name: String, text: [UInt8]) {}

  /// A target is named from the folder of the part that refers to it, or from the root.
  private func resolved(_ target: String) -> String {
    var names = target.hasPrefix("/") ? [] : folder
    for name in target.replacing("\\", with: "/").split(separator: "/") {
      switch name {
      case ".": continue
      case "..": _ = names.popLast()
      default: names.append(String(name))
      }
    }
    return names.joined(separator: "/")
  }
}
