internal import COpenSSL

/// The SHA-256 checksum of some bytes, as 64 lower-case hexadecimal digits.
///
/// - SeeAlso: NIST, *Secure Hash Standard*, FIPS PUB 180-4, 2015.
public struct Checksum: Hashable, Sendable, CustomStringConvertible {
  /// The hexadecimal digits.
  public let description: String

  /// The checksum of bytes.
  ///
  /// - Complexity: O(*n*).
  public init(of bytes: [UInt8]) {
    // OpenSSL writes exactly the 32 bytes of a SHA-256 digest, which is what `digest` holds.
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    let status = unsafe bytes.withUnsafeBytes { content in
      unsafe EVP_Digest(
        content.baseAddress, content.count, &digest, &length, EVP_sha256(), nil)
    }
    precondition(status == 1 && length == 32, "OpenSSL has SHA-256")
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    description = String(decoding: text, as: UTF8.self)
  }
}
