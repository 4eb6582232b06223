import Intake
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `A grid reference` {
  @Test(arguments: [
    "TQ 300 804", "TQ300804", "tq 300804", "Tq\u{A0}300 804", "TQ 300, 804", " TQ300 804 ",
    "TQ\n300 804",
  ])
  func `is read however it is spelt`(text: String) throws {
    let reference = try #require(GridReference(text))
    #expect(reference.southWest == Coordinate(x: 530_000, y: 180_400))
    #expect(reference.side == .metres(100))
    #expect(reference.middle == Coordinate(x: 530_050, y: 180_450))
    #expect(reference.description == "TQ 300 804")
  }

  @Test(arguments: [
    ("TQ38", 530_000.0, 180_000.0, 10_000.0), ("TQ3080", 530_000, 180_000, 1_000),
    ("TQ300804", 530_000, 180_400, 100), ("TQ30008040", 530_000, 180_400, 10),
    ("TQ3000080400", 530_000, 180_400, 1),
  ])
  func `has a square as small as its digits are many`(
    text: String, x: Double, y: Double, side: Double
  ) throws {
    let reference = try #require(GridReference(text))
    #expect(reference.southWest == Coordinate(x: x, y: y))
    #expect(reference.side.metres == side)
  }

  /// Squares as the Ordnance Survey draws them, from SV with the origin to the far corners of the grid:
  /// TW, HL and JM.
  @Test(arguments: [
    ("SV", 0, 0), ("SW", 1, 0), ("SX", 2, 0), ("SY", 3, 0), ("SZ", 4, 0), ("TV", 5, 0),
    ("TW", 6, 0),
    ("SU", 4, 1), ("TQ", 5, 1), ("TR", 6, 1), ("SP", 4, 2), ("TL", 5, 2), ("TM", 6, 2),
    ("SJ", 3, 3), ("SK", 4, 3), ("TF", 5, 3), ("TG", 6, 3), ("SD", 3, 4), ("SE", 4, 4),
    ("TA", 5, 4), ("OV", 5, 5), ("NZ", 4, 5), ("NY", 3, 5), ("NT", 3, 6), ("NS", 2, 6),
    ("NN", 2, 7), ("NJ", 3, 8), ("NA", 0, 9), ("ND", 3, 9), ("HW", 1, 10), ("HY", 3, 10),
    ("HT", 3, 11), ("HU", 4, 11), ("HP", 4, 12), ("HL", 0, 12), ("JM", 6, 12),
  ])
  func `names a square of 100 km by its letters`(letters: String, east: Int, north: Int) throws {
    let reference = try #require(GridReference(letters + "00"))
    #expect(reference.southWest.x == Double(east) * 100_000)
    #expect(reference.southWest.y == Double(north) * 100_000)
  }

  @Test func `covers the grid of 700 by 1,300 km once`() {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
    let corners = alphabet.flatMap { first in
      alphabet.compactMap { second in GridReference(first + second + "00")?.southWest }
    }
    #expect(corners.count == 91 && Set(corners).count == 91)
    #expect(corners.allSatisfy { $0.x >= 0 && $0.x < 700_000 && $0.y >= 0 && $0.y < 1_300_000 })
  }

  /// The worked example of the Ordnance Survey's guide to coordinate systems, E 651409.903
  /// N 313177.270, lies in TG.
  @Test func `agrees with the guide of the Ordnance Survey`() throws {
    let reference = try #require(GridReference("TG 51409 13177"))
    #expect(reference.southWest == Coordinate(x: 651_409, y: 313_177))
  }

  @Test func `is the same when its text is read again`() throws {
    var random = SeededGenerator(seed: 9)
    for half in 1...5 {
      for _ in 0..<100 {
        let digits = (0..<2 * half).map { _ in String(Int.random(in: 0...9, using: &random)) }
        let reference = try #require(GridReference("SU" + digits.joined()))
        #expect(GridReference(reference.description) == reference)
      }
    }
  }

  @Test(arguments: [
    "", "T", "TQ", "TQ3", "TQ300", "TQ 3008 04", "TQ 30 08 04 10", "TQ30000804001",
    "TQ300080400111",
    "TI38", "IQ38", "AA38", "ZZ38", "TX38", "T Q38", "TQ3٣", "ŦQ38", "3038TQ", "TQ38A", "TQ-3-8",
    String(repeating: "TQ", count: 100_000), String(repeating: " ", count: 1_000_000),
  ])
  func `is nothing else`(text: String) {
    #expect(GridReference(text) == nil)
  }
}
