public import Places

/// The areas that a study is about, and the plane that they lie in: what tables are read against.
public struct StudyGround {
  /// The smaller areas.
  public let wards: Boundaries
  /// Their file, for messages.
  public let wardFile: String
  /// The property of that file with their codes, which tells their edition.
  public let wardColumn: String
  /// The larger areas; `nil` for a study with one level.
  public let boroughs: Boundaries?
  /// Into the study's reference system.
  ///
  /// Not `Sendable`: it belongs to one task.
  public let projection: StudyProjection

  /// A ground from its parts.
  public init(
    wards: Boundaries, wardFile: String = "the boundaries", wardColumn: String = "code",
    boroughs: Boundaries?, projection: StudyProjection
  ) {
    self.wards = wards
    self.wardFile = wardFile
    self.wardColumn = wardColumn
    self.boroughs = boroughs
    self.projection = projection
  }

  /// Tells whether codes are of the same edition as the wards.
  var vintageCheck: VintageCheck {
    VintageCheck(wards, file: wardFile, column: wardColumn)
  }
}
