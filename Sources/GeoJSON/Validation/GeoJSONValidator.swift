/// Checks any GeoJSON document against RFC 7946, and says what will trouble the programs that
/// people read such documents with.
///
/// ``GeoJSONReader`` stops at the first problem; the validator goes on, as far as the syntax
/// allows, and reports every one with its place. Whatever the reader refuses has an error here.
/// Rings that cross themselves or each other are not looked for: that takes a geometry engine.
///
/// - SeeAlso: RFC 7946; RFC 8259.
public struct GeoJSONValidator: Sendable {
  /// The bounds on what is read; a document beyond them is not read to its end.
  public let limits: GeoJSONReader.Limits
  /// How many faults of one rule are kept; those beyond it are still counted.
  public let faultLimit: Int

  /// Makes a validator.
  ///
  /// - Precondition: `faultLimit` is not negative.
  public init(limits: GeoJSONReader.Limits = .default, faultLimit: Int = 1000) {
    precondition(faultLimit >= 0, "the limit of faults is negative")
    self.limits = limits
    self.faultLimit = faultLimit
  }

  /// The faults of a document, in the order of the file.
  ///
  /// - Parameter bytes: The whole file.
  /// - Returns: The faults, how many there are of each rule, and what the document holds. After a
  ///   fault of syntax the rest of the file has not been looked at.
  /// - Complexity: O(*n* log *n*) in the number of bytes; objects whose `type` does not come first
  ///   are passed over twice.
  public func faults(in bytes: [UInt8]) -> Report {
    let scanner: JSONScanner
    do throws(GeoJSONError) {
      scanner = try JSONScanner(bytes, limits: limits)
    } catch {
      var log = FaultLog(limit: faultLimit)
      log.add(error, feature: nil, in: bytes)
      return Report(log, bytes: bytes, summary: Report.Summary())
    }
    var validator = DocumentValidator(scanner, log: FaultLog(limit: faultLimit))
    validator.run()
    return Report(validator.log, bytes: bytes, summary: validator.summary)
  }
}
