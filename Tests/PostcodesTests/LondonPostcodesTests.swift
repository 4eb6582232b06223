import Postcodes
import SimpleFeatures
import TestSupport
import Testing

@Suite(.enabled(if: LondonPostcodes.exist, "the postcodes of London are not beside this checkout"))
struct `The postcodes of London` {
  private let directory: PostcodeDirectory

  init() throws {
    directory = try LondonPostcodes.directory.get()
  }

  @Test func `are all read, placed and found under their own names`() throws {
    #expect(directory.count == 180_754 && directory.liveCount == 180_754)
    #expect(directory.findings.isEmpty)
    var wrong = 0
    for postcode in directory.postcodes {
      let text = postcode.description
      guard case .found(let match) = directory.resolve(utf8: Array(text.utf8)[...]),
        match.entry.postcode == postcode, !match.isRepaired, match.entry.ward != nil,
        case .degrees(let place) = match.entry.position, (51.2...51.8).contains(place.latitude),
        (-0.6...0.4).contains(place.longitude)
      else {
        wrong += 1
        continue
      }
    }
    #expect(wrong == 0)
  }

  /// One look-alike in each postcode, at a place drawn by lot.
  @Test func `are repaired after one look-alike, and never to another`() throws {
    var random = SeededGenerator(seed: 2025)
    let swaps: [UInt8: [UInt8]] = [
      0x30: [0x4F], 0x4F: [0x30], 0x31: [0x49, 0x6C], 0x49: [0x31], 0x4C: [0x31], 0x53: [0x35],
      0x35: [0x53],
    ]
    var (repaired, undamaged, unclear, wrong) = (0, 0, 0, 0)
    for postcode in directory.postcodes {
      var text = Array(postcode.description.utf8)
      guard
        let place = text.indices.filter({ swaps[text[$0]] != nil }).randomElement(using: &random)
      else {
        undamaged += 1
        continue
      }
      text[place] = swaps[text[place]]?.randomElement(using: &random) ?? text[place]
      switch directory.resolve(utf8: text[...]) {
      case .found(let match) where match.entry.postcode == postcode && match.isRepaired:
        repaired += 1
      case .found, .terminated, .noGridReference, .empty, .sector, .district, .several: wrong += 1
      case .ambiguous, .unknown, .notAPostcode: unclear += 1
      }
    }
    #expect(wrong == 0)
    #expect(repaired + undamaged + unclear == 180_754)
    // Few are unclear: of what is damaged, at least 999 in 1,000 are repaired.
    #expect(unclear * 1000 <= repaired)
  }

  /// The means of the same postcodes, computed by another program.
  @Test(arguments: ["postcode_sectors_london.csv", "postcode_districts_london.csv"])
  func `have the means of their sectors and districts`(file: String) throws {
    for row in try LondonPostcodes.rows(of: file) {
      let summary =
        row[0].contains(" ")
        ? PostcodeSector(row[0]).flatMap(directory.summary)
        : PostcodeDistrict(row[0]).flatMap(directory.summary)
      guard case .degrees(let middle) = summary?.centre else {
        Issue.record("\(row[0]) is not known")
        continue
      }
      #expect(summary?.liveCount == Int(row[3]))
      // The means are given to six places.
      #expect(abs(middle.latitude - (Double(row[1]) ?? .nan)) < 0.51e-6)
      #expect(abs(middle.longitude - (Double(row[2]) ?? .nan)) < 0.51e-6)
    }
  }
}
