import Testing

@testable import Report

/// The filling of the page's gaps.
@Suite struct `A page template` {
  @Test func `fills its gaps once, whatever stands in the fillings`() {
    let template = PageTemplate(Array("a{{x}}b{{y}}{ {c}".utf8))
    let page = template.filled(["x": Array("{{y}}".utf8), "y": Array("1".utf8)])
    #expect(String(decoding: page, as: UTF8.self) == "a{{y}}b1{ {c}")
  }

  @Test func `escapes what means something to HTML`() {
    let text = PageTemplate.escaped("<a href=\"x\">&\u{0}é")
    #expect(String(decoding: text, as: UTF8.self) == "&lt;a href=&quot;x&quot;&gt;&amp;\u{FFFD}é")
  }

  @Test func `fills every gap of the page`() throws {
    let own = String(decoding: PackageResources.page_html, as: UTF8.self)
    let gaps = Set(own.matches(of: /\{\{([a-z]+)\}\}/).map { String($0.output.1) })
    #expect(
      gaps == [
        "title", "policy", "style", "study", "facts", "rows", "data", "live", "script",
      ])
  }
}
