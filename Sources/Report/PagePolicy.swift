internal import Foundation
internal import MapLayers

/// The content security policy of the page: what a browser lets it do.
enum PagePolicy {
  /// A policy that admits one script and one style sheet, by their checksums, and nothing from
  /// anywhere else.
  ///
  /// - SeeAlso: W3C, *Content Security Policy Level 3*, on hashes.
  static func text(script: [UInt8], style: [UInt8], isLive: Bool) -> String {
    [
      "default-src 'none'", "script-src \(source(of: script))", "style-src \(source(of: style))",
      "img-src data:", "connect-src \(isLive ? "'self'" : "'none'")", "base-uri 'none'",
      "form-action 'none'",
    ].joined(separator: "; ")
  }

  private static func source(of content: [UInt8]) -> String {
    var rest = Checksum(of: content).description[...]
    var digest = Data()
    while !rest.isEmpty {
      digest.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
      rest = rest.dropFirst(2)
    }
    return "'sha256-\(digest.base64EncodedString())'"
  }
}
