import GeoJSON
import Testing

@testable import ColdSpotKit
@testable import Report

/// What the page may ask of the browser and of anybody else.
@Suite struct `The page's policy` {
  @Test func `admits the page's own script and style by checksum and nothing else`() throws {
    let page = try PageReading(HTMLPage.render(TownRun().published()))
    let policy = try page.between(#"Content-Security-Policy" content=""#, "\"")
    #expect(policy.hasPrefix("default-src 'none'; script-src 'sha256-"))
    #expect(!policy.contains("unsafe"))
    #expect(policy.contains("connect-src 'none'"))
  }

  @Test func `checksums as published for known text`() {
    // SHA-256 of nothing, FIPS 180-4 example values in base64.
    let empty = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    let policy = PagePolicy.text(script: [], style: [], isLive: false)
    #expect(policy.contains("script-src \(empty); style-src \(empty)"))
  }

  @Test func `lets a served page ask its own server only`() throws {
    let page = try PageReading(HTMLPage.render(TownRun().published(), isLive: true))
    #expect(try page.between("connect-src ", ";") == "'self'")
    #expect(page.text.contains(#"id="live">{"api":"live"}</script>"#))
    let fileText = try PageReading(HTMLPage.render(TownRun().published())).text
    #expect(fileText.contains(#"id="live">null</script>"#))
  }

  @Test func `names no address elsewhere in its own files`() {
    let own = String(
      decoding: PageScript.text + PackageResources.page_html + PageStyle.text,
      as: UTF8.self)
    // The name of the SVG language is an address in form only.
    let addresses = own.matches(of: /(?:https?:)?\/\/[a-z0-9]+\.[a-z]/.ignoresCase())
      .map { own[$0.range.lowerBound...].prefix(26) }
    #expect(addresses == ["http://www.w3.org/2000/svg"])
  }

  @Test func `never reads names as markup`() {
    let script = String(decoding: PageScript.text, as: UTF8.self)
    for means in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("] {
      #expect(!script.contains(means))
    }
  }
}
