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
    /// The layer of a GeoPackage; `nil` for its first with shapes.
    public var layer: String?
    /// What kind of areas it holds.
    public var level: AreaLevel
    /// Their edition.
    public var vintage: Vintage
    /// Which properties hold what.
    public var columns: AreaFile.Columns
    /// The reference system, where the file does not tell.
    public var system: ReferenceSystem?
    /// Whether borders that cross themselves are mended, and said so, instead of refused.
    public var repairs: Bool
    /// The codes of larger areas whose areas are merged into one each.
    public var merged: [String]

    /// A boundary file.
    public init(
      file: String, layer: String? = nil, level: AreaLevel, vintage: Vintage = "",
      columns: AreaFile.Columns = AreaFile.Columns(), system: ReferenceSystem? = nil,
      repairs: Bool = false, merged: [String] = []
    ) {
      self.merged = merged
      self.file = file
      self.layer = layer
      self.repairs = repairs
      self.level = level
      self.vintage = vintage
      self.columns = columns
      self.system = system
    }
  }

  /// The file of places.
  public struct PlaceSource: Sendable {
    /// The path, relative to the study file.
    public var file: String
    /// Which columns hold what.
    public var columns: PlaceReader.Columns
    /// The reference system of the coordinates.
    public var system: ReferenceSystem
    /// A lookup from ward codes of another edition to those of the boundaries.
    public var crosswalk: String?

    /// A file of places.
    public init(
      file: String, columns: PlaceReader.Columns = PlaceReader.Columns(),
      system: ReferenceSystem = .wgs84, crosswalk: String? = nil
    ) {
      self.file = file
      self.columns = columns
      self.system = system
      self.crosswalk = crosswalk
    }
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
    /// Which columns hold the code and the index, and which way it points.
    public var columns: NeedTable.Columns
    /// What it gives figures for.
    public var unit: Unit
    /// A lookup from the areas of the figures to those of the study, with shares of people.
    public var crosswalk: String?

    /// An index of need.
    public init(
      name: String, file: String? = nil, columns: NeedTable.Columns, unit: Unit = .place,
      crosswalk: String? = nil
    ) {
      self.name = name
      self.file = file
      self.columns = columns
      self.unit = unit
      self.crosswalk = crosswalk
    }
  }

  /// The file of organisations.
  public struct OrganisationSource: Sendable {
    /// The path, relative to the study file.
    public var file: String
    /// Which columns hold what.
    public var columns: OrganisationReader.Columns
    /// The reference system of the coordinates.
    public var system: ReferenceSystem
    /// The directory of postcodes, or of their sectors, that places organisations without
    /// coordinates: files, or folders of files.
    public var postcodes: [String]
    /// The polygons that organisations declare as areas of benefit.
    public var areasOfBenefit: String?
    /// The names of parts of the study area: "South London".
    public var regions: String?
    /// A table with a row for each organisation and area that it serves.
    public var remits: String?
    /// A table with a row for each organisation and specialism.
    public var classifications: String?
    /// A lookup from ward codes of another edition to those of the boundaries.
    public var crosswalk: String?
    /// What organisations provide of which the table says nothing.
    public var usualSpecialisms: [String]
    /// The least share of those with an address that must be placed, 0 to 1.
    public var leastPlaced: Double

    /// A file of organisations.
    public init(
      file: String, columns: OrganisationReader.Columns = OrganisationReader.Columns(),
      system: ReferenceSystem = .wgs84, postcodes: [String] = [], areasOfBenefit: String? = nil,
      regions: String? = nil, remits: String? = nil, classifications: String? = nil,
      crosswalk: String? = nil, usualSpecialisms: [String] = [], leastPlaced: Double = 0
    ) {
      self.file = file
      self.columns = columns
      self.system = system
      self.postcodes = postcodes
      self.areasOfBenefit = areasOfBenefit
      self.regions = regions
      self.remits = remits
      self.classifications = classifications
      self.crosswalk = crosswalk
      self.usualSpecialisms = usualSpecialisms
      self.leastPlaced = leastPlaced
    }
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
  /// The values of method that ranks are tried with.
  public var sensitivity: MethodValues
  /// What is changed of what the files say.
  public var scenario: Scenario

  /// Settings made in code; a file's come from ``init(_:file:)``.
  public init(
    name: String, system: ReferenceSystem? = nil, attribution: [String] = [],
    dataPackage: String? = nil, wards: AreaSource, boroughs: AreaSource? = nil,
    places: PlaceSource, need: NeedSource, organisations: OrganisationSource, functions: String,
    catchment: CatchmentRules = CatchmentRules(), score: ScoreRules = ScoreRules(),
    sensitivity: MethodValues = MethodValues(), scenario: Scenario = Scenario()
  ) {
    self.name = name
    self.system = system
    self.attribution = attribution
    self.dataPackage = dataPackage
    self.wards = wards
    self.boroughs = boroughs
    self.places = places
    self.need = need
    self.organisations = organisations
    self.functions = functions
    self.catchment = catchment
    self.score = score
    self.sensitivity = sensitivity
    self.scenario = scenario
  }
}
