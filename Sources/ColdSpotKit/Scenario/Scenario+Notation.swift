internal import GeoJSON
internal import SimpleFeatures

// One notation for study files and for the addresses of the map service.

extension Scenario.Move: CustomStringConvertible {
  /// `org003@-0.12,51.5`: who, and the longitude and latitude of the new site.
  public var description: String { "\(organisation)@\(ScenarioNotation.text(position))" }

  /// A move in its notation; `nil` for any other text.
  public init?(_ text: String) {
    var parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count >= 2, let position = ScenarioNotation.position(parts.removeLast()) else {
      return nil
    }
    self.init(parts.joined(separator: "@"), to: position)
  }
}

extension Scenario.Opening: CustomStringConvertible {
  /// `New hub@-0.1,51.5@funding;premises`: the name, the longitude and latitude of the site, and the
  /// functions; with none after the last sign, it provides all of them.
  public var description: String {
    "\(name)@\(ScenarioNotation.text(position))@\(functions.joined(separator: ";"))"
  }

  /// An opening in its notation; `nil` for any other text.
  public init?(_ text: String) {
    var parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return nil }
    let functions = parts.removeLast().split(separator: ";").map(String.init)
    guard let position = ScenarioNotation.position(parts.removeLast()) else { return nil }
    let name = parts.joined(separator: "@")
    guard !name.allSatisfy(\.isWhitespace), name.utf8.count <= Scenario.nameLimit else {
      return nil
    }
    self.init(name, at: position, functions: functions)
  }
}

private enum ScenarioNotation {
  /// Degrees to seven decimals, about a centimetre.
  static func text(_ position: LonLat) -> String {
    [position.longitude, position.latitude]
      .map { PropertyValue.decimal($0, places: 7).plainText }.joined(separator: ",")
  }

  static func position(_ text: Substring) -> LonLat? {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map {
      Double($0.trimmingPrefix(while: \.isWhitespace))
    }
    guard numbers.count == 2, let longitude = numbers[0], let latitude = numbers[1] else {
      return nil
    }
    let position = LonLat(longitude: longitude, latitude: latitude)
    return position.isOnEarth ? position : nil
  }
}
