import ColdSpotKit

extension ManualPage {
  /// The files that the command reads and writes without being told their names.
  static var files: [(name: String, what: String)] {
    [
      (
        "../share/coldspot/boundaries",
        "The embedded study of London, beside the folder of the command."
      ),
      ("study.toml", "A study: its files, columns and choices. The embedded one shows every key."),
      (
        "coldspot-out",
        "The folder that a run writes to if not told: \(StudyResult.fileNames.joined(separator: ", "))."
      ),
    ]
  }

  /// Commands to try, each with what it does.
  static let examples: [(command: String, what: String)] = [
    ("coldspot run -o out", "Compute the cold spots of the embedded London:"),
    ("coldspot init my-study", "Write a small study to put your own files into:"),
    ("coldspot check my-study/study.toml", "Say everything that is wrong with it:"),
    (
      "coldspot run my-study/study.toml --radius 2000 -o out-2km",
      "Compute it with another radius:"
    ),
    ("coldspot compare out out-2km -o moves.csv", "Say what that moved:"),
    ("coldspot verify out", "Make sure that files that you were sent are what the run gives:"),
    ("coldspot explain \"Abbey, Barking and Dagenham\"", "Show the sum behind a score:"),
    ("coldspot locate \"SE1 7PB\"", "Say who supports a place:"),
  ]
}
