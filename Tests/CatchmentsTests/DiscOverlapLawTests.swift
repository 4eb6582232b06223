import Catchments
import Foundation
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Laws of disc overlap` {
  private let radius = Distance.metres(1)
  private let origin = Coordinate(x: 0, y: 0)

  /// A ring around a middle with corners at random distances of up to two radii.
  private func star(using random: inout SeededGenerator) throws -> [Coordinate] {
    let corners = Int.random(in: 3...12, using: &random)
    let x = Double.random(in: -1...1, using: &random)
    let y = Double.random(in: -1...1, using: &random)
    return (0..<corners).map { corner in
      let angle = 2 * Double.pi * Double(corner) / Double(corners)
      let length = Double.random(in: 0.2...2, using: &random)
      return Coordinate(x: x + length * cos(angle), y: y + length * sin(angle))
    }
  }

  private func overlap(
    _ corners: [Coordinate], centre: Coordinate = Coordinate(x: 0, y: 0)
  ) throws -> Double {
    let area = MultiPolygon([Polygon(exterior: try LinearRing(corners))])
    return DiscOverlap.area(centre: centre, radius: radius, with: area)
  }

  @Test(arguments: UInt64(0)..<50)
  func `agrees with a polygon of many sides in place of the circle`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let triangle = (0..<3).map { _ in
      Coordinate(
        x: Double.random(in: -2...2, using: &random), y: Double.random(in: -2...2, using: &random))
    }
    // The inscribed polygon of n sides lacks the share 2π²/3n² of the disc: 2·10⁻⁶ for n = 2000.
    let sides = 2000
    let polygon = (0..<sides).map { side in
      let angle = 2 * Double.pi * Double(side) / Double(sides)
      return Coordinate(x: cos(angle), y: sin(angle))
    }
    let approximation = Self.area(of: Self.clip(polygon, by: triangle))
    let exact = try overlap(triangle)
    #expect(exact >= approximation - 1e-12)
    #expect(exact - approximation <= Double.pi * 2e-6)
  }

  @Test(arguments: UInt64(0)..<50)
  func `lies between nothing and the smaller of the two`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let corners = try star(using: &random)
    let area = abs(try LinearRing(corners).signedArea)
    let found = try overlap(corners)
    #expect(found >= -1e-12)
    #expect(found <= min(area, Double.pi) + 1e-12)
  }

  @Test(arguments: UInt64(0)..<50)
  func `does not change with direction, shift or turn`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let corners = try star(using: &random)
    let found = try overlap(corners)
    #expect(try overlap(corners.reversed()).agrees(with: found))
    #expect(try overlap(Array(corners[1...] + corners[..<1])).agrees(with: found))
    // A shift by a power of two rounds the corners to 2⁻³³ of a radius.
    let shift = Coordinate(x: 524_288, y: 131_072)
    let shifted = corners.map { Coordinate(x: $0.x + shift.x, y: $0.y + shift.y) }
    #expect(try overlap(shifted, centre: shift).agrees(with: found, within: 1e-8))
    let angle = Double.random(in: 0...7, using: &random)
    let turned = corners.map { corner in
      Coordinate(
        x: corner.x * cos(angle) - corner.y * sin(angle),
        y: corner.x * sin(angle) + corner.y * cos(angle))
    }
    #expect(try overlap(turned).agrees(with: found))
  }

  @Test(arguments: UInt64(0)..<50)
  func `of the parts of a square adds up to that of the square`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let x = Double.random(in: -1.5...1.5, using: &random)
    let y = Double.random(in: -1.5...1.5, using: &random)
    func corner(_ x: Double, _ y: Double) -> Coordinate { Coordinate(x: x, y: y) }
    let square = [corner(-1.5, -1.5), corner(1.5, -1.5), corner(1.5, 1.5), corner(-1.5, 1.5)]
    let triangles = try square.indices.reduce(0) { sum, index in
      sum + (try overlap([square[index], square[(index + 1) % 4], corner(x, y)]))
    }
    #expect(triangles.agrees(with: try overlap(square)))
    #expect(try overlap(square).agrees(with: Double.pi))
  }

  /// The part of a convex polygon inside a triangle: Sutherland and Hodgman's clipping.
  private static func clip(_ polygon: [Coordinate], by triangle: [Coordinate]) -> [Coordinate] {
    let sign = area(of: triangle, signed: true) > 0 ? 1.0 : -1.0
    var result = polygon
    for index in triangle.indices {
      let (a, b) = (triangle[index], triangle[(index + 1) % triangle.count])
      func side(_ p: Coordinate) -> Double {
        sign * ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x))
      }
      let subject = result
      result = []
      for (position, current) in subject.enumerated() {
        let previous = subject[(position + subject.count - 1) % subject.count]
        let (from, to) = (side(previous), side(current))
        if (from < 0) != (to < 0) {
          let t = from / (from - to)
          result.append(
            Coordinate(
              x: previous.x + t * (current.x - previous.x),
              y: previous.y + t * (current.y - previous.y)))
        }
        if to >= 0 { result.append(current) }
      }
    }
    return result
  }

  private static func area(of corners: [Coordinate], signed: Bool = false) -> Double {
    let twice = corners.indices.reduce(0) { sum, index in
      let (a, b) = (corners[index], corners[(index + 1) % corners.count])
      return sum + a.x * b.y - b.x * a.y
    }
    return signed ? twice / 2 : abs(twice / 2)
  }
}
