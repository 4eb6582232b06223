public import Foundation
internal import GeoJSON
internal import GeometryEngine
internal import Intake
internal import Places

extension Study {
  /// Everything that is wrong with the files of the study, or with files on their own, which are
  /// judged in its light.
  ///
  /// - Parameter files: Study files, tables and boundary files; the study itself if there are none.
  /// - Returns: What was found in all of them.
  /// - Throws: ``StudyError`` only where nothing can be judged: a file that is not there is a
  ///   finding.
  public func check(_ files: [(url: URL, name: String)] = []) throws(StudyError) -> CheckReport {
    guard !files.isEmpty else { return StudyCheck(self).report() }
    var checked: [CheckReport.File] = []
    var findings: [Finding] = []
    var fileCheck: FileCheck?
    for (url, name) in files {
      if StudyFile.isOne(url) {
        let report = StudyCheck(try Study(contentsOf: url)).report()
        checked += report.files
        findings += report.findings
        continue
      }
      let check: FileCheck
      if let fileCheck { check = fileCheck } else { check = try FileCheck(in: self) }
      fileCheck = check
      let report = check.report(url, name: name)
      checked += report.files
      findings += report.findings
    }
    return CheckReport(files: checked, findings: findings)
  }

  /// What is wrong with a file, and a copy in which all that has one possible reading is put right.
  ///
  /// - Parameters:
  ///   - url: A table or a boundary file.
  ///   - name: What messages call it.
  ///   - shapes: Whether borders that cross themselves are mended.
  /// - Returns: What is wrong with the file, and the copy.
  /// - Throws: ``StudyError`` for a file that cannot be read.
  public func repairing(
    _ url: URL, name: String, shapes: Bool
  ) throws(StudyError) -> (report: CheckReport, repair: FileRepair) {
    try FileCheck(in: self).repairing(url, name: name, shapes: shapes)
  }
}

/// Tells study files from tables.
enum StudyFile {
  /// Whether a file is a study file: it is called so, or it is text with the one table that no study
  /// is without.
  static func isOne(_ url: URL) -> Bool {
    if url.pathExtension.lowercased() == "toml" { return true }
    // Study files are short; tables need not be read twice to be told from them.
    let size = (try? url.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0
    guard size <= 1 << 20, let text = try? InputFile(url).text() else { return false }
    return text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("[wards]") }
  }
}
