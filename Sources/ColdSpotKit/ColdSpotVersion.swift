/// The version of the program.
public enum ColdSpotVersion {
  /// The version, as semantic versioning has it.
  public static let current = "0.1.0"
}
