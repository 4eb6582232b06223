import Foundation
import TestSupport
import Testing

@Suite struct `Installed copy` {
  /// The data beside the copy hold a sector of Lyon under the name SE1 7, so that an answer from
  /// any other data would show.
  @Test func `finds the data in share beside its bin`() async throws {
    var study = SampleStudy()
    study["sectors.csv"] = "sector,lat,lon\nSE1 7,45.755,4.855\n"
    try study.replace("serves = ", with: "postcodes = \"sectors.csv\"\nserves = ", in: "study.toml")
    let prefix = try TemporaryFolder()
    for (name, content) in study.files {
      try prefix.write(content, to: "share/coldspot/boundaries/\(name)")
    }
    let copy = prefix.url.appending(path: "bin/coldspot")
    try FileManager.default.createDirectory(
      at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: BuiltCommand.url(), to: copy)
    let root = URL(filePath: "/")
    let run = try await CommandRun("locate", "SE1 7PB", in: root, executable: copy)
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.contains("Ward      Abbey  W4"))
    // Through a link in another folder too, as package managers make them.
    let link = prefix.url.appending(path: "link")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: copy)
    let linked = try await CommandRun("locate", "SE1 7PB", in: root, executable: link)
    #expect(linked.stdout == run.stdout)
  }

  @Test func `takes the data that the environment names`() async throws {
    let folder = try SampleStudy().written()
    let run = try await CommandRun(
      "explain", "Bridge", in: URL(filePath: "/"), environment: ["COLDSPOT_DATA": folder.url.path])
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.hasPrefix("Bridge, Eastham  W2"))
    let nowhere = try await CommandRun(
      "explain", "Bridge", in: folder.url, environment: ["COLDSPOT_DATA": "/nowhere"])
    #expect(nowhere.status == 3)
    #expect(nowhere.stderr.hasPrefix("error[E215]"))
    #expect(nowhere.stderr.contains("/nowhere"))
  }

  /// SE1 7PB is St Thomas' Hospital, in the London Borough of Lambeth.
  @Test func `need not be installed to find London from another folder`() async throws {
    let folder = try TemporaryFolder()
    let run = try await CommandRun("locate", "SE1 7PB", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.contains("Borough   Lambeth  E09000022"))
    #expect(run.stderr.isEmpty)
  }
}
