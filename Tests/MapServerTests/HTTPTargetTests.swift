import TestSupport
import Testing

@testable import MapServer

@Suite struct `Target of a request` {
  @Test(arguments: [
    ("/", [String]()),
    ("/collections", ["collections"]),
    ("/collections/wards/items/E05000026", ["collections", "wards", "items", "E05000026"]),
    ("/a%20b/%C3%A9/%e2%82%ac", ["a b", "é", "€"]),
    ("/a+b;c=d:e@f!$'()*,~", ["a+b;c=d:e@f!$'()*,~"]),
    ("/...", ["..."]),
    // Decoded once: what comes out is not looked at again.
    ("/%2541", ["%41"]),
    ("/%252e%252e", ["%2e%2e"]),
  ])
  func `has a path of decoded steps`(text: String, path: [String]) throws {
    #expect(try RequestTarget(text).path == path)
  }

  @Test func `has a query of decoded parameters in their order`() throws {
    let query = try RequestTarget("/x?b=1&a=x+y%2Bz&b=%C3%A9&flag&&empty=&c=d=e").query
    #expect(query.map(\.name) == ["b", "a", "b", "flag", "empty", "c"])
    #expect(query.map(\.value) == ["1", "x y+z", "é", "", "", "d=e"])
  }

  @Test(arguments: [
    "", "collections", "*", "/a b", "/a#b", "/é", "/\u{7F}", "/%", "/%4", "/%zz", "/%4g", "/%+1",
    "/%00", "/%0d%0a", "/%1b", "/%7f", "/%ff", "/%c3", "/%c0%ae%c0%ae", "/%ed%a0%80",
    "/.", "/..", "/a/../b", "/%2e%2e/a", "/.%2e", "/a%2fb", "/a%5cb", "/a\\b", "/x?a=%zz",
    "/x?a=%0d%0aX:1", "/x?%ff=1",
  ])
  func `is refused where it breaks the rules`(text: String) {
    let refusal = #expect(throws: Refusal.self) { try RequestTarget(text) }
    #expect(refusal?.status == 400)
  }

  @Test(arguments: ["//", "//etc/passwd", "/a//b", "/a//"])
  func `leads nowhere with an empty step`(text: String) {
    let refusal = #expect(throws: Refusal.self) { try RequestTarget(text) }
    #expect(refusal?.status == 404)
  }

  @Test(arguments: [
    ("/", nil), ("/a", nil), ("/a/", "/a"), ("/a%20b/c/?d=%20", "/a%20b/c?d=%20"), ("/?a=/", nil),
  ])
  func `says where it is without the slash at its end`(text: String, other: String?) throws {
    #expect(try RequestTarget(text).withoutSlash == other)
  }

  /// Every byte, escaped: either it comes back or it is refused, and never as two steps.
  @Test func `gives every byte back or refuses it`() {
    for byte in UInt8.min ... .max {
      let digits = String(byte, radix: 16)
      let text = "/a%\(digits.count == 1 ? "0" : "")\(digits)b"
      let allowed = (0x20..<0x7F).contains(byte) && byte != 0x2F && byte != 0x5C
      let path = (try? RequestTarget(text))?.path
      #expect(path == (allowed ? ["a\(Character(Unicode.Scalar(byte)))b"] : nil), "\(text)")
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `is the same when its steps are escaped again`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let signs = Array("/ab.%2eEfF05?&=+~:;é".utf8)
    let bytes = (0..<12).map { _ in signs.randomElement(using: &random) ?? 0 }
    guard let target = try? RequestTarget("/" + String(decoding: bytes, as: UTF8.self)) else {
      return
    }
    let escaped = target.path.map { step in
      "/" + step.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    let path = escaped.isEmpty ? "/" : escaped.joined()
    #expect(try RequestTarget(path).path == target.path)
    #expect(target.path.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." })
  }
}
