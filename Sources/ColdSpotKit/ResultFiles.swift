internal import ColdSpots
internal import GeometryEngine
internal import MapLayers
internal import SpatialStatistics

/// Makes the files of a result.
struct ResultFiles {
  private let result: StudyResult
  private let drawn: [DrawnFiles]

  /// Draws everything.
  ///
  /// The layers do not depend on each other, so they are drawn side by side, each part with a
  /// PROJ handle of its own; the order of the files is fixed.
  init(_ result: StudyResult) throws(GeometryEngineError) {
    var drawn: [DrawnFiles] = []
    for outcome in concurrently(DrawnFiles.Part.allCases, { DrawnFiles.drawing($0, of: result) }) {
      drawn.append(try outcome.get())
    }
    self.result = result
    self.drawn = drawn
  }

  /// The layers, those with shapes first.
  var layers: [Layer] { drawn.flatMap(\.layers) }

  /// The files, the manifest last.
  var files: [(name: String, content: [UInt8])] {
    let package = package.json
    return drawn.flatMap(\.files) + [
      ("datapackage.json", package), ("manifest.json", manifest(package).json),
    ]
  }

  /// The record of the run.
  var manifest: Manifest { manifest(package.json) }

  private func manifest(_ package: [UInt8]) -> Manifest {
    ResultManifest(
      result: result, drawn: drawn,
      package: Manifest.File(name: "datapackage.json", content: package)
    ).manifest
  }

  private var package: PackageDescriptor {
    PackageDescriptor(
      title: "Cold spots of support: \(result.study.settings.name)",
      description:
        "Where local charities and community groups lack support, computed by coldspot "
        + "\(ColdSpotVersion.current). manifest.json says from what and by which choices.",
      attribution: result.loaded.attribution, resources: drawn.flatMap(\.resources))
  }
}
