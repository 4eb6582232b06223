extension ZipArchive {
  /// Reads a part of the package as XML; does nothing if there is no such part.
  ///
  /// - Throws: ``FormatError`` for what the archive, the XML or the visitor objects to.
  func visit(_ part: String, _ visitor: any XMLVisitor) throws(FormatError) {
    let reader = XMLReader(part: part, visitor: visitor)
    let exists = try read(part) { (bytes) throws(FormatError) in try reader.read(bytes) }
    if exists { try reader.finish() }
  }
}
