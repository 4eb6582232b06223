import MapLayers
import MapServer
import Testing

@Suite struct `Feature service in a browser` {
  private let town = OGCTown()
  private static let paths = [
    "?f=html", "conformance?f=html", "api?f=html", "api.html", "collections?f=html",
    "collections/wards?f=html", "collections/wards/items?f=html&limit=2&offset=2",
    "collections/wards/items/W2?f=html", "collections/organisations/items?f=html",
    "collections/organisations-unplaced/items/u1?f=html", "collections/none?f=html",
  ]

  @Test(arguments: paths)
  func `shows pages that need nothing from elsewhere`(path: String) throws {
    let text = try town.get(path, accept: "text/html").text
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">"))
    #expect(text.contains("<title>") && text.contains("<h1>"))
    for foreign in ["<script", "<img", "<link", "src=", "@import", "url("] {
      #expect(!text.contains(foreign))
    }
  }

  @Test(arguments: paths)
  func `lets nothing in them run`(path: String) throws {
    let headers = try town.get(path, accept: "text/html").headers
    let policy = try #require(headers.first { $0.name == "Content-Security-Policy" }?.value)
    #expect(policy.contains("default-src 'none'"))
  }

  @Test(arguments: paths)
  func `leads only to pages that are there`(path: String) throws {
    let text = try town.get(path, accept: "text/html").text
    let addresses = text.split(separator: "<a href=\"").dropFirst().map { part in
      part.prefix { $0 != "\"" }.replacing("&amp;", with: "&").replacing("&#39;", with: "'")
    }
    #expect(!addresses.isEmpty)
    for address in addresses {
      #expect(try town.follow(String(address)).status == 200, "\(address)")
    }
  }

  @Test func `shows names as text, whatever they hold`() throws {
    for path in ["items?f=html", "items/%3Cscript%3Ealert('1')%3C/script%3E?f=html"] {
      let response = try town.get("collections/organisations/\(path)")
      #expect(response.status == 200)
      #expect(!response.text.contains("<script"))
      #expect(
        response.text.contains("<bdi>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;</bdi>"))
    }
    let page = try town.get("collections/organisations/items?f=html").text
    #expect(page.contains("<bdi>&quot;quoted&quot;</bdi>"))
  }

  @Test(arguments: [
    "collections/%3Cb%3E", "collections/wards/items/%3Cb%3E", "collections/wards/items?%3Cb%3E=1",
    "collections/wards/items?limit=%3Cb%3E", "collections/wards/items?f=%3Cb%3E",
    "collections/wards/items?code=%3Cb%3E%22", "collections/wards/items?bbox=%00%1B%5B31m",
  ])
  func `shows what was asked as text, whatever it holds`(address: String) throws {
    let text = try town.get(address, accept: "text/html").text
    #expect(!text.contains("<b>") && !text.contains("=\"\"\""))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    // A string of JSON may stand in a page too, where `</` would end a script.
    let json = try town.get(address, accept: "application/json").text
    #expect(!json.contains("</"))
  }

  @Test func `shows a page of a layer as a table with a way on and back`() throws {
    let text = try town.get("collections/wards/items?limit=2&offset=2", accept: "text/html").text
    #expect(text.contains("<caption>Features 3 to 4 of 5</caption>"))
    #expect(text.contains("<th scope=\"col\">boro_code</th>"))
    #expect(text.contains("<bdi>W3</bdi>") && !text.contains("<bdi>W0</bdi>"))
    #expect(text.contains("The page before") && text.contains("The next page"))
    #expect(text.contains("Credits."))
  }

  @Test func `shows a feature with what its values mean`() throws {
    let text = try town.get("collections/wards/items/W3", accept: "text/html").text
    #expect(text.contains("<td class=\"number\">0.75</td><td><bdi>The score, 0 to 1.</bdi></td>"))
    #expect(text.contains("MultiPolygon, from longitude 3.0 to 4.0"))
    let unplaced = try town.get(
      "collections/organisations-unplaced/items/u1", accept: "text/html"
    ).text
    #expect(unplaced.contains("It has no place on the map."))
  }
}
