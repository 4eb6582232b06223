public import Places
public import SimpleFeatures

extension BoundaryCheck {
  /// An area as a file describes it, whether that makes sense or not.
  public struct Subject: Hashable, Sendable {
    /// Its code, which another area may have as well.
    public let code: AreaCode
    /// Its name.
    public let name: String
    /// The code of the area of the next level up, if known.
    public let parent: AreaCode?
    /// Its shape, in metres; empty if it has none.
    public let shape: MultiPolygon
    /// Where a position was the same as the one before it, in the order of the file.
    public let repeatedCorners: [Coordinate]
    /// The rings that are none, and are left out of the shape.
    public let unusableRings: [UnusableRing]

    /// A ring that is none.
    public struct UnusableRing: Hashable, Sendable {
      /// The ring, counted from 0 through the whole area.
      public let ring: Int
      /// What is wrong with it.
      public let reason: GeometryError
    }

    /// An area whose shape is made already.
    public init(code: AreaCode, name: String, parent: AreaCode? = nil, shape: MultiPolygon?) {
      self.code = code
      self.name = name
      self.parent = parent
      self.shape = shape ?? MultiPolygon([])
      repeatedCorners = []
      unusableRings = []
    }

    /// An area from the positions of its rings, as they stand in the file.
    ///
    /// A hole that cannot be a ring is left out, a part whose outer ring cannot be one with all
    /// its holes.
    ///
    /// - Parameters:
    ///   - code: Its code.
    ///   - name: Its name.
    ///   - parent: The code of the area of the next level up, if known.
    ///   - parts: For each part its rings, the outer one first, in metres; a last position that
    ///     repeats the first closes a ring and is no fault.
    public init(
      code: AreaCode, name: String, parent: AreaCode? = nil, parts: [[[Coordinate]]]
    ) {
      var polygons: [Polygon] = []
      var repeated: [Coordinate] = []
      var unusable: [UnusableRing] = []
      var number = 0
      for part in parts {
        var rings: [LinearRing?] = []
        for positions in part {
          repeated += zip(positions, positions.dropFirst()).filter(==).map(\.0)
          do throws(GeometryError) {
            rings.append(try LinearRing(positions))
          } catch {
            rings.append(nil)
            unusable.append(UnusableRing(ring: number, reason: error))
          }
          number += 1
        }
        if let first = rings.first, let exterior = first {
          polygons.append(
            Polygon(exterior: exterior, holes: rings.dropFirst().compactMap(\.self)))
        }
      }
      self.code = code
      self.name = name
      self.parent = parent
      shape = MultiPolygon(polygons)
      repeatedCorners = repeated
      unusableRings = unusable
    }

    /// An area of a set of boundaries.
    public init(_ area: Area) {
      self.init(code: area.code, name: area.name, parent: area.parent, shape: area.shape)
    }
  }
}

extension BoundaryCheck.Subject {
  /// An order that depends on what the areas are, not on where they stand in a file.
  static func inOrder(_ left: Self, _ right: Self) -> Bool {
    if left.code != right.code { return left.code < right.code }
    if left.name != right.name {
      return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }
    if left.parent != right.parent { return (left.parent ?? "") < (right.parent ?? "") }
    // Areas that share a code are told apart by their shapes.
    return left.shape.rings.flatMap(\.corners).lexicographicallyPrecedes(
      right.shape.rings.flatMap(\.corners)
    ) { ($0.x, $0.y) < ($1.x, $1.y) }
  }
}
