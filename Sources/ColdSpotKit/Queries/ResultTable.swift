public import Foundation
internal import GeoJSON
internal import GeometryEngine
internal import MapLayers

/// A table that answers a question, with shapes where its rows have a place on the map.
public struct ResultTable: Sendable {
  /// What the rows are.
  public let name: String
  /// The names of the columns, an identifier first.
  public var header: [String] { table.header }
  /// The number of rows.
  public var rowCount: Int { table.rows.count }
  /// What a reader should know beside the numbers, one sentence each.
  public let notes: [String]

  let table: CSVTable
  private let geometries: [Geometry?]?

  init(
    name: String, header: [String], rows: [[PropertyValue]], notes: [String] = [],
    geometries: [Geometry?]? = nil
  ) {
    self.name = name
    self.notes = notes
    self.geometries = geometries
    table = CSVTable(header: header, rows: rows)
  }

  /// The table as CSV (RFC 4180); numbers have every digit, a missing one is an empty cell.
  public var csv: [UInt8] { table.csv }

  /// The table as GeoJSON (RFC 7946); `nil` where the rows have no place on the map.
  public var geoJSON: [UInt8]? { layer?.geoJSON(attribution: []) }

  private var layer: Layer? {
    guard let geometries else { return nil }
    let columns = table.header.map { Column($0, .text, $0) }
    let features = zip(table.rows, geometries).map { row, geometry in
      LayerFeature(id: row[0].plainText, geometry: geometry, values: row)
    }
    return Layer(name: name, title: name, columns: columns, features: features)
  }

  /// Writes the table to a file: GeoJSON where its name ends in `.geojson` or `.json`, else CSV.
  ///
  /// - Throws: ``StudyError/output(_:)`` for a file that exists or cannot be written,
  ///   ``StudyError/query(_:)`` where GeoJSON is wanted of rows without a place.
  public func write(to file: URL, overwriting: Bool = false) throws(StudyError) {
    let isGeoJSON = ["geojson", "json"].contains(file.pathExtension.lowercased())
    let layer = isGeoJSON ? layer : nil
    if isGeoJSON, layer == nil { throw .query(.noPositions) }
    let folder = OutputFolder(file.deletingLastPathComponent(), overwrites: overwriting)
    do {
      if let layer {
        try folder.write(file.lastPathComponent) { sink throws(OutputError) in
          try layer.writeGeoJSON(attribution: [], to: sink)
        }
      } else {
        try folder.write([(name: file.lastPathComponent, content: csv)])
      }
    } catch {
      throw .output(error)
    }
  }
}
