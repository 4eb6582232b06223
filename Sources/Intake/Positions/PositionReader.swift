internal import Postcodes
internal import SimpleFeatures

/// Reads positions from cells that may hold something else than their header says.
///
/// The reading as declared is taken if it lies in the window of the study. If not, and exactly one
/// other reading does - the numbers swapped, or on the National Grid in metres or kilometres, or in
/// degrees - that one is taken, and what was done is told. Otherwise the position is kept as declared
/// and told to be outside: of two readings that fit, none is guessed.
///
/// Numbers may have spaces or commas between their digits, a decimal comma, a minus sign of any kind, a
/// degree sign, a unit, and a letter for their direction. A grid reference may stand in place of two
/// numbers, and two numbers in one cell.
public struct PositionReader: Sendable {
  /// What columns are declared to hold.
  public enum Columns: Hashable, Sendable {
    /// Longitude and latitude.
    case degrees
    /// Easting and northing, in metres on the British National Grid.
    case nationalGrid
  }

  /// Where the study is.
  public let window: PositionWindow
  /// What the columns are declared to hold.
  public let columns: Columns

  /// A reader for a study and a pair of columns.
  public init(window: PositionWindow = .london, columns: Columns = .degrees) {
    self.window = window
    self.columns = columns
  }

  /// Reads two cells.
  ///
  /// - Parameters:
  ///   - x: The cell of the longitude or easting.
  ///   - y: The cell of the latitude or northing.
  /// - Returns: The position, and what was done to read it.
  /// - Complexity: O(*n*) in the length of the cells.
  public func read(x: String, y: String) -> PositionReading {
    switch (Self.isBlank(x), Self.isBlank(y)) {
    case (true, true): return .empty
    case (false, true): return read(x)
    case (true, false): return read(y)
    case (false, false): break
    }
    do throws(PositionRefusal) {
      let references = (GridReference(x), GridReference(y))
      if let reference = references.0, reference == references.1 { return read(reference) }
      if references.0 != nil || references.1 != nil { throw .contradiction(x, y) }
      let pair = (try NumberInCell(x), try NumberInCell(y))
      return try judge(PositionCandidates(pair, declared: columns, inOneCell: false).all)
    } catch {
      return .refused(error)
    }
  }

  /// Reads one cell that holds a grid reference or two numbers.
  ///
  /// Of two numbers, degrees are expected with the latitude first, as maps on the web give them, and
  /// metres with the easting first.
  ///
  /// - Complexity: O(*n*²) in the length of the cell, of which no more than a hundred bytes count.
  public func read(_ cell: String) -> PositionReading {
    if Self.isBlank(cell) { return .empty }
    if let reference = GridReference(cell) { return read(reference) }
    do throws(PositionRefusal) {
      var candidates: [ReadPosition] = []
      for pair in Self.pairs(in: cell) {
        candidates += try PositionCandidates(pair, declared: columns, inOneCell: true).all
      }
      // "530,047" is one number, unless its halves are a position in the study.
      if !candidates.contains(where: { window.contains($0.position) }) {
        let isOneNumber = (try? NumberInCell(cell)) != nil
        if isOneNumber { throw .halfMissing }
        if candidates.isEmpty { throw .notANumber(String(cell.prefix(40))) }
      }
      return try judge(candidates)
    } catch {
      return .refused(error)
    }
  }

  private func read(_ reference: GridReference) -> PositionReading {
    let read = ReadPosition(
      position: .nationalGrid(reference.middle), changes: [.gridReference(reference)])
    return window.contains(read.position) ? .inside(read) : .outside(read, possible: [])
  }

  /// Takes the first of the readings, which is the declared one, or the only other that fits.
  private func judge(_ candidates: [ReadPosition]) throws(PositionRefusal) -> PositionReading {
    guard let declared = candidates.first else { return .empty }
    if window.contains(declared.position) { return .inside(declared) }
    var fitting: [ReadPosition] = []
    for candidate in candidates where window.contains(candidate.position) {
      if !fitting.contains(where: { $0.position == candidate.position }) {
        fitting.append(candidate)
      }
    }
    if fitting.count == 1 { return .inside(fitting[0]) }
    switch declared.position {
    case .degrees(let place) where !place.isOnEarth:
      throw .notOnEarth(x: place.longitude, y: place.latitude)
    case .nationalGrid(let place) where max(abs(place.x), abs(place.y)) > Self.farthestMetres:
      throw .notOnEarth(x: place.x, y: place.y)
    default: return .outside(declared, possible: fitting)
    }
  }

  /// No place is farther from the origin of the grid: half the circumference of the Earth.
  private static let farthestMetres = 2.1e7

  private static func isBlank(_ cell: String) -> Bool {
    cell.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
    }
  }

  /// The two numbers that a text can be divided into at a space, a comma, a semicolon or a slash.
  private static func pairs(in cell: String) -> [(NumberInCell, NumberInCell)] {
    guard cell.utf8.count <= 2 * NumberInCell.byteLimit else { return [] }
    let text = cell.drop { $0.isWhitespace || "([".contains($0) }
    let end = text.lastIndex { !($0.isWhitespace || ")]".contains($0)) }
    guard let end else { return [] }
    let inner = text[...end]
    return inner.indices.compactMap { index in
      guard inner[index].isWhitespace || ",;/|".contains(inner[index]),
        let first = try? NumberInCell(inner[..<index]),
        let second = try? NumberInCell(inner[inner.index(after: index)...])
      else { return nil }
      return (first, second)
    }
  }
}
