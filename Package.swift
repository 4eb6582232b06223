// swift-tools-version: 6.2
import Foundation
import PackageDescription

// Targets are listed bottom-up: each depends only on targets above it.
let package = Package(
  name: "coldspot",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "ColdSpotKit", targets: ["ColdSpotKit"]),
    .executable(name: "coldspot", targets: ["ColdSpotCLI"]),
  ],
  traits: [
    .trait(name: "Server", description: "The local map service, `coldspot serve` (swift-nio)."),
    .default(enabledTraits: ["Server"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    // C libraries of the system.
    .systemLibrary(
      name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"]), .brew(["geos"])]),
    .systemLibrary(
      name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"]), .brew(["proj"])]),
    .systemLibrary(
      name: "COpenSSL", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .systemLibrary(
      name: "CShapelib", pkgConfig: "shapelib",
      providers: [.apt(["libshp-dev"]), .brew(["shapelib"])]),

    // Loops for which a benchmark pays for C with vectors chosen at run time.
    .target(name: "CKernels"),

    // Foundations: no input or output.
    .target(name: "SimpleFeatures"),
    .target(name: "SpatialStatistics"),
    .target(name: "GeometryEngine", dependencies: ["CGEOS", "CPROJ", "SimpleFeatures"]),
    .target(name: "SpatialIndex", dependencies: ["SimpleFeatures", "SpatialStatistics"]),

    // The pipeline, in order.
    .target(name: "GeoJSON"),
    .target(
      name: "FileFormats",
      dependencies: ["CZlib", "CZip", "CExpat", "CSQLite", "CShapelib", "GeoJSON"]),
    .target(name: "Postcodes", dependencies: ["SimpleFeatures", "FileFormats"]),
    .target(name: "Places", dependencies: ["SimpleFeatures", "SpatialIndex"]),
    .target(
      name: "Intake",
      dependencies: [
        "SimpleFeatures", "GeometryEngine", "SpatialIndex", "GeoJSON", "FileFormats", "Postcodes",
        "Places",
      ]),
    .target(
      name: "Catchments",
      dependencies: [
        "CKernels", "SimpleFeatures", "SpatialStatistics", "SpatialIndex", "Places",
      ]),
    .target(
      name: "AccessMeasures",
      dependencies: [
        "SimpleFeatures", "SpatialStatistics", "GeometryEngine", "SpatialIndex", "Places",
        "Catchments",
      ]),
    .target(
      name: "ColdSpots",
      dependencies: [
        "SimpleFeatures", "SpatialStatistics", "SpatialIndex", "Places", "Catchments",
        "AccessMeasures",
      ]),
    .target(
      name: "MapLayers",
      dependencies: [
        "COpenSSL", "SimpleFeatures", "SpatialStatistics", "GeometryEngine", "SpatialIndex",
        "GeoJSON", "FileFormats", "Places", "Catchments", "AccessMeasures", "ColdSpots",
      ]),
    .target(
      name: "ColdSpotKit",
      dependencies: [
        "SimpleFeatures", "SpatialStatistics", "GeometryEngine", "SpatialIndex", "GeoJSON",
        "FileFormats", "Postcodes", "Places", "Intake", "Catchments", "AccessMeasures", "ColdSpots",
        "MapLayers",
        .product(name: "TOMLKit", package: "TOMLKit"),
      ]),

    // Front ends.
    .target(
      name: "Report", dependencies: ["ColdSpotKit", "GeoJSON", "MapLayers"],
      resources: [.embedInCode("Web")]),
    .target(
      name: "MapServer",
      dependencies: [
        "ColdSpotKit", "FileFormats", "GeoJSON", "MapLayers", "SimpleFeatures", "SpatialIndex",
        "Report",
        .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["Server"])),
        .product(name: "NIOPosix", package: "swift-nio", condition: .when(traits: ["Server"])),
        .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["Server"])),
      ]),
    .executableTarget(
      name: "ColdSpotCLI",
      dependencies: [
        "ColdSpotKit", "Report", "MapServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // Tests: one target a module, and the support they share.
    .target(
      name: "TestSupport", dependencies: ["CSQLite", "SimpleFeatures", "GeoJSON"],
      path: "Tests/TestSupport"),
    .testTarget(name: "SimpleFeaturesTests", dependencies: ["SimpleFeatures", "TestSupport"]),
    .testTarget(
      name: "SpatialStatisticsTests", dependencies: ["SpatialStatistics", "TestSupport"]),
    .testTarget(
      name: "GeometryEngineTests",
      dependencies: ["GeometryEngine", "SimpleFeatures", "TestSupport"]),
    .testTarget(
      name: "SpatialIndexTests",
      dependencies: [
        "SpatialIndex", "SpatialStatistics", "SimpleFeatures", "GeometryEngine", "TestSupport",
      ]),
    .testTarget(name: "GeoJSONTests", dependencies: ["GeoJSON", "TestSupport"]),
    .testTarget(
      name: "FileFormatsTests", dependencies: ["FileFormats", "GeoJSON", "TestSupport"]),
    .testTarget(
      name: "PostcodesTests",
      dependencies: ["Postcodes", "FileFormats", "SimpleFeatures", "TestSupport"]),
    .testTarget(
      name: "PlacesTests", dependencies: ["Places", "SimpleFeatures", "TestSupport"]),
    .testTarget(
      name: "IntakeTests",
      dependencies: [
        "Intake", "Places", "Postcodes", "FileFormats", "GeoJSON", "GeometryEngine",
        "SimpleFeatures", "TestSupport",
      ]),
    .testTarget(
      name: "CatchmentsTests",
      dependencies: [
        "Catchments", "Places", "SimpleFeatures", "SpatialStatistics", "TestSupport",
      ]),
    .testTarget(
      name: "AccessMeasuresTests",
      dependencies: [
        "AccessMeasures", "Catchments", "Places", "GeoJSON", "GeometryEngine", "SimpleFeatures",
        "SpatialStatistics", "TestSupport",
      ]),
    .testTarget(
      name: "ColdSpotsTests",
      dependencies: [
        "ColdSpots", "AccessMeasures", "Catchments", "Places", "SpatialStatistics",
        "SimpleFeatures", "TestSupport",
      ],
      exclude: ["ReferenceCase"]),
    .testTarget(
      name: "MapLayersTests",
      dependencies: [
        "MapLayers", "ColdSpots", "Catchments", "FileFormats", "Intake", "GeoJSON",
        "GeometryEngine", "Places", "SimpleFeatures", "SpatialStatistics", "TestSupport",
      ]),
    .testTarget(name: "ColdSpotKitTests", dependencies: ["ColdSpotKit", "TestSupport"]),
    .testTarget(
      name: "ReportTests",
      dependencies: ["Report", "ColdSpotKit", "MapLayers", "GeoJSON", "TestSupport"]),
    .testTarget(
      name: "MapServerTests",
      dependencies: [
        "MapServer", "ColdSpotKit", "FileFormats", "GeoJSON", "MapLayers", "SimpleFeatures",
        "TestSupport",
        .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["Server"])),
        .product(name: "NIOPosix", package: "swift-nio", condition: .when(traits: ["Server"])),
      ]),
    .testTarget(
      name: "CommandTests",
      dependencies: ["ColdSpotCLI", "ColdSpotKit", "GeoJSON", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c11
)

// The gate lets no warning pass; those who only use the package are not stopped by one.
let environment = ProcessInfo.processInfo.environment
let gate: [SwiftSetting] =
  environment["COLDSPOT_GATE"] == nil ? [] : [.treatAllWarnings(as: .error)]

// Only those who build the documentation fetch its plugin.
if environment["COLDSPOT_DOCS"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}

for target in package.targets where target.type != .system {
  target.swiftSettings =
    gate + [
      .strictMemorySafety(),
      .treatWarning("StrictMemorySafety", as: .error),
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("InternalImportsByDefault"),
    ]
}
