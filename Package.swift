// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "Readout",
  products: [
    .library(name: "Linguistics", targets: ["Linguistics"]),
    .library(name: "Record", targets: ["Record"]),
    .library(name: "Coding", targets: ["Coding"]),
    .library(name: "Comparison", targets: ["Comparison"]),
    .library(name: "Archive", targets: ["Archive"]),
    .library(name: "Exchange", targets: ["Exchange"]),
    .executable(name: "readout", targets: ["readout"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
  ],
  targets: [
    // -O3 so that a debug build's tests run the kernels at full speed too.
    .target(name: "Kernels", cSettings: [.unsafeFlags(["-O3"])]),
    .systemLibrary(name: "CZlib"),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "Encoder", dependencies: ["Kernels"], swiftSettings: settings),
    .target(name: "Linguistics", dependencies: ["Kernels", "CZlib"], swiftSettings: settings),
    .target(name: "Newswire", dependencies: ["CXML", "CZlib"], swiftSettings: settings),
    .target(name: "Record", swiftSettings: settings),
    .target(name: "Knowledge", dependencies: ["CZlib", "Record"], swiftSettings: settings),
    .target(
      name: "Coding", dependencies: ["Linguistics", "Encoder", "Newswire", "Knowledge", "Record"],
      swiftSettings: settings),
    .target(
      name: "Archive", dependencies: ["Comparison", "Record", "CZlib", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings),
    .target(
      name: "Exchange", dependencies: ["Knowledge", "Record", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings),
    .target(
      name: "Following", dependencies: [.product(name: "AsyncHTTPClient", package: "async-http-client")],
      swiftSettings: settings),
    .target(name: "Comparison", dependencies: ["Record"], swiftSettings: settings),
    .target(name: "Evaluation", dependencies: ["Record"], swiftSettings: settings),
    .executableTarget(
      name: "readout",
      dependencies: [
        "Archive", "Coding", "Comparison", "Evaluation", "Exchange", "Following", "Linguistics", "Newswire",
        "Knowledge", "Record",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),
    // What `make bench` and `make encoder-parity` run.
    .executableTarget(
      name: "benchmark", dependencies: ["Comparison", "Linguistics", "Encoder", "Kernels", "Newswire"],
      path: "Benchmarks/Sources",
      swiftSettings: settings),
    // What `make bench-archive` runs.
    .executableTarget(
      name: "archive-benchmark", dependencies: ["Archive", "Record"], path: "Benchmarks/Archive/Sources",
      swiftSettings: settings),
    .testTarget(name: "KernelsTests", dependencies: ["Kernels"], swiftSettings: settings),
    .testTarget(
      name: "LinguisticsTests", dependencies: ["Linguistics"], exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(name: "EncoderTests", dependencies: ["Encoder"], swiftSettings: settings),
    .testTarget(name: "NewswireTests", dependencies: ["CZlib", "Newswire"], swiftSettings: settings),
    .testTarget(name: "RecordTests", dependencies: ["Record"], swiftSettings: settings),
    .testTarget(name: "KnowledgeTests", dependencies: ["Knowledge"], swiftSettings: settings),
    .testTarget(
      name: "CodingTests", dependencies: ["Coding", "Encoder"], exclude: ["Goldens"], swiftSettings: settings),
    .testTarget(
      name: "ExchangeTests",
      dependencies: ["Exchange", "Knowledge", "Record", .product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["Goldens"], swiftSettings: settings),
    .testTarget(
      name: "ArchiveTests",
      dependencies: ["Archive", "Comparison", "Record", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings),
    .testTarget(name: "ComparisonTests", dependencies: ["Comparison", "Record"], swiftSettings: settings),
    // A web server on this machine alone, for tests.
    .target(name: "Loopback", path: "Tests/Loopback", swiftSettings: settings),
    .testTarget(name: "FollowingTests", dependencies: ["Following", "Loopback"], swiftSettings: settings),
    .testTarget(name: "EvaluationTests", dependencies: ["Evaluation", "Record"], swiftSettings: settings),
    .testTarget(name: "CommandTests", dependencies: ["Loopback", "readout"], swiftSettings: settings),
  ]
)
