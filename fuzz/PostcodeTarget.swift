import FileFormats
import Postcodes

/// Reads any bytes as the cell of a postcode.
///
/// Laws: a postcode reads as itself in its normal form, as its district and sector do; one that was
/// found, repaired or not, resolves to itself without repair; text and bytes give the same answer.
func test(_ bytes: [UInt8]) {
  let cell = String(decoding: bytes, as: UTF8.self)
  if let postcode = Postcode(cell) { requireSame(postcode) }
  for candidate in Postcode.candidates(for: cell) { requireSame(candidate) }
  _ = PostcodeText(cell)
  let resolution = directory.resolve(cell)
  require(resolution == directory.resolve(utf8: bytes[...]), "text and bytes differ")
  requireFirm(resolution)
}

private func requireSame(_ postcode: Postcode) {
  require(Postcode(postcode.description) == postcode, "\(postcode) reads as another")
  let (sector, district) = (postcode.sector, postcode.district)
  // The one postcode whose district has no form of its own.
  guard postcode.description != "GIR 0AA" else { return }
  require(PostcodeSector(sector.description) == sector, "\(sector) reads as another")
  require(PostcodeDistrict(district.description) == district, "\(district) reads as another")
}

private func requireFirm(_ resolution: PostcodeResolution) {
  if case .several(let all) = resolution { all.forEach(requireFirm) }
  guard let match = resolution.match else { return }
  let again = directory.resolve(match.entry.postcode.description).match
  require(
    again?.entry == match.entry && again?.isRepaired == false,
    "\(match.entry.postcode) resolves to \(again?.entry.postcode.description ?? "nothing")")
}

/// Postcodes that look alike, one out of use, one without a position, of several areas.
private let directory: PostcodeDirectory = {
  let lines = """
    SO17 1BJ,50.934,-1.396,,0,1,E05000001,E06000045
    SE1 7PB,51.501,-0.118,,0,1,E05014095,E09000022
    SE1 8XX,51.504,-0.109,,1,1,E05011095,E09000028
    E1 6AN,51.519,-0.077,201603,0,1,E05009322,E09000030
    BX9 1AS,99.999999,0.000000,,1,9,,
    W1S 1AA,51.511,-0.143,,0,1,E05013808,E09000033
    SL1 8TZ,51.52,-0.62,,0,1,E05009343,E06000039
    E11 1AA,51.57,0.01,,0,1,E05013901,E09000031
    IP1 1AA,52.05,1.15,,0,1,W,B
    IG1 1AA,51.55,0.07,,0,1,W,B
    """
  guard let text = try? DelimitedText(Array(lines.utf8)) else {
    fatalError("the lines are a table")
  }
  return PostcodeDirectory([
    PostcodeTable(
      name: "directory", grid: text.grid,
      columns: .init(
        postcode: 0, latitude: 1, longitude: 2, terminated: 3, user: 4, gridQuality: 5, ward: 6,
        borough: 7), firstRow: 0)
  ])
}()
