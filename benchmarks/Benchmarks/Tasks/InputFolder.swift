import Foundation

/// The folder of the generated files, the same ones that the peers read.
struct InputFolder {
  let path: String

  /// The path of one of its files.
  func file(_ name: String) -> String { path + "/" + name }

  /// A file's numbers: doubles, little-endian, one after the other.
  func doubles(_ name: String) throws -> [Double] {
    let data = try Data(contentsOf: URL(fileURLWithPath: file(name)), options: .mappedIfSafe)
    let count = data.count / 8
    // Every platform of Swift is little-endian, so the bytes are the numbers.
    return [Double](unsafeUninitializedCapacity: count) { numbers, initialised in
      initialised = data.copyBytes(to: numbers) / 8
    }
  }
}

/// One of the tasks: what it reads, does and checks.
protocol BenchmarkTask {
  /// Its number, `T1` for example.
  static var name: String { get }
  /// The sizes of input that it knows, the usual one first.
  static var sizes: [String] { get }
  /// Reads its input and times its variants.
  static func run(input: InputFolder, stopwatch: Stopwatch) throws
}
