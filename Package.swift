// swift-tools-version: 6.1
import PackageDescription

/// Flags every Swift target is built with: one language mode, explicit existentials, private imports by default.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-warnings-as-errors"]),
]

let package = Package(
  name: "watchword",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "watchword", targets: ["watchword"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // System libraries, each wrapped once, next to its one user.
    .systemLibrary(
      name: "CYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .systemLibrary(
      name: "CPCRE2",
      pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]
    ),
    .systemLibrary(
      name: "CMD4C",
      pkgConfig: "md4c",
      providers: [.apt(["libmd4c-dev"]), .brew(["md4c"])]
    ),

    // The product, from the bottom up: a module depends only on those above it.
    .target(name: "WatchwordText", swiftSettings: strict),
    .target(name: "WatchwordDiagnostics", dependencies: ["WatchwordText"], swiftSettings: strict),
    .target(
      name: "WatchwordRules",
      dependencies: ["WatchwordText", "WatchwordDiagnostics", "CYAML"],
      swiftSettings: strict
    ),
    .target(
      name: "WatchwordDrafts",
      dependencies: ["WatchwordText", "WatchwordDiagnostics", "WatchwordRules", "CMD4C"],
      swiftSettings: strict
    ),
    .target(
      name: "WatchwordEngine",
      dependencies: [
        "WatchwordText", "WatchwordDiagnostics", "WatchwordRules", "WatchwordDrafts", "CPCRE2",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "WatchwordReports",
      dependencies: ["WatchwordText", "WatchwordDiagnostics", "WatchwordRules"],
      swiftSettings: strict
    ),

    .target(
      name: "WatchwordWorkspace",
      dependencies: [
        "WatchwordText", "WatchwordDiagnostics", "WatchwordRules", "WatchwordDrafts",
        "WatchwordEngine", "WatchwordReports",
      ],
      swiftSettings: strict,
      plugins: ["EmbedPacks"]
    ),

    // The rule packs travel inside the binary, compiled: a build step writes them into a Swift file.
    .executableTarget(
      name: "embed-packs",
      dependencies: ["WatchwordText", "WatchwordRules", "WatchwordEngine"],
      swiftSettings: strict
    ),
    .plugin(name: "EmbedPacks", capability: .buildTool(), dependencies: ["embed-packs"]),

    .executableTarget(
      name: "watchword",
      dependencies: [
        "WatchwordText", "WatchwordDiagnostics", "WatchwordRules", "WatchwordDrafts",
        "WatchwordEngine", "WatchwordReports", "WatchwordWorkspace",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),

    .target(
      name: "TestSupport",
      dependencies: ["WatchwordText"],
      path: "Tests/TestSupport",
      swiftSettings: strict
    ),
    .testTarget(
      name: "WatchwordTextTests",
      dependencies: ["WatchwordText", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "WatchwordRulesTests",
      dependencies: ["WatchwordRules", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "WatchwordDraftsTests",
      dependencies: ["WatchwordDrafts", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "WatchwordReportsTests",
      dependencies: ["WatchwordReports", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "WatchwordEngineTests",
      dependencies: ["WatchwordEngine", "TestSupport"],
      exclude: ["Fixtures"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "WatchwordWorkspaceTests",
      dependencies: ["WatchwordWorkspace", "TestSupport"],
      swiftSettings: strict
    ),
    // Runs the built command as its users do.
    .testTarget(
      name: "WatchwordCommandTests",
      dependencies: [
        "TestSupport", "watchword",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
  ]
)
