/// The names of the properties that all features of a layer have, encoded once for all of them.
///
/// A ``GeoJSONFeatureEncoder`` that is given them takes the values of a feature alone, in the order
/// of the names.
public struct PropertyNames: Sendable {
  /// The names, in the order of the values.
  public let names: [String]
  /// Each name in quotes with its colon, and what stands before it.
  let phrases: [Phrase]
  /// The bytes of all phrases.
  let room: Int

  /// Encodes names.
  ///
  /// - Precondition: No name occurs twice.
  public init(_ names: [String]) {
    assert(Set(names).count == names.count, "two properties have the same name")
    self.names = names
    phrases = names.enumerated().map { index, name in
      var output = OutputBytes()
      output.append(index == 0 ? #","properties":{"# : ",")
      output.append(string: name)
      output.append(UInt8(ascii: ":"))
      return Phrase(output.take())
    }
    room = phrases.reduce(0) { $0 + $1.count }
  }
}
