internal import Foundation

extension StudySettings {
  /// The paths that the settings name, each with its key in a study file.
  var paths: [(key: String, path: String)] {
    var paths: [(key: String, path: String)] = [("wards.file", wards.file)]
    func add(_ key: String, _ path: String?) {
      if let path { paths.append((key, path)) }
    }
    add("boroughs.file", boroughs?.file)
    add("places.file", places.file)
    add("places.crosswalk", places.crosswalk)
    add("need.file", need.file)
    add("need.crosswalk", need.crosswalk)
    add("organisations.file", organisations.file)
    for path in organisations.postcodes { add("organisations.postcodes", path) }
    add("organisations.areas_of_benefit", organisations.areasOfBenefit)
    add("organisations.regions", organisations.regions)
    add("organisations.remits", organisations.remits)
    add("organisations.classifications", organisations.classifications)
    add("organisations.crosswalk", organisations.crosswalk)
    add("functions.file", functions)
    add("datapackage", dataPackage)
    return paths
  }

  /// The same settings with paths that lead to their files from anywhere.
  ///
  /// - Parameter folder: The folder that the paths start from.
  /// - Returns: The settings, whose paths are absolute.
  func withPaths(from folder: URL) -> StudySettings {
    func full(_ path: String) -> String {
      URL(filePath: path, relativeTo: folder).absoluteURL.path
    }
    var settings = self
    settings.wards.file = full(wards.file)
    if let boroughs { settings.boroughs?.file = full(boroughs.file) }
    settings.places.file = full(places.file)
    settings.places.crosswalk = places.crosswalk.map(full)
    settings.need.file = need.file.map(full)
    settings.need.crosswalk = need.crosswalk.map(full)
    settings.organisations.file = full(organisations.file)
    settings.organisations.postcodes = organisations.postcodes.map(full)
    settings.organisations.areasOfBenefit = organisations.areasOfBenefit.map(full)
    settings.organisations.regions = organisations.regions.map(full)
    settings.organisations.remits = organisations.remits.map(full)
    settings.organisations.classifications = organisations.classifications.map(full)
    settings.organisations.crosswalk = organisations.crosswalk.map(full)
    settings.functions = full(functions)
    settings.dataPackage = dataPackage.map(full)
    return settings
  }
}
