internal import FileFormats
internal import Synchronization

/// Bodies compressed before, kept for the next who asks for the same.
///
/// To compress a layer takes longer than to send it. What has not been asked for longest goes
/// when there is no more room.
final class CompressedBodies: Sendable {
  private struct Entry {
    let body: [UInt8]
    var lastUse: Int
  }

  private struct Contents {
    var entries: [EntityTag: Entry] = [:]
    var byteCount = 0
    var uses = 0
  }

  /// Keeps the search for the oldest short.
  private static let mostEntries = 256

  private let mostBytes: Int
  private let contents = Mutex(Contents())

  /// Room for so many bytes.
  init(mostBytes: Int) {
    self.mostBytes = mostBytes
  }

  /// The bytes that are held at present.
  var byteCount: Int { contents.withLock(\.byteCount) }

  /// The body with this tag, compressed.
  func gzip(_ body: [UInt8], tag: EntityTag) -> [UInt8] {
    if let kept = kept(tag) { return kept }
    // Two who ask at once both compress: that is rare, and no one waits under a lock.
    let packed = Gzip.compressed(body, level: 5)
    keep(packed, tag: tag)
    return packed
  }

  private func kept(_ tag: EntityTag) -> [UInt8]? {
    contents.withLock { contents in
      contents.uses += 1
      contents.entries[tag]?.lastUse = contents.uses
      return contents.entries[tag]?.body
    }
  }

  private func keep(_ body: [UInt8], tag: EntityTag) {
    guard body.count <= mostBytes else { return }
    contents.withLock { contents in
      guard contents.entries[tag] == nil else { return }
      while contents.byteCount + body.count > mostBytes
        || contents.entries.count >= Self.mostEntries,
        let oldest = contents.entries.min(by: { $0.value.lastUse < $1.value.lastUse })
      {
        contents.entries[oldest.key] = nil
        contents.byteCount -= oldest.value.body.count
      }
      contents.entries[tag] = Entry(body: body, lastUse: contents.uses)
      contents.byteCount += body.count
    }
  }
}
