import GeoJSON
import Testing

@testable import ColdSpotKit
@testable import Report

/// The page of the embedded study, without the scenarios of method, which take longer.
@Suite struct `The page of London` {
  private static let run = Result { try Study.london().run(stability: false).published() }

  @Test func `fits into a mail`() throws {
    #expect(try HTMLPage.render(Self.run.get()).count < 1_500_000)
  }

  @Test func `has a shape and mutual neighbours for each of its 704 wards`() throws {
    let page = try PageReading(HTMLPage.render(Self.run.get()))
    let shapes = try page.column("shapes").compactMap(\.text)
    #expect(shapes.count == 704)
    #expect(shapes.allSatisfy { $0.hasPrefix("M") && $0.hasSuffix("z") })
    let neighbours = try page.column("neighbours").map { $0.array ?? [] }
    for (ward, others) in neighbours.enumerated() {
      for case .integer(let other) in others {
        #expect(neighbours[other].contains(.integer(ward)))
      }
    }
    #expect(neighbours.filter(\.isEmpty).isEmpty)
  }

  @Test func `ranks as the layer does`() throws {
    let run = try Self.run.get()
    let table = LayerTable(try #require(run.layer("wards")))
    let page = try PageReading(HTMLPage.render(run))
    #expect(try .array(page.column("rank")) == table.column("rank"))
    #expect(try .array(page.column("score")) == table.column("score"))
  }
}
