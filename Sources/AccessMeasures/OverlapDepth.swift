/// Stretches of a line, each of a catchment, and how many catchments lie over each part of it.
///
/// The line is an edge of an area, from 0 to 1, or a circle, from −π to π. Stretches of the same
/// catchment count once, however many there are.
struct OverlapDepth {
  /// A part of the line over which nothing begins or ends.
  struct Part {
    let start: Double
    let end: Double
    /// How many catchments lie over it, without the ones set apart.
    let depth: Int
    /// How many of the catchments set apart lie over it.
    let depthApart: Int
    /// The first of the catchments set apart that does not lie over it.
    let free: Int32?
  }

  private struct End {
    var at: Double
    var catchment: Int32
    var step: Int32
  }

  private var ends: [End] = []
  /// The stretches over the present part, by catchment.
  private var open: [Int32]

  init(catchmentCount: Int) {
    open = Array(repeating: 0, count: catchmentCount)
  }

  var isEmpty: Bool { ends.isEmpty }

  mutating func removeAll() { ends.removeAll(keepingCapacity: true) }

  mutating func add(from start: Double, to end: Double, catchment: Int32) {
    guard start < end else { return }
    ends.append(End(at: start, catchment: catchment, step: 1))
    ends.append(End(at: end, catchment: catchment, step: -1))
  }

  /// Calls `body` with each part of the line in order, parts without a length left out;
  /// catchments set apart are counted apart.
  ///
  /// - Complexity: O(*n* log *n*) for *n* stretches.
  mutating func forEachPart(
    from start: Double, to end: Double, apart: [Int32] = [], _ body: (Part) -> Void
  ) {
    sort()
    var depth = 0
    var depthApart = 0
    var position = start
    func part(to end: Double) -> Part {
      Part(
        start: position, end: end, depth: depth, depthApart: depthApart,
        free: apart.first { open[Int($0)] == 0 })
    }
    for entry in ends {
      if entry.at > position {
        body(part(to: min(entry.at, end)))
        position = entry.at
      }
      let before = open[Int(entry.catchment)]
      open[Int(entry.catchment)] = before + entry.step
      // Only the first of a catchment's stretches makes ground deeper.
      guard before == 0 || before + entry.step == 0 else { continue }
      if apart.contains(entry.catchment) {
        depthApart += Int(entry.step)
      } else {
        depth += Int(entry.step)
      }
    }
    if position < end { body(part(to: end)) }
  }

  /// Beginnings before ends where both are in one place, so that no count falls below 0.
  private mutating func sort() {
    func precedes(_ one: End, _ other: End) -> Bool {
      one.at < other.at || (one.at == other.at && one.step > other.step)
    }
    guard ends.count <= 16 else { return ends.sort(by: precedes) }
    for index in ends.indices.dropFirst() {
      let entry = ends[index]
      var place = index
      while place > 0, precedes(entry, ends[place - 1]) {
        ends[place] = ends[place - 1]
        place -= 1
      }
      ends[place] = entry
    }
  }
}
