internal import GeoJSON

/// The points and areas of a layer on a grid, the areas cut into arcs.
struct TopoJSONShapes {
  /// The grid; `nil` for a layer without any position.
  let grid: TopoJSONGrid?
  /// The geometries on the grid.
  let geometries: [Geometry?]
  /// The areas among them.
  let topology: Topology

  init(_ layer: Layer, gridLines: Int) throws(TopoJSONError) {
    grid = TopoJSONGrid(
      around: layer.features.lazy.compactMap(\.geometry), lines: gridLines)
    var geometries: [Geometry?] = []
    for feature in layer.features {
      guard let geometry = feature.geometry else {
        geometries.append(nil)
        continue
      }
      switch geometry {
      case .point, .polygon, .multiPolygon: geometries.append(grid?.snapped(geometry) ?? geometry)
      default: throw .unsupportedGeometry(id: feature.id, typeName: geometry.typeName)
      }
    }
    self.geometries = geometries
    topology = Topology(geometries)
  }

  /// Whether every area is valid on the grid and has kept all its rings.
  func areSound() throws(TopoJSONError) -> Bool {
    for (feature, geometry) in geometries.enumerated() {
      let rings = (topology.areas[feature] ?? []).reduce(0) { $0 + $1.count }
      guard rings == geometry?.ringCount ?? 0 else { return false }
      do {
        guard try topology.fault(of: feature) == nil else { return false }
      } catch {
        throw .geometry(error)
      }
    }
    return true
  }
}

extension Geometry {
  /// How many rings an area has; 0 for anything else.
  fileprivate var ringCount: Int {
    switch self {
    case .polygon(let rings): rings.count
    case .multiPolygon(let polygons): polygons.reduce(0) { $0 + $1.count }
    default: 0
    }
  }
}
