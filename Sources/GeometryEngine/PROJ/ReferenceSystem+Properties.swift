import CPROJ

// What PROJ's database says about a reference system. Each question opens the database anew,
// about a millisecond, unless it is about a well-known system: ask once, not in loops.
extension ReferenceSystem {
  /// The full name, like "OSGB36 / British National Grid".
  ///
  /// - Throws: ``GeometryEngineError/unknownReferenceSystem(_:)``.
  public func name() throws(GeometryEngineError) -> String {
    let system = try PROJObject(self, in: PROJContext())
    guard let name = unsafe proj_get_name(system.handle) else { return code }
    return unsafe String(cString: name)
  }

  /// Whether its coordinates are longitude and latitude.
  ///
  /// - Throws: ``GeometryEngineError/unknownReferenceSystem(_:)``.
  public func isGeographic() throws(GeometryEngineError) -> Bool {
    try isWellKnown ? self == .wgs84 : horizontalPart().isGeographic
  }

  /// The length of one unit of its easting and northing, in metres.
  ///
  /// - Returns: 1 for metres, 0.3048 for feet; `nil` when it is not projected, or its two axes
  ///   differ.
  /// - Throws: ``GeometryEngineError/unknownReferenceSystem(_:)``.
  public func metresPerUnit() throws(GeometryEngineError) -> Double? {
    let system = try horizontalPart()
    guard system.isProjected, let unit = system.unit() else { return nil }
    return unit.factor
  }

  /// Makes sure that Euclidean distances of its coordinates are metres on the ground.
  ///
  /// - Throws: ``GeometryEngineError/notMetric(code:unit:)`` for degrees and feet,
  ///   ``GeometryEngineError/notProjected(code:)`` for what is no map,
  ///   ``GeometryEngineError/exaggeratesDistances(code:)`` for Web Mercator, whose metre is 0.62 m
  ///   in London, and ``GeometryEngineError/unknownReferenceSystem(_:)``.
  public func requireMetric() throws(GeometryEngineError) {
    if self == .britishNationalGrid { return }
    let system = try horizontalPart()
    if system.isGeographic { throw .notMetric(code: code, unit: system.unit()?.name ?? "degree") }
    guard system.isProjected else { throw .notProjected(code: code) }
    guard let unit = system.unit() else { throw .notMetric(code: code, unit: "several kinds") }
    guard abs(unit.factor - 1) < 1e-12 else { throw .notMetric(code: code, unit: unit.name) }
    if system.isWebMercator { throw .exaggeratesDistances(code: code) }
  }

  /// The reference system itself, or the map part of one that also has heights.
  private func horizontalPart() throws(GeometryEngineError) -> PROJObject {
    let system = try PROJObject(self, in: PROJContext())
    guard system.type == PJ_TYPE_COMPOUND_CRS else { return system }
    let context = system.context
    let part = unsafe PROJObject(
      proj_crs_get_sub_crs(context.handle, system.handle, 0), in: context)
    return part ?? system
  }
}

extension PROJObject {
  fileprivate var type: PJ_TYPE { unsafe proj_get_type(handle) }

  /// Whether the object is a reference system in longitude and latitude.
  var isGeographic: Bool {
    type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS
  }

  fileprivate var isProjected: Bool { type == PJ_TYPE_PROJECTED_CRS }

  /// The unit of the first two axes, and its size in metres or radians; `nil` when they differ.
  fileprivate func unit() -> (name: String, factor: Double)? {
    let axes = unsafe PROJObject(
      proj_crs_get_coordinate_system(context.handle, handle), in: context)
    guard let axes else { return nil }
    var units: [(name: String, factor: Double)] = []
    for index: Int32 in 0...1 {
      var factor = 0.0
      var name: UnsafePointer<CChar>?
      guard
        unsafe proj_cs_get_axis_info(
          context.handle, axes.handle, index, nil, nil, nil, &factor, &name, nil, nil) == 1,
        let name = unsafe name
      else { return nil }
      units.append((unsafe String(cString: name), factor))
    }
    return units[0] == units[1] ? units[0] : nil
  }

  /// Whether the projection is EPSG's method 1024, "Popular Visualisation Pseudo Mercator".
  fileprivate var isWebMercator: Bool {
    let projection = unsafe PROJObject(
      proj_crs_get_coordoperation(context.handle, handle), in: context)
    guard let projection else { return false }
    var method: UnsafePointer<CChar>?
    guard
      unsafe proj_coordoperation_get_method_info(
        context.handle, projection.handle, nil, nil, &method) == 1,
      let method = unsafe method
    else { return false }
    return unsafe String(cString: method) == "1024"
  }
}
