internal import CGEOS
internal import CPROJ

/// The versions of the C libraries that shapes and positions depend on.
public enum LibraryVersions {
  /// The version of GEOS, such as "3.11.1-CAPI-1.17.1".
  public static var geos: String { unsafe String(cString: GEOSversion()) }

  /// The version of PROJ, such as "9.1.1".
  public static var proj: String { unsafe String(cString: proj_info().version) }
}
