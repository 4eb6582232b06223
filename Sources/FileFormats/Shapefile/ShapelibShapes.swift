internal import CShapelib
internal import GeoJSON

/// The shapes of a Shapefile, read by Shapelib from bytes that ``ShapeIndex`` has checked.
@safe final class ShapelibShapes {
  private let files: ShapelibFiles
  private let handle: SHPHandle
  /// The number of shapes.
  let count: Int

  /// One shape as the file has it.
  struct Shape {
    let type: ShapeType
    /// The positions of each part; of points, all positions in one part.
    let parts: [[Position]]
  }

  init(shp: [UInt8], index: ShapeIndex) throws(FormatError) {
    files = ShapelibFiles(["shp": shp, "shx": index.shx])
    var hooks = ShapelibFiles.hooks
    guard let handle = unsafe SHPOpenLL(files.name, "rb", &hooks) else {
      throw .corrupt(what: "the shapes cannot be opened", where: "the .shp file")
    }
    unsafe self.handle = handle
    count = index.records.count
  }

  deinit { unsafe SHPClose(handle) }

  /// A shape by its number from 0.
  func shape(_ number: Int) throws(FormatError) -> Shape {
    guard let object = unsafe SHPReadObject(handle, Int32(number)) else {
      throw .corrupt(what: "the shape cannot be read", where: "shape \(number)")
    }
    defer { unsafe SHPDestroyObject(object) }
    guard let type = ShapeType(rawValue: Int(unsafe object.pointee.nSHPType)) else {
      throw .corrupt(what: "the shape is of unknown type", where: "shape \(number)")
    }
    // Shapelib fills as many ordinates and part starts as it counts.
    let x = unsafe UnsafeBufferPointer(
      start: object.pointee.padfX, count: Int(object.pointee.nVertices))
    let y = unsafe UnsafeBufferPointer(
      start: object.pointee.padfY, count: Int(object.pointee.nVertices))
    let starts = unsafe UnsafeBufferPointer(
      start: object.pointee.panPartStart, count: Int(object.pointee.nParts))
    var positions: [Position] = []
    positions.reserveCapacity(x.count)
    for index in x.indices {
      unsafe positions.append(Position(x: x[index], y: y[index]))
    }
    guard positions.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else {
      throw GeometryFault.notFinite.error(at: "shape \(number)")
    }
    let bounds = unsafe starts.map { Int($0) } + [positions.count]
    guard type.form == .lines || type.form == .polygon else {
      return Shape(type: type, parts: positions.isEmpty ? [] : [positions])
    }
    var parts: [[Position]] = []
    for (start, end) in zip(bounds, bounds.dropFirst()) {
      guard 0 <= start, start <= end, end <= positions.count else {
        throw .corrupt(what: "the parts are not one behind the other", where: "shape \(number)")
      }
      parts.append(Array(positions[start..<end]))
    }
    return Shape(type: type, parts: parts)
  }
}
