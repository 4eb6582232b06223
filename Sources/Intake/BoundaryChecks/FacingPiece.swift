internal import SimpleFeatures

/// A piece of the ground to the right of an edge, between it and an edge that runs the other way.
struct FacingPiece {
  private let edge: OpenEdges.Edge
  /// To the east and the north, for a metre along the edge.
  private let unit: (x: Double, y: Double)
  /// Where along the edge the piece begins and ends, in metres.
  let start: Double
  let end: Double
  /// How wide it is where it begins and where it ends, in metres.
  private let widths: (start: Double, end: Double)

  /// The piece between two edges, as far as it is at most `width` wide; `nil` if there is none, or
  /// if the edges are nearer to perpendicular than to parallel.
  init?(of edge: OpenEdges.Edge, facing other: OpenEdges.Edge, within width: Double) {
    let length = edge.from.distance(to: edge.to).metres
    let unit = (x: (edge.to.x - edge.from.x) / length, y: (edge.to.y - edge.from.y) / length)
    func seen(_ position: Coordinate) -> (along: Double, right: Double) {
      let (x, y) = (position.x - edge.from.x, position.y - edge.from.y)
      return (x * unit.x + y * unit.y, x * unit.y - y * unit.x)
    }
    let (far, near) = (seen(other.from), seen(other.to))
    let advance = far.along - near.along
    let drift = far.right - near.right
    guard advance > 0, abs(drift) <= advance else { return nil }
    let slope = drift / advance
    func right(_ along: Double) -> Double { near.right + (along - near.along) * slope }
    var (start, end) = (max(0, near.along), min(length, far.along))
    if slope == 0 {
      guard (0...width).contains(near.right) else { return nil }
    } else {
      let nowhere = near.along - near.right / slope
      let widest = near.along + (width - near.right) / slope
      start = max(start, min(nowhere, widest))
      end = min(end, max(nowhere, widest))
    }
    guard start < end else { return nil }
    self.edge = edge
    self.unit = unit
    self.start = start
    self.end = end
    widths = (max(0, right(start)), max(0, right(end)))
  }

  private init(_ piece: FacingPiece, from start: Double) {
    edge = piece.edge
    unit = piece.unit
    self.start = start
    end = piece.end
    let share = (start - piece.start) / (piece.end - piece.start)
    let width = piece.widths.start + share * (piece.widths.end - piece.widths.start)
    widths = (width, piece.widths.end)
  }

  /// The rest of the piece from a place along the edge on; `nil` if nothing is left.
  func from(_ place: Double) -> FacingPiece? {
    if place <= start { return self }
    return place < end ? FacingPiece(self, from: place) : nil
  }

  /// In metres.
  var length: Double { end - start }

  /// In square metres.
  var area: Double { length * (widths.start + widths.end) / 2 }

  /// The position in the middle.
  var middle: Coordinate {
    let along = (start + end) / 2
    let right = (widths.start + widths.end) / 4
    return Coordinate(
      x: edge.from.x + along * unit.x + right * unit.y,
      y: edge.from.y + along * unit.y - right * unit.x)
  }
}
