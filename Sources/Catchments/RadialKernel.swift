internal import SimpleFeatures

/// The weights of a decay, from the squares of distances.
protocol RadialKernel: Sendable {
  /// Each amount times the weight at its squared distance, for four pairs at once.
  func weighed(_ amounts: Lanes, squares: Lanes) -> Lanes

  /// Adds the weighed people of some blocks to the sums of the four lanes.
  func gather(
    _ people: [Lanes], _ cells: PlaceCells, blocks: Range<Int>, around centre: Coordinate,
    into sums: inout Lanes)

  /// Adds an amount, weighed, to the places of some blocks; `access` begins at the block `origin`.
  func spread(
    _ amount: Double, _ cells: PlaceCells, blocks: Range<Int>, around centre: Coordinate,
    to access: inout [Lanes], from origin: Int)
}

extension RadialKernel {
  @inline(__always)
  func gather(
    _ people: [Lanes], _ cells: PlaceCells, blocks: Range<Int>, around centre: Coordinate,
    into sums: inout Lanes
  ) {
    for block in blocks {
      let squares = cells.squaredDistances(of: block, from: centre)
      sums += weighed(people[block], squares: squares)
    }
  }

  @inline(__always)
  func spread(
    _ amount: Double, _ cells: PlaceCells, blocks: Range<Int>, around centre: Coordinate,
    to access: inout [Lanes], from origin: Int
  ) {
    let amounts = Lanes(repeating: amount)
    for block in blocks {
      let squares = cells.squaredDistances(of: block, from: centre)
      access[block - origin] += weighed(amounts, squares: squares)
    }
  }
}

/// 1 up to the limit, a distance equal to it included.
struct StepKernel: RadialKernel {
  let squaredLimit: Double

  @inline(__always)
  func weighed(_ amounts: Lanes, squares: Lanes) -> Lanes {
    amounts.replacing(with: 0, where: squares .> squaredLimit)
  }
}

/// `scale · (exp(−c²/2σ²) − floor)`.
struct BellKernel: RadialKernel {
  let bell: Bell

  @inline(__always)
  func weighed(_ amounts: Lanes, squares: Lanes) -> Lanes {
    let height = exponential(squares * bell.rate) - bell.floor
    let inside = height.replacing(with: 0, where: squares .> bell.squaredLimit)
    // Next to a limit at which the weight is 0, rounding may put it below.
    return amounts * bell.scale * inside.replacing(with: 0, where: inside .< 0)
  }
}

/// The same, where the exponent stays so near to 0 that exp is one polynomial.
struct ShallowBellKernel: RadialKernel {
  let bell: Bell

  func weighed(_ amounts: Lanes, squares: Lanes) -> Lanes {
    BellKernel(bell: bell).weighed(amounts, squares: squares)
  }

  @inline(__always)
  func gather(
    _ people: [Lanes], _ cells: PlaceCells, blocks: Range<Int>, around centre: Coordinate,
    into sums: inout Lanes
  ) {
    var part = Lanes.zero
    BellSums.gather(people, cells, blocks: blocks, around: centre, bell, into: &part)
    sums += part * bell.scale
  }

  @inline(__always)
  func spread(
    _ amount: Double, _ cells: PlaceCells, blocks: Range<Int>, around centre: Coordinate,
    to access: inout [Lanes], from origin: Int
  ) {
    BellSums.spread(
      amount * bell.scale, cells, blocks: blocks, around: centre, bell, to: &access,
      from: origin)
  }
}

/// 1 up to `full`, then a straight line to 0 at the limit.
struct ConeKernel: RadialKernel {
  let full: Double
  let limit: Double

  @inline(__always)
  func weighed(_ amounts: Lanes, squares: Lanes) -> Lanes {
    let distances = squares.squareRoot()
    let line = (limit - distances) / (limit - full)
    let inside = line.replacing(with: 0, where: line .< 0)
    return amounts * inside.replacing(with: 1, where: distances .<= full)
  }
}

/// `exp(−λc)`.
struct ExponentialKernel: RadialKernel {
  let rate: Double
  let squaredLimit: Double

  @inline(__always)
  func weighed(_ amounts: Lanes, squares: Lanes) -> Lanes {
    let weights = exponential(squares.squareRoot() * -rate)
    return amounts * weights.replacing(with: 0, where: squares .> squaredLimit)
  }
}

/// Any other decay, one pair after the other.
struct PlainKernel: RadialKernel {
  let decay: Decay
  let squaredLimit: Double

  @inline(__always)
  func weighed(_ amounts: Lanes, squares: Lanes) -> Lanes {
    var weights = Lanes.zero
    for lane in 0..<4 where squares[lane] <= squaredLimit {
      weights[lane] = decay.weight(at: squares[lane].squareRoot())
    }
    return amounts * weights
  }
}
