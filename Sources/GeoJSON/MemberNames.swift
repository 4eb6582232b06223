/// The member names met so far in one object, to find those that come twice.
///
/// A short list is searched; beyond that a dictionary keeps an object of a million members from
/// taking a million squared steps.
struct MemberNames {
  private static let searched = 16
  private var names: [String] = []
  private var places: [String: Int] = [:]

  /// The place among distinct members of the one of this name; `nil` if it is to be the next.
  ///
  /// To be asked before each member is added, always about the same object.
  mutating func earlierPlace(of name: String, in members: [JSONValue.Member]) -> Int? {
    guard members.count > Self.searched else {
      return members.firstIndex { $0.name == name }
    }
    if places.isEmpty {
      for (place, member) in members.enumerated() { places[member.name] = place }
    }
    if let place = places[name] { return place }
    places[name] = members.count
    return nil
  }

  /// The place of the earlier member of this name; `nil` the first time, when it takes the next.
  mutating func earlierPlace(of name: String) -> Int? {
    if names.count <= Self.searched {
      if let place = names.firstIndex(of: name) { return place }
    } else if let place = places[name] {
      return place
    }
    names.append(name)
    if names.count == Self.searched + 1 {
      for (place, name) in names.enumerated() { places[name] = place }
    } else if names.count > Self.searched {
      places[name] = names.count - 1
    }
    return nil
  }
}
