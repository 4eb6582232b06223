public import GeometryEngine
public import Intake
public import Places
public import Postcodes

/// A study whose files have been read and fit together.
public struct LoadedStudy: Sendable {
  /// An input file and what became of its rows or features.
  public struct Input: Sendable {
    /// The file.
    public let file: InputFile
    /// What became of its rows or features; `nil` for files that are not tables.
    public let account: RowAccount?
  }

  /// Areas, people, organisations and functions.
  public let data: StudyData
  /// The metric reference system of the computation.
  public let system: ReferenceSystem
  /// How degrees became metres, and how accurately.
  public let operation: OperationReport?
  /// Which way the index of need points.
  public let needDirection: NeedDirection
  /// The files, in the order in which they were read.
  public let inputs: [Input]
  /// What was noticed.
  public let findings: [Finding]
  /// The credits of the files.
  public let attribution: [String]
  /// The directory of postcodes, or of their sectors, where the study has one.
  public let postcodes: PostcodeDirectory?
}
