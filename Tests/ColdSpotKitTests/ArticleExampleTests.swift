import Foundation
import TestSupport
import Testing

/// The worked examples of the documentation: an article shows the lines that a test here runs, and
/// the comments among them say what the lines print.
///
/// A test begins with the comment "Decay.md shows these lines." and ends by expecting them of that
/// article. In a comment "…" stands for further digits; all other numbers are exact.
@Suite struct `Article examples` {
  private let printout = Printout()

  /// What the examples call when they print.
  func print(_ items: Any...) {
    printout.lines.append(items.map { "\($0)" }.joined(separator: " "))
  }

  /// Expects an article to show the lines above the call, and them to have printed what it says.
  func expect(
    in article: String, file: String = #filePath, line: Int = #line
  ) throws {
    let source = try String(contentsOf: URL(filePath: file), encoding: .utf8)
    let above = source.split(separator: "\n", omittingEmptySubsequences: false).prefix(line - 1)
    let mark = try #require(above.lastIndex { $0.hasSuffix("// \(article).md shows these lines.") })
    let indent = above[mark].prefix { $0 == " " }
    let run = above[(mark + 1)...].filter { !$0.isEmpty }.map {
      String($0.hasPrefix(indent) ? $0.dropFirst(indent.count) : $0)
    }
    let shown = try Articles.swiftLines(of: article)
    #expect(shown == run)

    let promised = shown.compactMap { line in
      line.firstRange(of: "// ").map { String(line[$0.upperBound...]) }
    }
    #expect(promised.count == printout.lines.count, "a comment for each line that is printed")
    for (promised, printed) in zip(promised, printout.lines) {
      #expect(Articles.agree(promised, printed), "\(article).md says \(promised), not \(printed)")
    }
  }

  @Test func `are run for every article that shows code`() throws {
    let tests = try Articles.contents(
      of: URL(filePath: #filePath).deletingLastPathComponent(), ending: ".swift"
    ).filter { $0.key.hasPrefix("ArticleExampleTests") }.values.joined()
    let articles = try Articles.contents(of: Articles.folder, ending: ".md")
    // The landing page shows no more than the first lines of README.
    for (name, text) in articles where text.contains("```swift") && name != "ColdSpotKit.md" {
      #expect(tests.contains("// \(name) shows these lines."), "\(name): no test runs its code")
    }
  }
}

/// What one example has printed.
private final class Printout {
  var lines: [String] = []
}

/// The articles of the documentation, as text.
private enum Articles {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/ColdSpotKit/ColdSpotKit.docc")

  static func contents(of folder: URL, ending: String) throws -> [String: String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return Dictionary(
      uniqueKeysWithValues: try names.filter { $0.hasSuffix(ending) }.map {
        ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
      })
  }

  /// The Swift code of an article, whatever stands between, without imports.
  static func swiftLines(of article: String) throws -> [String] {
    let text = try String(contentsOf: folder.appending(path: "\(article).md"), encoding: .utf8)
    var lines: [String] = []
    var isCode = false
    for line in text.split(separator: "\n") {
      if line.hasPrefix("```") {
        isCode = line == "```swift"
      } else if isCode, !line.hasPrefix("import ") {
        lines.append(String(line))
      }
    }
    return lines
  }

  /// Whether a text is what was printed, its numbers equal but for rounding or cut off at "…".
  static func agree(_ promised: String, _ printed: String) -> Bool {
    let number = /-?\d+(?:\.\d+)?(?:e-?\d+)?…?/
    let pairs = zip(promised.matches(of: number), printed.matches(of: number))
    return promised.replacing(number, with: "#") == printed.replacing(number, with: "#")
      && pairs.allSatisfy { promised, printed in
        if promised.output.hasSuffix("…") {
          return printed.output.hasPrefix(promised.output.dropLast())
        }
        guard let one = Double(promised.output), let other = Double(printed.output) else {
          return false
        }
        return one.agrees(with: other)
      }
  }
}
