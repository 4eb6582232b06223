import CPROJ

// Reference systems that a file defines instead of naming: well-known text and PROJJSON.
extension ReferenceSystem {
  /// Whether a text has the form of a definition: `KEYWORD[…]` or `{…}`.
  static func isDefinition(_ text: String) -> Bool {
    let text = text.drop(while: \.isWhitespace)
    if text.first == "{" { return true }
    let rest = text.drop { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    guard rest.startIndex > text.startIndex else { return false }
    return rest.first { !$0.isWhitespace } == "["
  }

  /// The system of the EPSG register, or else of Esri's, that a definition describes.
  ///
  /// - Throws: ``GeometryEngineError/unknownReferenceSystem(_:)`` with the name in the definition,
  ///   when PROJ cannot read it or neither register has its like.
  init(definition text: String) throws(GeometryEngineError) {
    let unknown = GeometryEngineError.unknownReferenceSystem(Self.name(in: text))
    let definition = text.drop(while: \.isWhitespace)
    guard Self.beginsAsDefinition(definition), Self.isWithinBounds(text) else { throw unknown }
    let context = try PROJContext()
    guard
      let defined = unsafe PROJObject(
        proj_create(context.handle, String(definition)), in: context),
      unsafe proj_is_crs(defined.handle) == 1
    else { throw unknown }
    // Old definitions carry a transformation to WGS 84; PROJ then wraps the system in it.
    let base =
      unsafe proj_get_type(defined.handle) == PJ_TYPE_BOUND_CRS
      ? unsafe PROJObject(proj_get_source_crs(context.handle, defined.handle), in: context)
      : defined
    guard let system = (base ?? defined).registered(in: "EPSG", "ESRI") else { throw unknown }
    self = system
  }

  /// The keywords with which a definition of a reference system on the Earth's surface begins, in
  /// the forms of 2001, of Esri and of 2015 to 2019.
  private static let keywords: Set<String> = [
    "GEOGCS", "PROJCS", "GEOCCS", "COMPD_CS", "FITTED_CS", "GEODCRS", "GEODETICCRS", "GEOGCRS",
    "GEOGRAPHICCRS", "PROJCRS", "PROJECTEDCRS", "DERIVEDPROJCRS", "COMPOUNDCRS", "BOUNDCRS",
    "COORDINATEMETADATA",
  ]

  /// Whether a text begins as a definition does; any other PROJ would take for a name, and look for
  /// what resembles it through the whole of its database, for seconds.
  private static func beginsAsDefinition(_ text: Substring) -> Bool {
    text.first == "{"
      || keywords.contains(text.prefix { $0 != "[" && !$0.isWhitespace }.uppercased())
  }

  /// Whether PROJ may be given a definition: its parsers call themselves for each level.
  ///
  /// A definition of several systems with all their axes and names stays far below both bounds.
  private static func isWithinBounds(_ text: String) -> Bool {
    guard text.utf8.count <= 100_000 else { return false }
    var depth = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
      if depth > 64 { return false }
    }
    return true
  }

  /// What a message can call a definition: its first text in quotes, or its beginning.
  private static func name(in text: String) -> String {
    let start = text.prefix(200)
    let quoted = start.split(separator: "\"", omittingEmptySubsequences: false)
    let isWKT = start.first { !$0.isWhitespace } != "{"
    let name = isWKT && quoted.count > 2 ? quoted[1] : start
    return name.count > 60 ? name.prefix(60) + "…" : String(name)
  }
}

extension PROJObject {
  /// The entry of the first of some registers that has a system with the same parameters.
  ///
  /// PROJ's confidence is 100 or 90 % when the name agrees too, and 70 % when only the parameters
  /// do, which is all that positions depend on; below that they differ.
  ///
  /// - SeeAlso: PROJ documentation, `proj_identify`.
  fileprivate func registered(in registers: String...) -> ReferenceSystem? {
    for register in registers {
      let best = candidates(in: register).filter { $0.confidence >= 70 }
        .max { ($0.confidence, $0.isCurrent ? 1 : 0) < ($1.confidence, $1.isCurrent ? 1 : 0) }
      if let best { return best.system }
    }
    return nil
  }

  /// The systems of a register that resemble this one, in PROJ's order.
  private func candidates(
    in register: String
  ) -> [(system: ReferenceSystem, confidence: Int32, isCurrent: Bool)] {
    var confidences: UnsafeMutablePointer<Int32>?
    let list = unsafe proj_identify(context.handle, handle, register, nil, &confidences)
    defer {
      unsafe proj_int_list_destroy(confidences)
      unsafe proj_list_destroy(list)
    }
    guard let list = unsafe list, let confidences = unsafe confidences else { return [] }
    // PROJ gives one confidence for each member of its list.
    let count = unsafe proj_list_get_count(list)
    return (0..<count).compactMap { index in
      guard
        let member = unsafe PROJObject(
          proj_list_get(context.handle, list, index), in: context),
        let authority = unsafe proj_get_id_auth_name(member.handle, 0),
        let number = unsafe proj_get_id_code(member.handle, 0)
      else { return nil }
      let system = unsafe ReferenceSystem(
        authority: String(cString: authority), number: String(cString: number))
      return unsafe (system, confidences[Int(index)], proj_is_deprecated(member.handle) == 0)
    }
  }
}
