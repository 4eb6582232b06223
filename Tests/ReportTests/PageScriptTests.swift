import MapLayers
import Testing

@testable import Report

/// Facts of the script that readers of two pages rely on.
@Suite struct `The page's script` {
  @Test func `paints the classes in the colours and breaks of the layers' styles`() {
    let script = String(decoding: PageScript.text, as: UTF8.self)
    let classes = ScoreClasses.fixed
    let colours = (0..<classes.count).map { "\"\(classes.colour(ofClass: $0).hex.lowercased())\"" }
    #expect(script.contains("const COLOURS = [\(colours.joined(separator: ", "))]"))
    let bounds = (0..<classes.count).map { classes.bounds(ofClass: $0) }
    #expect(bounds.dropFirst().map(\.lower) == [20, 40, 60, 80])
  }

  @Test func `has the same five classes for every view`() {
    let script = String(decoding: PageScript.text, as: UTF8.self)
    #expect(script.contains("const BREAKS = [0, 20, 40, 60, 80, 100];"))
    #expect(script.matches(of: /BREAKS\s*=[^=]/).count == 2, "of scores and of changes")
  }

  @Test func `makes every mark that programs find things by`() {
    let own = String(decoding: PageScript.text + PackageResources.page_html, as: UTF8.self)
    for mark in [
      #"id="map""#, #"id="ranking""#, #"id="detail""#, #"id="search""#, #"id="result-line""#,
      #"id="legend""#, "\"data-code\"", "\"data-column\"", "\"data-function\"", "\"data-side\"",
    ] {
      #expect(own.contains(mark))
    }
  }
}
