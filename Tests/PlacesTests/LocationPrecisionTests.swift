import Foundation
import Places
import SimpleFeatures
import Testing

@Suite struct `Precision of a location` {
  private let position = Coordinate(x: 530_000, y: 180_000)

  @Test(arguments: LocationPrecision.allCases)
  func `is none without a position`(precision: LocationPrecision) {
    #expect(Site(position: nil, precision: precision) == .unknown)
    #expect(Site.unknown.position(knownAtLeast: .postcodeDistrict) == nil)
  }

  @Test func `says which locations may be measured from`() {
    // Each admits itself and what is known better.
    let finest: [LocationPrecision] = [
      .point, .postcode, .outputArea, .postcodeSector, .postcodeDistrict,
    ]
    for (index, least) in finest.enumerated() {
      let admitted = LocationPrecision.allCases.filter {
        Site(position: position, precision: $0).position(knownAtLeast: least) == position
      }
      #expect(admitted == Array(finest.prefix(index + 1)))
    }
  }

  @Test(arguments: [LocationPrecision.boroughPoint, .none])
  func `of something that is no site is met by none, and meets none`(word: LocationPrecision) {
    for other in LocationPrecision.allCases {
      #expect(!other.isAtLeast(word))
      #expect(!word.isAtLeast(other))
    }
  }

  /// √(1,572 km² ∕ (π · number)), to within the hundred metres that it is rounded to.
  @Test(arguments: [
    (LocationPrecision.postcode, 180_000.0), (.outputArea, 25_000), (.postcodeSector, 1309),
    (.postcodeDistrict, 311),
  ])
  func `stands for a circle of the mean area`(precision: LocationPrecision, number: Double) {
    let radius = (1572e6 / (Double.pi * number)).squareRoot()
    #expect(abs(precision.errorRadius.metres - radius) < 100)
    #expect(precision.errorRadius.metres.truncatingRemainder(dividingBy: 100) == 0)
  }
}
