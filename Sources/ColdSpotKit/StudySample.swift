public import Foundation
internal import GeoJSON
internal import Intake
internal import MapLayers

/// A small study to start from: a corner of the embedded London, with a study file that explains
/// itself.
public struct StudySample: Sendable {
  /// The name of the study file.
  public static let studyFile = EmbeddedData.studyFile

  private let files: [(name: String, content: [UInt8])]

  /// The boroughs of the sample: Barking and Dagenham, and Havering.
  private static let boroughs: Set<String> = ["E09000002", "E09000016"]

  /// A sample of the embedded study of London.
  ///
  /// - Throws: ``StudyError/dataNotFound(searched:)``, or ``StudyError/intake(_:)`` for data that
  ///   were changed beyond use.
  public static func london() throws(StudyError) -> StudySample {
    let folder = try EmbeddedData.folder()
    do {
      func input(_ name: String) throws -> InputFile {
        try InputFile(folder.appending(path: name), name: name)
      }
      func rows(_ name: String, of column: String) throws -> [UInt8] {
        try Self.rows(of: input(name), column: column)
      }
      let data: [(name: String, content: [UInt8])] = [
        ("wards.geojson", try features(of: input("wards.geojson"), property: "borough_gss")),
        ("boroughs.geojson", try features(of: input("boroughs.geojson"), property: "gss_code")),
        ("places.csv", try rows("places.csv", of: "borough_gss")),
        ("boroughs.csv", try rows("boroughs.csv", of: "gss_code")),
        ("organisations.csv", try rows("organisations.csv", of: "borough_gss")),
        ("postcode-sectors.csv", try rows("postcode-sectors.csv", of: "borough_gss")),
        ("functions.csv", try input("functions.csv").bytes),
        ("regions.csv", try input("regions.csv").bytes),
      ]
      let credits = try DataPackage(input("datapackage.json"))
        .attribution(of: try data.map { try input($0.name) }).lines
      let study = text(of: try input(studyFile).text(), credits: credits)
      return StudySample(files: [(studyFile, Array(study.utf8))] + data)
    } catch {
      throw StudyError(error)
    }
  }

  /// Writes the files into a folder, each whole or not at all.
  ///
  /// - Throws: ``StudyError/output(_:)`` for files that exist or cannot be written.
  public func write(
    to folder: URL, overwriting: Bool = false
  ) throws(StudyError) -> [WrittenFile] {
    do {
      let output = OutputFolder(folder, overwrites: overwriting)
      try output.requireFree(files.map(\.name))
      try output.write(files)
    } catch {
      throw .output(error)
    }
    return files.map { WrittenFile(name: $0.name, bytes: $0.content.count) }
  }

  /// The study file of London with the sample's own name and the credits written out: those of a
  /// data package are for files as they were.
  private static func text(of study: String, credits: [String]) -> String {
    let lines = study.split(separator: "\n", omittingEmptySubsequences: false)
    var isNamed = false
    let body = lines.drop { $0.hasPrefix("#") }.map { line in
      // The first name is the study's; the others are columns.
      if !isNamed, line.hasPrefix("name =") {
        isNamed = true
        return "name = \"Two boroughs of London\""
      }
      guard line.hasPrefix("datapackage =") else { return String(line) }
      let list = credits.map { "  \"\($0.replacing("\"", with: "\\\""))\"," }
      return (["attribution = ["] + list + ["]"]).joined(separator: "\n")
    }
    return """
      # A sample study. Put your own files in the place of these, one at a time, and after each
      #   coldspot check study.toml          says what is wrong with it
      #   coldspot run study.toml -o out     makes the map
      # Paths are relative to this file. Lines that begin with "#" show further keys. Columns need be
      # named only where their names do not tell what they are: `coldspot info FILE` shows that.

      """ + body.joined(separator: "\n")
  }

  /// The rows of a table that belong to the boroughs of the sample.
  private static func rows(of file: InputFile, column name: String) throws -> [UInt8] {
    let table = try TableReader(columns: [name]).read(file)
    let column = try table.requiredColumn(named: name)
    let kept = (0..<table.rowCount).filter {
      boroughs.contains(table.text(row: $0, column: column))
    }
    let rows = kept.map { row in
      table.header.indices.map { PropertyValue.text(table.text(row: row, column: $0)) }
    }
    return CSVTable(header: table.header, rows: rows).unguardedCSV
  }

  /// The features of a document that belong to the boroughs of the sample.
  private static func features(of file: InputFile, property: String) throws -> [UInt8] {
    guard case .object(var members) = try JSONReader().read(file.bytes),
      let index = members.firstIndex(where: { $0.name == "features" }),
      case .array(let features) = members[index].value
    else { return file.bytes }
    members[index].value = .array(
      features.filter { feature in
        feature["properties"]?[property]?.text.map(boroughs.contains) ?? false
      })
    // The box around all of London is none around the sample.
    members.removeAll { $0.name == "bbox" }
    return JSONWriter(layout: .compact).write(.object(members))
  }
}
