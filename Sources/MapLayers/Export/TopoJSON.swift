internal import GeoJSON
internal import GeometryEngine

extension Layer {
  /// The columns that a shape map of areas needs, and that TopoJSON has by default where its size
  /// is limited: what the area is, its people, need, lack and score, how it ranks and how firmly,
  /// and what is missing.
  public static let shapeMapColumns = [
    "code", "name", "boro_code", "boro_name", "people", "need", "lack", "score", "rank", "rank_lo",
    "rank_hi", "class", "n_orgs", "missing",
  ]

  /// The largest file, in bytes, that is sure to go into the Shape Map of Power BI.
  public static let shapeMapByteLimit = 1_000_000

  /// The layer as TopoJSON: borders that neighbours share are stored once, and exteriors run
  /// clockwise, as D3 and Power BI want it.
  ///
  /// Positions are put on a grid over the layer's bounds, then areas are cut into arcs. Under a
  /// byte limit the arcs are simplified as much as the limit asks, see
  /// ``Topology/simplified(toSquareMetres:)``; no feature and no column is left out for it. The
  /// `bbox` is that of the layer before it is simplified.
  ///
  /// - Parameters:
  ///   - attribution: The credits of the inputs, a member of the file.
  ///   - columns: The names of the columns to write, in this order. By default all of them or,
  ///     where there is a byte limit and the layer has a `code` and a `score`, those of
  ///     ``shapeMapColumns`` that it has.
  ///   - byteLimit: The most bytes that the file may have.
  ///   - gridLines: The lines of the grid each way, 2 to 10,000,000; areas that are too small for
  ///     it collapse. By default 1,000,000 (for London about 6 cm) or, where there is a byte limit,
  ///     100,000; ten or a hundred times as many where areas would collapse or cross themselves.
  /// - Returns: The bytes of the file.
  /// - Throws: ``TopoJSONError``.
  /// - Complexity: O(*n* log *n*) in the number of positions.
  /// - SeeAlso: M. Bostock, C. Metcalf, *The TopoJSON Format Specification*, 2013.
  public func topoJSON(
    attribution: [String], columns: [String]? = nil, byteLimit: Int? = nil, gridLines: Int? = nil
  ) throws(TopoJSONError) -> [UInt8] {
    let indices = try columnIndices(columns, isLimited: byteLimit != nil)
    var lines = gridLines ?? (byteLimit == nil ? 1_000_000 : 100_000)
    precondition((2...Self.mostGridLines).contains(lines), "a grid has 2 to 10,000,000 lines")
    var shapes = try TopoJSONShapes(self, gridLines: lines)
    while gridLines == nil, lines < Self.mostGridLines {
      if try shapes.areSound() { break }
      lines *= 10
      shapes = try TopoJSONShapes(self, gridLines: lines)
    }
    let encoder = TopoJSONEncoder(
      layer: self, columns: indices, attribution: attribution.joined(separator: " "),
      shapes: shapes)
    var topology = shapes.topology
    if let byteLimit, encoder.size(with: topology.arcs) > byteLimit {
      do {
        topology = try TopologySimplifier(topology).topology(within: byteLimit) { arcs in
          encoder.size(with: arcs)
        }
      } catch {
        throw .geometry(error)
      }
      let size = encoder.size(with: topology.arcs)
      guard size <= byteLimit else { throw .tooLarge(bytes: size, limit: byteLimit) }
    }
    return encoder.bytes(with: topology.arcs)
  }

  private static let mostGridLines = 10_000_000

  private func columnIndices(
    _ names: [String]?, isLimited: Bool
  ) throws(TopoJSONError) -> [Int] {
    let byName = Dictionary(
      columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    if let names {
      let unknown = names.filter { byName[$0] == nil }
      guard unknown.isEmpty else { throw .unknownColumns(unknown) }
      return names.compactMap { byName[$0] }
    }
    guard isLimited, byName["code"] != nil, byName["score"] != nil else {
      return Array(columns.indices)
    }
    return Self.shapeMapColumns.compactMap { byName[$0] }
  }
}
