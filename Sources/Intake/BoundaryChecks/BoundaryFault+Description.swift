internal import Places
internal import SimpleFeatures

extension BoundaryFault: CustomStringConvertible {
  /// The fault in words, with its measures and its place in metres.
  public var description: String {
    switch self {
    case .duplicateCode(let code, let count): "\(count) areas have the code \(code)"
    case .missingShape(let code): "\(code) has no shape"
    case .unusableRing(let code, let ring, let reason):
      "\(code): ring \(ring) was left out: \(reason)"
    case .tooFarOut(let code, let position):
      "\(code) has a corner at \(place(position)), which is nowhere on the Earth"
    case .invalidShape(let code, let reason, let position):
      "\(code) is not a valid shape: \(reason) at \(place(position))"
    case .repeatedCorners(let code, let count, let first):
      "\(code) repeats \(count == 1 ? "a corner" : "\(count) corners, the first") at \(place(first))"
    case .spike(let code, let position, let length):
      "\(code) has a spike of \(metres(length)) at \(place(position))"
    case .sliver(let code, let patch): "\(code) has a part that is a sliver, \(measures(patch))"
    case .tinyPart(let code, let patch, let share):
      "\(code) has a tiny part, \(percent(share)) of it, \(measures(patch))"
    case .overlap(let first, let second, let patch):
      "\(first) and \(second) overlap, \(measures(patch))"
    case .unmatchedBorder(let first, let second, let places, let position):
      "the borders of \(first) and \(second) do not match "
        + (places == 1 ? "at \(place(position))" : "in \(places) places, one at \(place(position))")
    case .gap(let codes, let patch):
      "there is a gap between \(list(codes)), \(measures(patch))"
    case .hole(let code, let patch):
      "\(code) has a hole that no area fills, \(measures(patch))"
    case .openGap(let first, let second, let length, let patch):
      "\(first) and \(second) run side by side for \(metres(length)) with nothing between them, "
        + measures(patch)
    case .unknownParent(let code, let parent): "\(code) belongs to \(parent), which is unknown"
    case .outsideParent(let code, let parent, let patch, let share):
      "\(percent(share)) of \(code) is outside \(parent), \(measures(patch))"
    case .uncoveredParent(let code, let patch, let share):
      "\(percent(share)) of \(code) is covered by no area below it, \(measures(patch))"
    case .notMeasured(let codes, let reason): "\(list(codes)) could not be measured: \(reason)"
    }
  }
}

private func list(_ codes: [AreaCode]) -> String {
  guard !codes.isEmpty else { return "areas" }
  let shown = codes.prefix(5).map(\.description)
  let others = codes.count - shown.count
  return (shown + (others > 0 ? ["\(others) more"] : [])).joined(separator: ", ")
}

private func measures(_ patch: BoundaryFault.Patch) -> String {
  "\(rounded(patch.area)) m², \(metres(patch.width)) wide, at \(place(patch.position))"
}

private func place(_ position: Coordinate) -> String {
  "(\(rounded(position.x)), \(rounded(position.y)))"
}

private func metres(_ distance: Distance) -> String { "\(rounded(distance.metres)) m" }

private func percent(_ share: Double) -> String { "\(rounded(100 * share)) %" }

/// To two decimals, or to two digits if it is smaller than that.
private func rounded(_ value: Double) -> String {
  let scale = abs(value) < 0.1 ? 1e4 : 1e2
  let rounded = (value * scale).rounded() / scale
  return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
}
