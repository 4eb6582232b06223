/// The tessellation as a file of boundaries, with about ten properties a feature.
struct WardFile {
  /// The metres between vertices of `wards_m`, 1.7 million of them.
  static let finest = 4.3
  /// The files by their letters: how much coarser than `m`, and whether in degrees.
  static let kinds: [String: (coarseness: Double, isInDegrees: Bool)] = [
    "xs": (64, false), "s": (16, false), "sm": (4, false), "m": (1, false), "o": (1, true),
    "l": (0.1, false),
  ]

  private var wards: WardTessellation
  private let isInDegrees: Bool
  private let file: OutputFile
  private var count = 0

  /// Writes `wards_K.geojson`.
  static func write(_ kind: String, to path: String) throws {
    guard let (coarseness, isInDegrees) = kinds[kind] else { return }
    let file = try OutputFile(path)
    try file.write("{\"type\":\"FeatureCollection\",\"name\":\"wards_\(kind)\",")
    if !isInDegrees {
      try file.write(
        "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::27700\"}},")
    }
    try file.write("\"features\":[\n")
    var wards = WardFile(
      wards: WardTessellation(spacing: finest * coarseness), isInDegrees: isInDegrees, file: file)
    try wards.writeFeatures()
    try file.write("\n]}\n")
    try file.close()
  }

  private mutating func writeFeatures() throws {
    let cells = Self.byBorough(wards.cells)
    // Seven wards have a second part that does not touch them, five have another ward inside.
    let chosen = Self.shuffled(Array(cells.indices), "second parts")
    let second = Dictionary(uniqueKeysWithValues: zip(chosen.prefix(7), chosen[7..<14]))
    let hosts = Set(chosen[14..<19])
    let isPart = Set(chosen[7..<14])
    for (number, (cell, borough)) in cells.enumerated() where !isPart.contains(number) {
      var polygons = [[wards.outline(cell)]]
      if hosts.contains(number) { polygons[0].append(wards.enclave(cell).reversed()) }
      if let part = second[number] { polygons.append([wards.outline(cells[part].cell)]) }
      try writeFeature(polygons, borough)
    }
    for number in hosts.sorted() {
      try writeFeature([[wards.enclave(cells[number].cell)]], cells[number].borough)
    }
  }

  /// Borough by borough, as codes of wards usually run.
  private static func byBorough(_ cells: [WardTessellation.Cell])
    -> [(cell: WardTessellation.Cell, borough: Int)]
  {
    let seats = shuffled(cells, "boroughs").prefix(33).map(WardTessellation.middle)
    func borough(_ cell: WardTessellation.Cell) -> Int {
      let middle = WardTessellation.middle(cell)
      let squares = seats.map {
        ($0.x - middle.x) * ($0.x - middle.x) + ($0.y - middle.y) * ($0.y - middle.y)
      }
      return squares.indices.min { squares[$0] < squares[$1] } ?? 0
    }
    return cells.map { ($0, borough($0)) }.enumerated()
      .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element)
  }

  private static func shuffled<Element>(_ elements: [Element], _ name: String) -> [Element] {
    var (random, shuffled) = (SplitMix64(name), elements)
    for last in shuffled.indices.dropFirst().reversed() {
      shuffled.swapAt(last, random.below(last + 1))
    }
    return shuffled
  }

  private mutating func writeFeature(_ polygons: [[[Position]]], _ borough: Int) throws {
    var random = SplitMix64("properties", count)
    let note = count.isMultiple(of: 5) ? "\"synthetic\"" : "null"
    let identifier = String(UInt64(count) * 2_654_435_761 % (1 << 32), radix: 16)
    try file.write(count > 0 ? ",\n" : "")
    try file.write(
      """
      {"type":"Feature","properties":{"WD24CD":"E05\(String(1_009_000 + count).dropFirst())",\
      "WD24NM":"Ward \(count) of Borough \(borough)",\
      "LAD24CD":"E09\(String(1_000_001 + borough).dropFirst())","LAD24NM":"Borough \(borough)",\
      "POP":\(8000 + random.below(6000)),"HH":\(3000 + random.below(3000)),"IMD":
      """)
    try file.write(random.unit() * 60, decimals: 3)
    try file.write(
      """
      ,"INNER":\(count.isMultiple(of: 3)),"NOTE":\(note),"GlobalID":"\(identifier)"},\
      "geometry":{"type":"\(polygons.count > 1 ? "MultiPolygon" : "Polygon")","coordinates":
      """)
    try file.write(polygons.count > 1 ? "[" : "")
    for (number, polygon) in polygons.enumerated() {
      try file.write(number > 0 ? ",[" : "[")
      for (number, ring) in polygon.enumerated() {
        try file.write(number > 0 ? ",[" : "[")
        try write(ring)
        try file.write("]")
      }
      try file.write("]")
    }
    try file.write(polygons.count > 1 ? "]}}" : "}}")
    count += 1
  }

  private func write(_ ring: [Position]) throws {
    for (number, position) in ring.enumerated() {
      try file.write(number > 0 ? ",[" : "[")
      if isInDegrees {
        // All their digits, as several portals publish them.
        let degrees = Town.degrees(position)
        try file.write("\(degrees.longitude),\(degrees.latitude)")
      } else {
        try file.write(position.x, decimals: 3)
        try file.write(",")
        try file.write(position.y, decimals: 3)
      }
      try file.write("]")
    }
  }
}
