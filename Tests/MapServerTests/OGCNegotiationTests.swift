import MapServer
import Testing

@Suite struct `Form of an answer` {
  private let town = OGCTown()

  /// - SeeAlso: RFC 9110, section 12.5.1.
  @Test(arguments: [
    ("application/json", "json"), ("*/*", "json"), ("text/html", "html"), ("text/*", "html"),
    ("application/*", "json"), ("application/geo+json, application/json", "json"),
    ("application/geo+json, application/json;q=0.5", "json"),
    ("text/html;q=0.5, application/json;q=0.4", "html"),
    ("text/html;q=0.4, application/json;q=0.5", "json"),
    ("text/html, application/json", "json"), ("application/json;q=0, */*", "html"),
    ("application/json; q=0.1 , text/html ;q=0.2", "html"), ("TEXT/HTML", "html"),
    ("application/xhtml+xml", "html"), ("text/html;q=0, */*;q=0.1", "json"),
    ("text/html;level=1", "html"), ("nonsense", "json"), (",,;q=,/", "json"),
    ("text/html;q=2", "json"), ("text/html;q=nan", "json"), ("", "json"),
    ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html"),
  ])
  func `is the one that the Accept header wants most`(accept: String, form: String) throws {
    for (path, json) in [
      ("collections", "application/json"), ("collections/wards/items", "application/geo+json"),
      ("api", "application/vnd.oai.openapi+json;version=3.0"),
    ] {
      let response = try town.get(path, accept: accept)
      #expect(response.status == 200)
      #expect(response.mediaType == (form == "json" ? json : "text/html; charset=utf-8"))
    }
  }

  @Test func `is the one that f asks for, whatever the Accept header says`() throws {
    #expect(
      try town.get("collections/wards/items?f=json", accept: "text/html").mediaType
        == "application/geo+json")
    #expect(
      try town.get("collections?f=html", accept: "application/json").mediaType
        == "text/html; charset=utf-8")
  }

  @Test(arguments: ["image/png", "application/xml, text/csv", "*/*;q=0"])
  func `is refused to those who take none of them`(accept: String) throws {
    #expect(try town.get("collections", accept: accept).status == 406)
  }

  @Test func `of a page with one form is that form`() throws {
    #expect(try town.get("api.html", accept: "*/*").mediaType == "text/html; charset=utf-8")
    #expect(try town.get("api.html", accept: "application/json").status == 406)
    #expect(
      try town.get("collections/wards/schema", accept: "*/*").mediaType
        == "application/schema+json")
  }

  @Test func `of a problem is HTML for those who would rather have it`() throws {
    let response = try town.get("collections/none", accept: "text/html,*/*;q=0.1")
    #expect(response.status == 404)
    #expect(response.mediaType == "text/html; charset=utf-8")
    #expect(response.text.contains("There is no collection ‘none’."))
  }
}
