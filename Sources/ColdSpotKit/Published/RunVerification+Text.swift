internal import Foundation
internal import GeoJSON
internal import Intake

extension RunVerification: CustomStringConvertible {
  /// The outcome as lines of text: a sentence, each file, and what may explain a difference.
  public var description: String {
    let others = files.count { $0.outcome != .same }
    let summary =
      others == 0
      ? "\(study): the run gives the same \(counted(files.count, "file")), byte for byte."
      : "\(study): \(others) of \(counted(files.count, "file")) "
        + (others == 1 ? "is" : "are") + " not what the run gives."
    return ([summary, ""] + files.flatMap(Self.lines) + (notes.isEmpty ? [] : [""]) + notes)
      .joined(separator: "\n")
  }

  private static func lines(on file: File) -> [String] {
    func line(_ word: String, _ more: String = "") -> String {
      NumberText.padded(word, 11) + file.name + more
    }
    switch file.outcome {
    case .same: return [line("same")]
    case .differs(let difference, let isAsRecorded):
      return [
        line(
          "differs",
          ":\(difference.line)" + (isAsRecorded ? "" : "  (changed after the run wrote it)")),
        "             in the folder  \(difference.found)",
        "             the run gives  \(difference.expected)",
      ]
    case .misrecorded: return [line("differs", "  (from its checksum in manifest.json only)")]
    case .missing: return [line("missing")]
    case .unexpected: return [line("unexpected", "  (the run gives no such file)")]
    }
  }

  /// The outcome as one JSON document.
  public var json: [UInt8] {
    JSONWriter(layout: .pretty).write(
      .object([
        .init("schema", .string("coldspot/verify/1")), .init("ok", .bool(isSame)),
        .init("study", .string(study)), .init("inputs", .string(inputFolder.path)),
        .init("files", .array(files.map(Self.json))),
        .init("notes", .array(notes.map(JSONValue.string))),
      ]))
  }

  private static func json(of file: File) -> JSONValue {
    var members: [JSONValue.Member] = [.init("name", .string(file.name))]
    switch file.outcome {
    case .same: members.append(.init("outcome", .string("same")))
    case .differs(let difference, let isAsRecorded):
      members += [
        .init("outcome", .string("differs")), .init("line", .integer(difference.line)),
        .init("found", .string(difference.found)),
        .init("expected", .string(difference.expected)),
        .init("as_recorded", .bool(isAsRecorded)),
      ]
    case .misrecorded: members.append(.init("outcome", .string("misrecorded")))
    case .missing: members.append(.init("outcome", .string("missing")))
    case .unexpected: members.append(.init("outcome", .string("unexpected")))
    }
    return .object(members)
  }
}
