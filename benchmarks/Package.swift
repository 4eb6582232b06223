// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who uses the library builds its benchmarks.
let package = Package(
  name: "coldspot-benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "coldspot", path: "..")],
  targets: [
    .executableTarget(
      name: "LondonRun", dependencies: [.product(name: "ColdSpotKit", package: "coldspot")],
      path: "Benchmarks/LondonRun"),
    .executableTarget(
      name: "PostcodeLookups", dependencies: [.product(name: "ColdSpotKit", package: "coldspot")],
      path: "Benchmarks/PostcodeLookups"),
    .executableTarget(
      name: "BenchmarkTasks", dependencies: [.product(name: "ColdSpotKit", package: "coldspot")],
      path: "Benchmarks/Tasks"),
    // Needs nothing of coldspot.
    .executableTarget(name: "Generate", path: "Benchmarks/Generate"),
  ],
  swiftLanguageModes: [.v6]
)
