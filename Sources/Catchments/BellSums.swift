internal import CKernels
internal import SimpleFeatures

/// The sums over bell curves, in C: the only part of the catchments that is not Swift.
///
/// The same loops in Swift gave the same sums and took 3 times as long: Swift is built for the
/// oldest processors of its kind, C here for newer ones too. Task T3 of the benchmarks pays for it.
/// Each pointer stays within its array, because the blocks to be visited are checked first.
enum BellSums {
  /// Adds the weighed people of some blocks to the sums of the four lanes.
  @inline(__always)
  static func gather(
    _ people: [Lanes], _ cells: PlaceCells, blocks: Range<Int>, around centre: Coordinate,
    _ bell: Bell, into sums: inout Lanes
  ) {
    precondition(blocks.lowerBound >= 0 && blocks.upperBound <= people.count, "existing blocks")
    precondition(people.count == cells.x.count && people.count == cells.y.count, "all places")
    let (first, count) = (blocks.lowerBound, blocks.count)
    var curve = bell.curve
    unsafe cells.x.withUnsafeBufferPointer { x in
      unsafe cells.y.withUnsafeBufferPointer { y in
        unsafe people.withUnsafeBufferPointer { people in
          guard let x = x.baseAddress, let y = y.baseAddress, let people = people.baseAddress
          else { return }
          unsafe coldspot_bell_gather(
            x + first, y + first, people + first, count, centre.x, centre.y, &curve, &sums)
        }
      }
    }
  }

  /// Adds an amount, weighed, to the places of some blocks; `access` begins at the block `origin`.
  @inline(__always)
  static func spread(
    _ amount: Double, _ cells: PlaceCells, blocks: Range<Int>, around centre: Coordinate,
    _ bell: Bell, to access: inout [Lanes], from origin: Int
  ) {
    precondition(blocks.lowerBound >= 0 && blocks.upperBound <= cells.x.count, "existing blocks")
    precondition(cells.x.count == cells.y.count, "all places")
    let target = blocks.lowerBound - origin
    precondition(target >= 0 && blocks.upperBound - origin <= access.count, "blocks of the band")
    let (first, count) = (blocks.lowerBound, blocks.count)
    var curve = bell.curve
    unsafe cells.x.withUnsafeBufferPointer { x in
      unsafe cells.y.withUnsafeBufferPointer { y in
        unsafe access.withUnsafeMutableBufferPointer { access in
          guard let x = x.baseAddress, let y = y.baseAddress, let access = access.baseAddress
          else { return }
          unsafe coldspot_bell_spread(
            x + first, y + first, access + target, count, centre.x, centre.y, &curve, amount)
        }
      }
    }
  }

  /// Sets the moments of a cell, from the first on and four numbers apart.
  static func gather(
    _ people: [Lanes], _ cells: PlaceCells, blocks: Range<Int>, around centre: Coordinate,
    _ bell: Bell, into moments: inout [Lanes], from start: Int, lane: Int
  ) {
    precondition(blocks.lowerBound >= 0 && blocks.upperBound <= people.count, "existing blocks")
    precondition(people.count == cells.x.count && people.count == cells.y.count, "all places")
    precondition(start >= 0 && start + CellMoments.count <= moments.count, "an existing cell")
    precondition((0..<4).contains(lane), "one of four")
    let (first, count) = (blocks.lowerBound, blocks.count)
    unsafe cells.x.withUnsafeBufferPointer { x in
      unsafe cells.y.withUnsafeBufferPointer { y in
        unsafe people.withUnsafeBufferPointer { people in
          unsafe moments.withUnsafeMutableBytes { moments in
            guard let x = x.baseAddress, let y = y.baseAddress, let people = people.baseAddress,
              let moments = unsafe moments.bindMemory(to: Double.self).baseAddress
            else { return }
            unsafe coldspot_cell_gather(
              x + first, y + first, people + first, count, centre.x, centre.y,
              1 / bell.deviation, moments + 4 * start + lane)
          }
        }
      }
    }
  }

  /// Adds to the places of a cell what its moments hold for them.
  static func spread(
    _ moments: [Lanes], from start: Int, lane: Int, total: Double, _ cells: PlaceCells,
    blocks: Range<Int>, around centre: Coordinate, _ bell: Bell, to access: inout [Lanes],
    from origin: Int
  ) {
    precondition(blocks.lowerBound >= 0 && blocks.upperBound <= cells.x.count, "existing blocks")
    precondition(cells.x.count == cells.y.count, "all places")
    precondition(start >= 0 && start + CellMoments.count <= moments.count, "an existing cell")
    precondition((0..<4).contains(lane), "one of four")
    let target = blocks.lowerBound - origin
    precondition(target >= 0 && blocks.upperBound - origin <= access.count, "blocks of the band")
    let (first, count) = (blocks.lowerBound, blocks.count)
    unsafe cells.x.withUnsafeBufferPointer { x in
      unsafe cells.y.withUnsafeBufferPointer { y in
        unsafe access.withUnsafeMutableBufferPointer { access in
          unsafe moments.withUnsafeBytes { moments in
            guard let x = x.baseAddress, let y = y.baseAddress, let access = access.baseAddress,
              let moments = unsafe moments.bindMemory(to: Double.self).baseAddress
            else { return }
            unsafe coldspot_cell_spread(
              x + first, y + first, access + target, count, centre.x, centre.y,
              1 / bell.deviation, moments + 4 * start + lane, total * bell.floor, bell.scale)
          }
        }
      }
    }
  }

  /// Adds the curve over some columns of cells, from their moments, to the sums of the four lanes;
  /// the moments of the row begin at `base`.
  @inline(__always)
  static func gather(
    _ moments: [Lanes], from base: Int, columns: Range<Int>, _ view: CellMoments.View,
    _ powers: InlineArray<9, Double>, into sums: inout Lanes
  ) {
    let (first, last) = (columns.lowerBound / 4, (columns.upperBound + 3) / 4)
    let start = base + first * CellMoments.count
    precondition(first >= 0 && last <= view.offsets.count, "columns that were looked at")
    precondition(view.offsets.count == view.heights.count, "columns that were looked at")
    precondition(start >= 0 && base + last * CellMoments.count <= moments.count, "existing cells")
    let stretch = coldspot_columns(columns)
    unsafe moments.withUnsafeBufferPointer { moments in
      unsafe view.offsets.withUnsafeBufferPointer { offsets in
        unsafe view.heights.withUnsafeBufferPointer { heights in
          guard let moments = moments.baseAddress, let offsets = offsets.baseAddress,
            let heights = heights.baseAddress
          else { return }
          unsafe powers.span.withUnsafeBufferPointer { powers in
            unsafe coldspot_moments_gather(
              moments + start, stretch, offsets + first, heights + first, powers.baseAddress,
              &sums)
          }
        }
      }
    }
  }

  /// Adds an amount to the moments of some columns of cells; those of the row begin at `base`.
  @inline(__always)
  static func spread(
    _ amount: Double, columns: Range<Int>, _ view: CellMoments.View,
    _ powers: InlineArray<9, Double>, to moments: inout [Lanes], from base: Int
  ) {
    let (first, last) = (columns.lowerBound / 4, (columns.upperBound + 3) / 4)
    let start = base + first * CellMoments.count
    precondition(first >= 0 && last <= view.offsets.count, "columns that were looked at")
    precondition(view.offsets.count == view.heights.count, "columns that were looked at")
    precondition(start >= 0 && base + last * CellMoments.count <= moments.count, "existing cells")
    let stretch = coldspot_columns(columns)
    unsafe moments.withUnsafeMutableBufferPointer { moments in
      unsafe view.offsets.withUnsafeBufferPointer { offsets in
        unsafe view.heights.withUnsafeBufferPointer { heights in
          guard let moments = moments.baseAddress, let offsets = offsets.baseAddress,
            let heights = heights.baseAddress
          else { return }
          unsafe powers.span.withUnsafeBufferPointer { powers in
            unsafe coldspot_moments_spread(
              moments + start, stretch, offsets + first, heights + first, powers.baseAddress,
              amount)
          }
        }
      }
    }
  }
}

extension coldspot_columns {
  fileprivate init(_ columns: Range<Int>) {
    let first = columns.lowerBound / 4
    self.init(
      blocks: (columns.upperBound + 3) / 4 - first, first: Double(first * 4),
      lower: Double(columns.lowerBound), upper: Double(columns.upperBound))
  }
}

extension Bell {
  fileprivate var curve: coldspot_bell {
    coldspot_bell(
      rate: rate, middle: middle, height: heightAtMiddle, floor: floor,
      squared_limit: squaredLimit)
  }
}
