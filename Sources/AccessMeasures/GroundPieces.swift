internal import GeometryEngine
internal import SimpleFeatures

/// Areas that may overlap, taken apart: each piece lies in the same of them throughout.
struct GroundPieces: Sendable {
  /// A piece of ground.
  struct Piece: Sendable {
    let shape: MultiPolygon
    /// The areas in which it lies, by index and ascending; at least one.
    let catchments: [Int]
  }

  /// Pieces that do not overlap.
  let pieces: [Piece]

  /// The pieces of areas; equal areas, as of organisations with the same remit, are cut once.
  init(of areas: [MultiPolygon]) throws(GeometryEngineError) {
    var owners: [MultiPolygon: [Int]] = [:]
    var different: [MultiPolygon] = []
    for (index, area) in areas.enumerated() where area.area > 0 {
      if owners[area] == nil { different.append(area) }
      owners[area, default: []].append(index)
    }
    var pieces: [Piece] = []
    for area in different {
      let indices = owners[area] ?? []
      var rest = area
      var cut: [Piece] = []
      for piece in pieces {
        let shared = try Overlay.intersection(piece.shape, rest)
        guard shared.area > 0 else {
          cut.append(piece)
          continue
        }
        let outside = try Overlay.difference(piece.shape, rest)
        if outside.area > 0 { cut.append(Piece(shape: outside, catchments: piece.catchments)) }
        cut.append(Piece(shape: shared, catchments: (piece.catchments + indices).sorted()))
        rest = try Overlay.difference(rest, piece.shape)
      }
      if rest.area > 0 { cut.append(Piece(shape: rest, catchments: indices)) }
      pieces = cut
    }
    self.pieces = pieces
  }

  /// The area that discs cover outside all pieces, in square metres.
  func remainder(of discs: DiscCoverage) -> Double {
    max(pieces.reduce(discs.area) { $0 - discs.coveredArea(of: $1.shape) }, 0)
  }
}
