public import FileFormats
public import GeometryEngine

/// Why layers cannot be written as a GeoPackage.
public enum GeoPackageExportError: Error, Hashable, Sendable {
  /// A geometry cannot be taken to the metric system.
  case geometry(GeometryEngineError)
  /// The format does not allow what the layers hold.
  case file(GeoPackageWriteError)
}

extension GeoPackageExportError: CustomStringConvertible {
  /// The problem in words.
  public var description: String {
    switch self {
    case .geometry(let error): error.description
    case .file(let error): error.description
    }
  }
}
