import CPROJ

// Reference systems as files define them for programs that do not know the register.
extension ReferenceSystem {
  /// The definition as well-known text in the form of 2001, as GDAL writes it, on one line.
  ///
  /// - Returns: `nil` for a system that this form cannot express.
  /// - Throws: ``GeometryEngineError/unknownReferenceSystem(_:)``.
  /// - SeeAlso: OGC 01-009, *Coordinate Transformation Services*, 2001.
  public func wellKnownText() throws(GeometryEngineError) -> String? {
    let system = try PROJObject(self, in: PROJContext())
    return unsafe "MULTILINE=NO".withCString { option in
      // The list ends with a null pointer; the text belongs to the object, which outlives this.
      let options: [UnsafePointer<CChar>?] = unsafe [option, nil]
      let text = unsafe proj_as_wkt(
        system.context.handle, system.handle, PJ_WKT1_GDAL, options)
      return unsafe text.map { unsafe String(cString: $0) }
    }
  }
}
