public import GeometryEngine
public import Intake
public import Places

/// A study whose files have been read and fit together.
public struct LoadedStudy: Sendable {
  /// An input file and the number of its rows or features.
  public struct Input: Sendable {
    /// The file.
    public let file: InputFile
    /// Its data rows or features; `nil` for files that are not tables.
    public let rows: Int?
  }

  /// Areas, people, organisations and functions.
  public let data: StudyData
  /// The metric reference system of the computation.
  public let system: ReferenceSystem
  /// How degrees became metres, and how accurately.
  public let operation: OperationReport?
  /// The files, in the order in which they were read.
  public let inputs: [Input]
  /// What was noticed.
  public let findings: [Finding]
  /// The credits of the files.
  public let attribution: [String]
  /// The postcode sectors, where the study has them.
  public let postcodes: PostcodeSectors?
}
