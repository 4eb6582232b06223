public import GeoJSON

/// The areas of a layer as borders: what two areas share is one arc, stored once.
///
/// An arc runs from junction to junction, a junction being a position where borders meet, part or
/// touch; a border without any junction is one closed arc. Positions are the same only when both
/// ordinates are equal, so neighbours share what their files drew with the same corners.
/// Simplifying arcs instead of areas leaves neither gaps nor overlaps between neighbours.
///
/// - SeeAlso: M. Bostock, C. Metcalf, *The TopoJSON Format Specification*, 2013, whose way to refer
///   to arcs is used here.
public struct Topology: Hashable, Sendable {
  /// A closed border: its arcs in order, `i` for arc `i` as it is stored, `~i` for it backwards.
  public typealias Ring = [Int]

  /// The arcs, two or more positions each; the first and last are junctions.
  ///
  /// A closed arc, whose first and last position are equal, has at most one junction; without any
  /// it starts at its least position, by first and then second ordinate.
  public let arcs: [[Position]]
  /// For each feature its polygons, each an exterior ring and then its holes; `nil` for a feature
  /// that is no area.
  public let areas: [[[Ring]]?]

  init(arcs: [[Position]], areas: [[[Ring]]?]) {
    self.arcs = arcs
    self.areas = areas
  }

  /// The topology of some shapes.
  ///
  /// Rings need not be wound one way and may start anywhere. Those of fewer than three different
  /// corners enclose nothing and are left out, a whole polygon where it is the exterior. Which
  /// arcs there are, and which way they run, does not depend on the order of the shapes; their
  /// numbers do, since arcs are numbered as they are first met.
  ///
  /// - Parameter geometries: One for each feature, ordinates finite; only `polygon` and
  ///   `multiPolygon` have a border.
  /// - Complexity: O(*n*) expected, in the number of positions.
  public init(_ geometries: [Geometry?]) {
    var builder = TopologyBuilder()
    self = builder.topology(of: geometries)
  }

  /// The topology of the shapes of a layer, in its order.
  public init(_ layer: Layer) {
    self.init(layer.features.map(\.geometry))
  }

  /// The number of positions of all arcs; a junction counts once for each arc that ends there.
  public var positionCount: Int { arcs.reduce(0) { $0 + $1.count } }

  /// The shape of a feature put together again: a MultiPolygon, its rings closed and wound as they
  /// were given.
  ///
  /// - Returns: `nil` for a feature that is no area.
  public func geometry(of feature: Int) -> Geometry? {
    areas[feature].map { polygons in
      .multiPolygon(polygons.map { rings in rings.map { positions(of: $0) } })
    }
  }

  /// The features that share a stretch of border with each feature, ascending; those that touch
  /// it at single positions are not among them.
  ///
  /// - Complexity: O(*n* + *k* log *k*) for *k* pairs; *k* grows with the square of the number of
  ///   features that share one arc.
  public var neighbours: [[Int]] {
    var found = [Set<Int>](repeating: [], count: areas.count)
    for sharing in featuresByArc where sharing.count > 1 {
      for feature in sharing { found[feature].formUnion(sharing) }
    }
    return found.indices.map { feature in
      found[feature].subtracting([feature]).sorted()
    }
  }

  /// The features that each arc is a border of, ascending.
  var featuresByArc: [[Int]] {
    var features = [[Int]](repeating: [], count: arcs.count)
    for (feature, polygons) in areas.enumerated() {
      for reference in (polygons ?? []).joined().joined() {
        let arc = Self.arc(of: reference)
        if features[arc].last != feature { features[arc].append(feature) }
      }
    }
    return features
  }

  /// The closed ring, its first position again at its end.
  func positions(of ring: Ring) -> [Position] {
    var positions: [Position] = []
    for reference in ring {
      let arc = arcs[Self.arc(of: reference)]
      // The first position of an arc is the last one of the arc before.
      let shared = positions.isEmpty ? 0 : 1
      if reference < 0 {
        positions += arc.reversed().dropFirst(shared)
      } else {
        positions += arc.dropFirst(shared)
      }
    }
    return positions
  }

  /// The number of the arc that a reference means, whichever way.
  static func arc(of reference: Int) -> Int { reference < 0 ? ~reference : reference }
}
