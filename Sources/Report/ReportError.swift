public import ColdSpotKit

/// Why a run cannot be shown.
public enum ReportError: Error, Hashable {
  /// The run has no layer of areas to rank.
  case noAreas
  /// A layer lacks a column that every run has.
  case missingColumn(layer: String, column: String)
  /// An area of a layer has no shape to draw.
  case missingShape(layer: String, code: String)
  /// GEOS could not simplify the outlines.
  case geometry(GeometryEngineError)
  /// The run ranks no boroughs, so that there are none to write a sheet about.
  case noBoroughs
  /// No single borough has the code or the name; some that may be meant, the likeliest first.
  case unknownBorough(String, near: [String])
}

extension ReportError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .noAreas: "the run has no wards to show"
    case .missingColumn(let layer, let column): "\(layer) has no column \(column)"
    case .missingShape(let layer, let code): "\(code) of \(layer) has no shape"
    case .geometry(let error): "the outlines cannot be drawn: \(error)"
    case .noBoroughs: "the run has no boroughs: its study names no layer of them"
    case .unknownBorough(let text, let near):
      "no one borough has the code or the name \"\(text)\""
        + (near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?")
    }
  }
}
