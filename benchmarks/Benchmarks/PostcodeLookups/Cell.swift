import Foundation
import Postcodes

/// A cell as people write it, and the postcode that is meant.
struct Cell {
  let bytes: [UInt8]
  let postcode: Postcode
  let kind: Kind

  enum Kind: CaseIterable {
    case clean, lowerCase, damaged, address, list, district
  }

  /// A spelling of a postcode; a postcode without look-alike characters cannot be damaged.
  init(_ postcode: Postcode, _ kind: Kind) {
    let text = postcode.description
    let spelling =
      switch kind {
      case .clean: text
      case .lowerCase: text.lowercased().filter { $0 != " " }
      case .damaged: Self.damaged(text)
      case .address: "The Old Town Hall, 12 High Street, London \(text)"
      case .list: "\(text) / \(postcode.outward)"
      case .district: postcode.outward
      }
    self.postcode = postcode
    self.kind = kind
    bytes = Array(spelling.utf8)
  }

  private static func damaged(_ text: String) -> String {
    let swaps: [Character: Character] = [
      "0": "O", "1": "I", "5": "S", "O": "0", "I": "1", "S": "5",
    ]
    guard let place = text.lastIndex(where: { swaps[$0] != nil }), let swap = swaps[text[place]]
    else { return text }
    return text.replacingCharacters(in: place...place, with: String(swap))
  }

  /// Whether an answer is what is meant.
  func means(_ resolution: PostcodeResolution) -> Bool {
    switch (kind, resolution) {
    case (.list, .several(let parts)):
      parts.count == 2 && parts[0].match?.entry.postcode == postcode
    case (.district, .district(let district, .some)): district == postcode.district
    default: resolution.match?.entry.postcode == postcode
    }
  }
}

extension Cell {
  /// 100,000 cells: half of them clean, the rest of the other kinds in equal parts.
  static func samples(of postcodes: [Postcode]) -> [Cell] {
    let others = Array(Kind.allCases.dropFirst())
    return (0..<100_000).map { index in
      let kind = index.isMultiple(of: 2) ? .clean : others[index / 2 % others.count]
      return Cell(postcodes[index * 7_919 % postcodes.count], kind)
    }
  }
}
