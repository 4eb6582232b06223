internal import SimpleFeatures
internal import SpatialStatistics

extension DistanceWeights {
  /// Step 1: the weighted people of each site.
  func siteSums<Kernel: RadialKernel, Cells: CoveredCells>(
    of people: [Lanes], _ kernel: Kernel, _ covered: Cells, radius: Double
  ) -> [Double] {
    let sums = concurrently(over: siteCount, threads: threads) { range in
      var view = covered.emptyView()
      return range.map { index in
        let site = order[index]
        guard doors[site].count == 1 else {
          return sum(of: people, kernel, doors: doors[site], radius: radius)
        }
        let disc = CellDisc(at: doors[site][0], radius: radius, over: cells)
        if Cells.areUsed {
          covered.look(from: disc.centre, over: cells.columns(of: disc), into: &view)
        }
        var sum = Lanes.zero
        for row in cells.rows(of: disc) {
          guard let part = cells.cells(of: disc, row: row, covering: Cells.areUsed) else {
            continue
          }
          let (west, east) = cells.rims(of: part)
          kernel.gather(people, cells, blocks: west, around: disc.centre, into: &sum)
          kernel.gather(people, cells, blocks: east, around: disc.centre, into: &sum)
          sum += covered.sum(of: part, from: disc.centre, view)
        }
        return sum.total
      }
    }
    var bySite = [Double](repeating: 0, count: siteCount)
    for (index, site) in order.enumerated() { bySite[site] = sums[index] }
    return bySite
  }

  /// Step 2: adds the amount of each site to the places of some rows, and to cells covered whole.
  ///
  /// Sites come one after the other, so that what a place receives does not depend on the rows
  /// that are worked on together.
  func spread<Kernel: RadialKernel, Cells: CoveredCells>(
    _ amounts: [Double], _ kernel: Kernel, _ covered: inout Cells, radius: Double,
    over rows: Range<Int>, to access: inout [Lanes]
  ) {
    let first = cells.blocks(rows: rows).lowerBound
    var view = covered.emptyView()
    for site in order where amounts[site] != 0 {
      let amount = amounts[site]
      guard doors[site].count == 1 else {
        spread(amount, kernel, doors: doors[site], radius: radius, over: rows, to: &access)
        continue
      }
      let disc = CellDisc(at: doors[site][0], radius: radius, over: cells)
      let range = Range(cells.rows(of: disc)).clamped(to: rows)
      if Cells.areUsed {
        covered.look(from: disc.centre, over: cells.columns(of: disc), into: &view)
      }
      for row in range {
        guard let part = cells.cells(of: disc, row: row, covering: Cells.areUsed) else {
          continue
        }
        let (west, east) = cells.rims(of: part)
        kernel.spread(amount, cells, blocks: west, around: disc.centre, to: &access, from: first)
        kernel.spread(amount, cells, blocks: east, around: disc.centre, to: &access, from: first)
        covered.add(amount, to: part, from: disc.centre, view)
      }
    }
  }
}

extension DistanceWeights {
  /// Suppliers with several doors, or none: the nearest door counts, pair by pair.
  private func sum(
    of people: [Lanes], _ kernel: some RadialKernel, doors: [Coordinate], radius: Double
  ) -> Double {
    var sum = Lanes.zero
    forEachBlock(of: doors, radius: radius, rows: 0..<cells.rows) { block, squares in
      sum += kernel.weighed(people[block], squares: squares)
    }
    return sum.total
  }

  private func spread(
    _ amount: Double, _ kernel: some RadialKernel, doors: [Coordinate], radius: Double,
    over rows: Range<Int>, to access: inout [Lanes]
  ) {
    let first = cells.blocks(rows: rows).lowerBound
    let amounts = Lanes(repeating: amount)
    forEachBlock(of: doors, radius: radius, rows: rows) { block, squares in
      access[block - first] += kernel.weighed(amounts, squares: squares)
    }
  }

  /// Calls for each block that a disc around any of the doors may touch, once.
  @inline(__always)
  private func forEachBlock(
    of doors: [Coordinate], radius: Double, rows: Range<Int>,
    _ body: (_ block: Int, _ squares: Lanes) -> Void
  ) {
    let discs = doors.map { CellDisc(at: $0, radius: radius, over: cells) }
    let south = discs.map { cells.rows(of: $0).lowerBound }.min() ?? 0
    let north = discs.map { cells.rows(of: $0).upperBound }.max() ?? -1
    for row in rows where row >= south && row <= north {
      let touched = discs.compactMap { cells.cells(of: $0, row: row, covering: false)?.touched }
      guard let west = touched.map(\.lowerBound).min(), let east = touched.map(\.upperBound).max()
      else { continue }
      for block in cells.blocks(row: row, columns: west..<east) {
        var nearest = Lanes(repeating: .infinity)
        for door in doors {
          let squares = cells.squaredDistances(of: block, from: door)
          nearest = nearest.replacing(with: squares, where: squares .< nearest)
        }
        body(block, nearest)
      }
    }
  }
}
