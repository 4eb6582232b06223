public import GeometryEngine

/// Why a layer cannot be written as TopoJSON.
public enum TopoJSONError: Error, Hashable, Sendable {
  /// The layer has no columns of these names.
  case unknownColumns([String])
  /// The layer has a feature that is neither a point nor an area.
  case unsupportedGeometry(id: String, typeName: String)
  /// The file would have this many bytes even with as few positions as its areas can do with.
  case tooLarge(bytes: Int, limit: Int)
  /// Checking the simplified areas failed.
  case geometry(GeometryEngineError)
}

extension TopoJSONError: CustomStringConvertible {
  /// The problem in words.
  public var description: String {
    switch self {
    case .unknownColumns(let names):
      "the layer has no columns named \(names.joined(separator: ", "))"
    case .unsupportedGeometry(let id, let typeName):
      "feature \(id) is a \(typeName); TopoJSON is written of points and areas"
    case .tooLarge(let bytes, let limit):
      "the file needs \(bytes) bytes, which is more than \(limit); choose fewer columns"
    case .geometry(let error): error.description
    }
  }
}
