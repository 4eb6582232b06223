import Testing

@testable import MapServer

@Suite struct `Authority of a request` {
  private static let own = OwnAuthorities(
    host: "192.0.2.7", names: ["Maps.example", "tunnel.example:9000"])

  @Test(arguments: [
    "localhost", "localhost:8080", "LOCALHOST:80", "127.0.0.1:8080", "[::1]", "[::1]:8080",
    "192.0.2.7:8080", "maps.example", "maps.example:443", "tunnel.example:9000",
  ])
  func `is one of the server's own names at any port`(text: String) {
    #expect(Self.own.text(of: text) == text.lowercased())
  }

  @Test(arguments: [
    "", ":", ":8080", "evil.example", "evil.example:8080", "localhost.evil.example",
    "127.0.0.1.evil.example", "127.0.0.2", "localhost:", "localhost:x", "localhost:-1",
    "localhost:65536", "localhost:000080", "localhost:80:80", "user@localhost", "localhost@evil",
    "localhost/", "local host", "localhost,localhost", "[::1", "[::1]x", "[::2]", "::1",
    "tunnel.example", "tunnel.example:9001", "localhost\u{0}", "loca\u{17F}host",
  ])
  func `is refused under any other name`(text: String) {
    #expect(Self.own.text(of: text) == nil)
  }

  @Test func `is told to those who name none`() {
    #expect(Self.own.text(port: 81) == "192.0.2.7:81")
    #expect(OwnAuthorities(host: "0.0.0.0", names: []).text(port: 81) == "127.0.0.1:81")
    #expect(OwnAuthorities(host: "::1", names: []).text(port: 81) == "[::1]:81")
  }
}
