/// Where a table comes from, as its column names tell.
public enum DataSource: String, Hashable, Sendable, CaseIterable, CustomStringConvertible {
  case onsBoundaries = "ONS boundary or lookup"
  case londonDatastore = "London Datastore"
  case boundaryLine = "OS Boundary-Line"
  /// The names used until 2024.
  case postcodesUntil2024 = "ONSPD or NSPL until 2024"
  /// The names used since 2025, which carry a year and change with each release.
  case postcodesSince2025 = "ONSPD or NSPL since 2025"
  case codePointOpen = "OS Code-Point Open"
  case threeSixtyGiving = "360Giving"
  case grantNav = "360Giving GrantNav"
  case charityRegister = "Charity Commission"
  case charityAreas = "Charity Commission areas of operation"
  case charityClassifications = "Charity Commission classifications"
  case openReferral = "Open Referral UK"
  case deprivation2019 = "IoD 2019"
  case deprivation2025 = "IoD 2025"
  case coldspot = "coldspot"
  case anySpreadsheet = "any spreadsheet"

  /// The name of the source.
  public var description: String { rawValue }

  /// Whether it is a publisher's layout, not a table that anyone made.
  var isPublished: Bool { self != .coldspot && self != .anySpreadsheet }

  /// The source whose columns this one has too.
  var base: DataSource? {
    self == .grantNav ? .threeSixtyGiving : nil
  }

  /// The source and those whose columns it has too.
  var family: [DataSource] {
    base.map { [self, $0] } ?? [self]
  }
}
