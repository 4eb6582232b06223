internal import SimpleFeatures
internal import SpatialStatistics

extension DistanceWeights {
  /// Σ over the places of each site: `Σ_i values[i] · w_ij`.
  ///
  /// - Parameter values: One value per place, 0 or more.
  /// - Returns: One sum per site, to rounding; 0 where no place with a value is in reach.
  /// - Complexity: O(sites · cells and places on the rim of a disc) for steps and bell curves, else
  ///   O(pairs); memory O(places).
  public func columnSums(of values: [Double]) -> [Double] {
    precondition(values.count == placeCount, "one value per place")
    let people = cells.gathered(values)
    switch form {
    case .steps(let steps):
      let totals = CellTotals(of: people, in: cells)
      var sums = [Double](repeating: 0, count: siteCount)
      for step in steps {
        let inside = siteSums(of: people, step.kernel, totals, radius: step.radius)
        for site in sums.indices { sums[site] += inside[site] * step.weight }
      }
      return sums
    case .bellByCells(let bell) where bell.isShallow:
      let moments = CellMoments(bell, of: people, in: cells)
      return siteSums(of: people, ShallowBellKernel(bell: bell), moments, radius: bell.limit)
    case .bellByCells(let bell):
      let moments = CellMoments(bell, of: people, in: cells)
      return siteSums(of: people, BellKernel(bell: bell), moments, radius: bell.limit)
    case .bell(let bell) where bell.isShallow:
      return siteSums(of: people, ShallowBellKernel(bell: bell), NoCells(), radius: bell.limit)
    case .bell(let bell):
      return siteSums(of: people, BellKernel(bell: bell), NoCells(), radius: bell.limit)
    case .cone(let kernel):
      return siteSums(of: people, kernel, NoCells(), radius: kernel.limit)
    case .exponential(let kernel):
      return siteSums(of: people, kernel, NoCells(), radius: radius)
    case .plain(let kernel):
      return siteSums(of: people, kernel, NoCells(), radius: radius)
    }
  }

  /// Σ over the sites of each place: `Σ_j values[j] · w_ij`.
  ///
  /// - Parameter values: One value per site, 0 or more.
  /// - Returns: One sum per place, to rounding; 0 where no site with a value is in reach.
  /// - Complexity: As ``columnSums(of:)``.
  public func rowSums(of values: [Double]) -> [Double] {
    precondition(values.count == siteCount, "one value per site")
    let bands = cells.bands(threads.count == 1 ? 1 : 4 * threads.count)
    return cells.scattered(concurrently(bands, threads: threads) { spread(values, over: $0) })
  }

  private func spread(_ values: [Double], over rows: Range<Int>) -> [Lanes] {
    var access = [Lanes](repeating: .zero, count: cells.blocks(rows: rows).count)
    switch form {
    case .steps(let steps):
      var totals = CellTotals(cells, rows: rows)
      for step in steps {
        let amounts = values.map { $0 * step.weight }
        spread(amounts, step.kernel, &totals, radius: step.radius, over: rows, to: &access)
      }
      totals.give(to: &access, rows: rows, of: cells)
    case .bellByCells(let bell):
      var moments = CellMoments(bell, in: cells, rows: rows)
      if bell.isShallow {
        let kernel = ShallowBellKernel(bell: bell)
        spread(values, kernel, &moments, radius: bell.limit, over: rows, to: &access)
      } else {
        let kernel = BellKernel(bell: bell)
        spread(values, kernel, &moments, radius: bell.limit, over: rows, to: &access)
      }
      moments.give(to: &access, rows: rows, of: cells)
    case .bell(let bell) where bell.isShallow:
      spread(values, ShallowBellKernel(bell: bell), over: rows, to: &access)
    case .bell(let bell): spread(values, BellKernel(bell: bell), over: rows, to: &access)
    case .cone(let kernel): spread(values, kernel, over: rows, to: &access)
    case .exponential(let kernel): spread(values, kernel, over: rows, to: &access)
    case .plain(let kernel): spread(values, kernel, over: rows, to: &access)
    }
    return access
  }

  private func spread(
    _ values: [Double], _ kernel: some RadialKernel, over rows: Range<Int>,
    to access: inout [Lanes]
  ) {
    var none = NoCells()
    spread(values, kernel, &none, radius: radius, over: rows, to: &access)
  }

  /// The largest distance of interest.
  private var radius: Double { decay.limit ?? .infinity }
}
