/// A table of places with twenty properties, as a study publishes them.
enum ExportTable {
  /// `export_N.csv`: longitude, latitude; eight decimals, six whole numbers, four texts, one yes or
  /// no, and one that is often empty.
  static func places(_ count: Int, to path: String) throws {
    let file = try OutputFile(path)
    let columns =
      ["lon", "lat"] + (0..<8).map { "score_\($0)" } + (0..<6).map { "count_\($0)" }
      + ["postcode", "ward", "name", "class", "cold", "optional"]
    try file.write(columns.map { "\"\($0)\"" }.joined(separator: ",") + "\n")
    let streets = Streets("export", count: count / 14)
    for number in 0..<count {
      try row(number, streets, to: file)
    }
    try file.close()
  }

  private static func row(_ number: Int, _ streets: Streets, to file: OutputFile) throws {
    var random = SplitMix64("export", number)
    let (longitude, latitude) = Town.degrees(streets.address(&random))
    try file.write(longitude, decimals: 7)
    try file.write(",")
    try file.write(latitude, decimals: 7)
    var size = 0.001
    for _ in 0..<8 {
      try file.write(",")
      try file.write(random.unit() * size, decimals: 6)
      size *= 10
    }
    var bound = 10
    for _ in 0..<6 {
      try file.write(",")
      try file.write(Double(random.below(bound)), decimals: 0)
      bound *= 10
    }
    try file.write(
      ",\"\(postcode(number, &random))\",\"E05\(String(1_009_000 + random.below(702)).dropFirst())\""
    )
    let name = number % 50 == 0 ? "Place é \(number) “North”" : "Place \(number) North"
    let kind = ["low", "mid", "high", "cold spot"][random.below(4)]
    try file.write(",\"\(name)\",\"\(kind)\",\(random.unit() < 0.1),")
    if random.unit() >= 0.15 { try file.write(random.unit() * 100, decimals: 3) }
    try file.write("\n")
  }

  private static func postcode(_ number: Int, _ random: inout SplitMix64) -> String {
    var letters: [Character] = []
    for _ in 0..<4 { letters.append(Character(Unicode.Scalar(UInt8(65 + random.below(26))))) }
    return "\(letters[0])\(letters[1])\(number % 30) \(number % 10)\(letters[2])\(letters[3])"
  }
}
