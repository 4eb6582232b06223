extension Gzip {
  /// A gzip file of one member that holds the content.
  ///
  /// The same content gives the same bytes with the same version of zlib: the header has neither
  /// a name nor a time, and does not say which system wrote it.
  ///
  /// - Parameters:
  ///   - content: What is packed; may be empty.
  ///   - level: How hard zlib tries, from 1 (fast) to 9 (small).
  /// - Returns: The whole file, at worst a little larger than the content.
  /// - Complexity: O(*n*) in the size of the content.
  public static func compressed(_ content: [UInt8], level: Int = 6) -> [UInt8] {
    precondition((1...9).contains(level), "a level of compression from 1 to 9")
    var file = Deflater(level: level).member(of: content)
    // RFC 1952, section 2.3.1: byte 9 is the system, and 255 is one that is not known.
    file[9] = 255
    return file
  }
}
