internal import ColdSpots
internal import GeometryEngine
internal import MapLayers
internal import SpatialStatistics

/// Makes the files of a result.
struct ResultFiles {
  private let result: StudyResult

  init(_ result: StudyResult) {
    self.result = result
  }

  /// The files, the manifest last.
  ///
  /// The layers do not depend on each other, so they are drawn side by side, each part with a
  /// PROJ handle of its own; the order of the files is fixed.
  func files() throws(GeometryEngineError) -> [(name: String, content: [UInt8])] {
    let result = result
    var drawn: [DrawnFiles] = []
    for outcome in concurrently(DrawnFiles.Part.allCases, { DrawnFiles.drawing($0, of: result) }) {
      drawn.append(try outcome.get())
    }
    let manifest = ResultManifest(result: result, drawn: drawn).manifest
    return drawn.flatMap(\.files) + [("manifest.json", manifest.json)]
  }
}
