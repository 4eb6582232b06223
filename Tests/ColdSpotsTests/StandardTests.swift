import ColdSpots
import TestSupport
import Testing

@Suite struct `Adequacy standard` {
  @Test func `is what is declared`() {
    let standard = Standard(declared: 0.25)
    #expect(standard.access == 0.25)
    #expect(standard.basis == .declared)
  }

  @Test(arguments: [(0.0, 0.1), (0.2, 0.1), (0.3, 0.2), (0.5, 0.4), (1, 0.4)])
  func `is a quantile of access among residents who have any`(share: Double, access: Double) {
    // Served: 100 people with 0.1, 100 with 0.2, 300 with 0.4. Half of the 500 are reached only
    // in the last of the three; those without access do not count.
    let standard = Standard(
      quantile: share, of: [0.4, 0, 0.1, 0.2], people: [300, 900, 100, 100])
    #expect(standard.access == access)
    #expect(standard.basis == .quantile(share))
  }

  @Test func `falls on a unit exactly at its share`() {
    // The first 2 of 4 residents reach the half.
    let standard = Standard(quantile: 0.5, of: [1, 2, 3, 4], people: [1, 1, 1, 1])
    #expect(standard.access == 2)
  }

  @Test func `gives places without residents no voice`() {
    let standard = Standard(quantile: 0.5, of: [0.1, 0.9, 0.2], people: [10, 0, 10])
    #expect(standard.access == 0.1)
  }

  @Test func `is missing where nobody has access`() {
    let standard = Standard(quantile: 0.5, of: [0, 0], people: [10, 20])
    #expect(standard.access == 0)
    #expect(standard.basis == .noProvider)
    #expect(standard.shortfall(of: 0) == 1)
  }

  @Test(arguments: [(0.0, 1.0), (0.25, 0.75), (0.5, 0.5), (1, 0), (1.5, 0), (1e9, 0)])
  func `is fallen short of by the missing share`(access: Double, shortfall: Double) {
    #expect(Standard(declared: 1).shortfall(of: access) == shortfall)
    #expect(Standard(declared: 4).shortfall(of: access * 4) == shortfall)
  }
}

@Suite struct `Cold-spot score` {
  private func score(_ need: Double, _ lack: Double, exponent: Double = 0.5) -> Double {
    ColdSpotScore.value(need: need, lack: lack, exponent: exponent)
  }

  @Test func `is the geometric mean of need and lack in hundredths`() {
    // √(0.25 · 1) = 0.5, √(0.5 · 0.5) = 0.5, √(0.04 · 0.09) = 0.06.
    #expect(score(0.25, 1).agrees(with: 50))
    #expect(score(0.5, 0.5).agrees(with: 50))
    #expect(score(0.04, 0.09).agrees(with: 6))
  }

  @Test func `weighs need by its exponent`() {
    // 0.0016^¼ · 1 = 0.2 and 0.0016^¾ = 0.008.
    #expect(score(0.0016, 1, exponent: 0.25).agrees(with: 20))
    #expect(score(0.0016, 1, exponent: 0.75).agrees(with: 0.8))
    #expect(score(1, 0.0016, exponent: 0.75).agrees(with: 20))
  }

  @Test func `is 0 where there is no need or no lack`() {
    for value in [0, 0.5, 1] {
      #expect(score(0, value) == 0)
      #expect(score(value, 0) == 0)
    }
  }

  @Test func `is 100 only where both are extreme`() {
    #expect(score(1, 1) == 100)
    #expect(score(1, 1.0.nextDown * 0.999) < 100)
    #expect(score(0.999, 1) < 100)
  }

  @Test(arguments: [0.1, 0.35, 0.5, 0.65, 0.9])
  func `rises with need and with lack`(exponent: Double) {
    let steps = stride(from: 0.0, through: 1, by: 0.05)
    for fixed in [0.1, 0.5, 1] {
      let byNeed = steps.map { score($0, fixed, exponent: exponent) }
      let byLack = steps.map { score(fixed, $0, exponent: exponent) }
      for values in [byNeed, byLack] {
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
        #expect(values.allSatisfy { (0...100 + 1e-12).contains($0) })
      }
    }
  }
}
