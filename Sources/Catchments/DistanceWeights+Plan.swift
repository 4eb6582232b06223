internal import Foundation
internal import SimpleFeatures

extension DistanceWeights {
  /// Limits and deviations whose squares are numbers with all their digits.
  private static let plainLengths = 1e-100...1e100

  /// How to take the sums, and how long the sides of the cells should be for that.
  static func plan(
    _ decay: Decay, count: Int, bounds: BoundingBox
  ) -> (form: Form, side: Double) {
    let area = bounds.isEmpty ? 0 : (bounds.maxX - bounds.minX) * (bounds.maxY - bounds.minY)
    let density = area > 0 ? Double(count) / area : .infinity
    let form = form(of: decay)
    switch form {
    case .steps:
      // Fewer to a cell cost more for the rows, more of them for the rims; flat from 20 to 80.
      return (form, (30 / density).squareRoot())
    case .bell(let bell):
      let limit = bell.limit
      // A covered cell costs 45 products, a rim grows with the side: the minimum is flat too.
      let side = min(cbrt(8 * limit / density), bell.longestSide)
      let cellsInDisc = Double.pi * (limit / side) * (limit / side)
      let placesInDisc = Double.pi * limit * limit * density
      // A cell costs as much as three pairs, and the memory of forty.
      guard limit.isFinite, density.isFinite, 6 * cellsInDisc < placesInDisc else { break }
      return (.bellByCells(bell), side)
    default: break
    }
    return (form, 0)
  }

  private static func form(of decay: Decay) -> Form {
    let limit = decay.limit ?? .infinity
    let squaredLimit = limit * limit
    let plain = Form.plain(PlainKernel(decay: decay, squaredLimit: squaredLimit))
    guard limit == .infinity || plainLengths.contains(limit) else { return plain }
    switch decay.shape {
    case .step: return .steps([Step(radius: limit, weight: 1)])
    case .zones(let zones): return .steps(steps(of: zones, limit: limit))
    case .truncatedGaussian: return .bell(Bell(endingAt: limit))
    case .gaussian(let deviation) where plainLengths.contains(deviation):
      return .bell(Bell(deviation: deviation, limit: decay.limit))
    case .linear: return .cone(ConeKernel(full: 0, limit: limit))
    case .trapezoid(let full) where full < limit:
      return .cone(ConeKernel(full: full, limit: limit))
    case .exponential(let rate):
      return .exponential(ExponentialKernel(rate: rate, squaredLimit: squaredLimit))
    default: return plain
    }
  }

  /// Zones as a sum of steps: up to the end of each, what its weight is above that of the next.
  private static func steps(
    of zones: [Decay.Zone], limit: Double
  ) -> [Step] {
    zones.indices.compactMap { index in
      let isLast = index == zones.count - 1
      let radius = isLast ? limit : min(zones[index].upTo, limit)
      let weight = zones[index].weight - (isLast ? 0 : zones[index + 1].weight)
      return weight > 0 ? Step(radius: radius, weight: weight) : nil
    }
  }
}
