public import Catchments
public import ColdSpots
public import GeometryEngine
public import Intake
public import Places

/// What a study file says: which files, which columns, which choices.
public struct StudySettings: Sendable {
  /// A boundary file.
  public struct AreaSource: Sendable {
    /// The path, relative to the study file.
    public var file: String
    /// What kind of areas it holds.
    public var level: AreaLevel
    /// Their edition.
    public var vintage: Vintage
    /// Which properties hold what.
    public var columns: AreaFile.Columns
    /// The reference system, where the file does not tell.
    public var system: ReferenceSystem?
  }

  /// The file of places.
  public struct PlaceSource: Sendable {
    /// The path, relative to the study file.
    public var file: String
    /// Which columns hold what.
    public var columns: PlaceReader.Columns
    /// The reference system of the coordinates.
    public var system: ReferenceSystem
  }

  /// The published index of need.
  public struct NeedSource: Sendable {
    /// What an index gives figures for.
    public enum Unit: String, Sendable, CaseIterable {
      /// Boroughs, by code.
      case borough
      /// Wards, by code.
      case ward
      /// Places, by identifier.
      case place
    }

    /// The index's name, for people.
    public var name: String
    /// The path; `nil` where the index is a column of the places.
    public var file: String?
    /// The column with the code.
    public var code: String
    /// The column with the index.
    public var column: String
    /// Which way the index points.
    public var direction: NeedTable.Direction
    /// What it gives figures for.
    public var unit: Unit
  }

  /// The file of organisations.
  public struct OrganisationSource: Sendable {
    /// The path, relative to the study file.
    public var file: String
    /// Which columns hold what.
    public var columns: OrganisationReader.Columns
    /// The reference system of the coordinates.
    public var system: ReferenceSystem
    /// The table of postcode sectors that places organisations without coordinates.
    public var postcodes: String?
    /// The polygons that organisations declare as areas of benefit.
    public var areasOfBenefit: String?
  }

  /// The study's name.
  public var name: String
  /// The metric reference system of the computation; `nil` to choose one that suits the wards.
  public var system: ReferenceSystem?
  /// Credits to give beside those of the data package.
  public var attribution: [String]
  /// The Frictionless data package that describes the files and their credits.
  public var dataPackage: String?
  /// The smaller areas.
  public var wards: AreaSource
  /// The larger areas.
  public var boroughs: AreaSource?
  /// The demand.
  public var places: PlaceSource
  /// The index of need.
  public var need: NeedSource
  /// The supply.
  public var organisations: OrganisationSource
  /// The table of functions.
  public var functions: String
  /// How organisations reach places.
  public var catchment: CatchmentRules
  /// How access and need become a score.
  public var score: ScoreRules
}
