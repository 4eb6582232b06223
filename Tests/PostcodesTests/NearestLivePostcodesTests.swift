import FileFormats
import Foundation
import Postcodes
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `The nearest live postcode` {
  @Test func `is given in metres over the ground`() throws {
    // On a sphere of 6,371,008.8 m a degree of latitude is 111,195.08 m; so far north as 60°, one of
    // longitude is half as long. E1 6AN is 0.001° east of the place, E1 6AP 0.0006° north of it.
    let directory = SampleDirectory.of(
      """
      E1 6AN,60.0,0.001,,0,1,W,B
      E1 6AP,60.0006,0.0,,0,1,W,B
      E1 6AQ,60.0,0.0,201603,0,1,W,B
      E1 6AR,99.999999,0.0,,0,9,W,B
      """)
    let hints = NearestLivePostcodes(in: directory)
    let ended = try #require(directory.resolve("E1 6AQ").match?.entry.position)
    let nearest = try #require(hints.nearest(to: ended))
    #expect(nearest.entry.postcode.description == "E1 6AN")
    #expect(abs(nearest.distance.metres - 55.597_54) < 1e-4)
  }

  @Test func `is the first of the alphabet among equally near ones`() throws {
    let directory = SampleDirectory.of(postcodes: ["SE1 8XX", "E1 6AN", "SE1 7PB"])
    let hints = NearestLivePostcodes(in: directory)
    let place = LonLat(longitude: -0.1, latitude: 51.5)
    #expect(hints.nearest(to: .degrees(place))?.entry.postcode.description == "E1 6AN")
  }

  @Test func `is looked for in the same system only, and may not exist`() {
    let directory = SampleDirectory.of(postcodes: ["E1 6AN"])
    let hints = NearestLivePostcodes(in: directory)
    #expect(hints.nearest(to: .nationalGrid(Coordinate(x: 530_000, y: 180_000))) == nil)
    #expect(hints.nearest(to: .degrees(LonLat(longitude: .nan, latitude: 51))) == nil)
    let nothing = NearestLivePostcodes(in: PostcodeDirectory([]))
    #expect(nothing.nearest(to: .degrees(LonLat(longitude: 0, latitude: 51))) == nil)
  }

  @Test func `is that of a search through all of them`() throws {
    var random = SeededGenerator(seed: 3)
    let letters = Array("ABDEFGHJLN")
    var lines = ""
    var places: [(text: String, x: Double, y: Double)] = []
    for sector in 0..<10 {
      for first in letters {
        for second in letters.prefix(4) {
          let x = Double(Int.random(in: 0..<2_000, using: &random))
          let y = Double(Int.random(in: 0..<2_000, using: &random))
          places.append(("E1 \(sector)\(first)\(second)", x, y))
          lines += "E1 \(sector)\(first)\(second),\(Int(x)),\(Int(y))\n"
        }
      }
    }
    let directory = PostcodeDirectory([
      PostcodeTable(
        name: "t", grid: .lines(lines), columns: .init(postcode: 0, easting: 1, northing: 2),
        firstRow: 0)
    ])
    let hints = NearestLivePostcodes(in: directory)
    for _ in 0..<300 {
      let x = Double.random(in: -500...2_500, using: &random)
      let y = Double.random(in: -500...2_500, using: &random)
      let squares = places.map { ($0.x - x) * ($0.x - x) + ($0.y - y) * ($0.y - y) }
      let expected = try #require(squares.min()).squareRoot()
      let nearest = hints.nearest(to: .nationalGrid(Coordinate(x: x, y: y)))
      #expect(nearest?.distance.metres == expected)
    }
  }
}
