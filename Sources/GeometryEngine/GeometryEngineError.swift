/// What GEOS, PROJ or the data given to them can get wrong.
public enum GeometryEngineError: Error, Hashable, Sendable {
  /// The library could not make a context; in practice, memory has run out.
  case contextUnavailable
  /// GEOS gave up on an operation, and said why.
  case geos(operation: String, message: String)
  /// The text names no reference system that PROJ knows.
  case unknownReferenceSystem(String)
  /// The coordinates of the reference system are in this unit instead of metres.
  case notMetric(code: String, unit: String)
  /// The reference system is not a map of the ground: geocentric or vertical, for instance.
  case notProjected(code: String)
  /// The reference system is in metres that are not metres on the ground, as in Web Mercator.
  case exaggeratesDistances(code: String)
  /// Longitude and latitude were asked of a transform that does not start from degrees.
  case notGeographic(code: String)
  /// PROJ knows no way from one reference system to the other.
  case transformUnavailable(from: String, to: String, message: String)
  /// This position (counted from 0) has no image in the other reference system.
  case transformFailed(index: Int, x: Double, y: Double)
}

extension GeometryEngineError: CustomStringConvertible {
  /// The problem in words.
  public var description: String {
    switch self {
    case .contextUnavailable:
      "the geometry library could not be started"
    case .geos(let operation, let message):
      "GEOS could not compute the \(operation): \(message)"
    case .unknownReferenceSystem(let text):
      "\"\(text)\" is not a known reference system; write it like EPSG:27700"
    case .notMetric(let code, let unit):
      "\(code) is in units of \(unit); distances need a projected reference system in metres"
    case .notProjected(let code):
      "\(code) is not a projected reference system; distances need one in metres"
    case .exaggeratesDistances(let code):
      "\(code) is for drawing maps: its metres are not metres on the ground"
    case .notGeographic(let code):
      "\(code) is not in longitude and latitude"
    case .transformUnavailable(let from, let to, let message):
      "there is no transformation from \(from) to \(to): \(message)"
    case .transformFailed(let index, let x, let y):
      "position \(index) at (\(x), \(y)) cannot be transformed"
    }
  }
}
