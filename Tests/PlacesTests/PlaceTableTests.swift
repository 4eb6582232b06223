import Places
import SimpleFeatures
import Testing

@Suite struct `Place table` {
  private func row(
    _ id: String, people: Double = 1, need: Double = 0, x: Double = 0
  ) -> PlaceTable.Row {
    PlaceTable.Row(id: id, position: Coordinate(x: x, y: 0), people: people, needIndex: need)
  }

  @Test func `holds the rows in the order of the bytes of their ids`() throws {
    // Bytes, not numbers and not letters of a language: "10" before "2", "Z" before "a" and "é".
    let table = try PlaceTable(["é", "2", "a", "10", "Z"].map { row($0) })
    #expect(table.ids == ["10", "2", "Z", "a", "é"])
  }

  @Test func `keeps every column beside its id in any row order`() throws {
    var rows = (1...9).map { number in
      PlaceTable.Row(
        id: "p\(number)", position: Coordinate(x: Double(number), y: -Double(number)),
        people: Double(number * 100), needIndex: Double(number) / 10, ward: number,
        borough: number.isMultiple(of: 2) ? nil : number * 10)
    }
    rows.reverse()
    rows.swapAt(2, 7)
    let table = try PlaceTable(rows)
    #expect(table.count == 9)
    for (index, number) in (1...9).enumerated() {
      #expect(table.ids[index] == "p\(number)")
      #expect(table.positions[index] == Coordinate(x: Double(number), y: -Double(number)))
      #expect(table.people[index] == Double(number * 100))
      #expect(table.needIndex[index] == Double(number) / 10)
      #expect(table.wards[index] == number)
      #expect(table.boroughs[index] == (number.isMultiple(of: 2) ? nil : number * 10))
    }
  }

  @Test func `adds up all residents, those of a fraction included`() throws {
    let table = try PlaceTable([row("a", people: 0), row("b", people: 12.5), row("c", people: 3)])
    #expect(table.totalPeople == 15.5)
  }

  @Test func `refuses to be empty`() {
    #expect(throws: PlaceTableError.noPlaces) { try PlaceTable([]) }
  }

  @Test func `refuses an id that occurs twice, wherever it stands`() {
    #expect(throws: PlaceTableError.duplicateID("b")) {
      try PlaceTable([row("b"), row("a"), row("c"), row("b")])
    }
  }

  @Test func `refuses a negative number of people`() {
    #expect(throws: PlaceTableError.invalidPeople(id: "b", people: -1)) {
      try PlaceTable([row("a"), row("b", people: -1)])
    }
  }

  @Test func `refuses an infinite number of people`() {
    #expect(throws: PlaceTableError.invalidPeople(id: "a", people: .infinity)) {
      try PlaceTable([row("a", people: .infinity)])
    }
    // Not a number differs from itself, so that only the kind of error can be compared.
    #expect(throws: PlaceTableError.self) { try PlaceTable([row("a", people: .nan)]) }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `refuses a need index or a position that is not finite`(value: Double) {
    #expect(throws: PlaceTableError.notFinite(id: "b")) {
      try PlaceTable([row("a"), row("b", need: value)])
    }
    #expect(throws: PlaceTableError.notFinite(id: "b")) {
      try PlaceTable([row("a"), row("b", x: value)])
    }
  }
}
