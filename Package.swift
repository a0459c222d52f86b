// swift-tools-version: 6.2
import PackageDescription

/// The flow is one direction (docs/architecture.md):
/// page -> article -> parse -> record -> archive -> exports and reader.
let swift: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Dateline",
  products: [.executable(name: "dateline", targets: ["dateline"])],
  targets: [
    // System libraries, from Debian or Homebrew packages.
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    .systemLibrary(
      name: "CUchardet", pkgConfig: "uchardet",
      providers: [.apt(["libuchardet-dev"]), .brew(["uchardet"])]),
    .systemLibrary(name: "CCivetweb", providers: [.apt(["libcivetweb-dev"])]),

    // C sides of our own: data tables as bytes in the program, and a C face for a C++ library.
    .target(name: "CTables", exclude: ["Data"]),
    .target(name: "CLanguageID", linkerSettings: [.linkedLibrary("cld2")]),

    // Floating point of the standard library needs libm where nothing else brings it.
    .target(
      name: "Records", swiftSettings: swift,
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(
      name: "Pages", dependencies: ["Records", "CTables", "CUchardet", "CLanguageID"],
      swiftSettings: swift),
    // Optimized in both configurations: tests of the networks in debug builds stay quick.
    .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3"])]),
    .target(name: "Kernels", dependencies: ["CKernels"], swiftSettings: swift),
    // The form of the data files that are compiled once and mapped: the model, the gazetteer.
    .target(name: "Containers", swiftSettings: swift),
    .target(
      name: "Language", dependencies: ["Records", "Kernels", "Containers", "CTables"],
      swiftSettings: swift),
    .target(
      name: "Gazetteer", dependencies: ["Containers", "CTables"], swiftSettings: swift),
    .executableTarget(
      name: "dateline-gazetteer", dependencies: ["Gazetteer"], swiftSettings: swift),
    .executableTarget(
      name: "dateline-model", dependencies: ["Language"], swiftSettings: swift),
    .target(
      name: "Archive", dependencies: ["Records", "Happenings", "CSQLite", "CZstd", "CCrypto"],
      swiftSettings: swift),
    .target(
      name: "Ingest",
      dependencies: [
        "Records", "Pages", "Language", "Gazetteer", "Extraction", "Archive", "CZlib",
      ],
      swiftSettings: swift),
    .target(name: "Exports", dependencies: ["Records", "Language"], swiftSettings: swift),
    .target(
      name: "Web", dependencies: ["Records", "Archive", "Exports", "CTables", "CCivetweb"],
      exclude: ["Static"], swiftSettings: swift),
    // The record, a part each: what is asked of trees, then times, actors and so on, then the face.
    .target(name: "Lexicons", dependencies: ["CTables"], swiftSettings: swift),
    .target(name: "Syntax", dependencies: ["Language"], swiftSettings: swift),
    .target(
      name: "Times", dependencies: ["Records", "Language", "Lexicons", "CTables"],
      swiftSettings: swift),
    .target(
      name: "Actors", dependencies: ["Records", "Language", "Lexicons", "Syntax", "CTables"],
      swiftSettings: swift),
    .target(
      name: "Statements",
      dependencies: ["Records", "Language", "Lexicons", "Syntax", "Actors", "CTables"],
      swiftSettings: swift),
    .target(
      name: "Events",
      dependencies: ["Records", "Language", "Lexicons", "Syntax", "Actors", "CTables"],
      swiftSettings: swift),
    .target(
      name: "Plans", dependencies: ["Records", "Language", "Lexicons", "Syntax", "CTables"],
      swiftSettings: swift),
    .target(
      name: "Places",
      dependencies: [
        "Records", "Language", "Lexicons", "Syntax", "Actors", "Gazetteer", "CTables",
      ],
      swiftSettings: swift),
    .target(
      name: "Extraction",
      dependencies: [
        "Records", "Language", "Syntax", "Times", "Actors", "Statements", "Events", "Gazetteer",
        "Places", "Plans",
      ],
      swiftSettings: swift),
    .target(name: "Happenings", dependencies: ["Records"], swiftSettings: swift),
    .executableTarget(
      name: "dateline",
      dependencies: [
        "Records", "Pages", "Language", "Gazetteer", "Extraction", "Archive", "Ingest", "Exports",
        "Web",
      ],
      swiftSettings: swift),

    // What training the weights of text scrapes needs; no part of the program.
    .executableTarget(
      name: "line-traits", dependencies: ["Pages"], path: "Benchmarks/LineTraits",
      swiftSettings: swift),
    // What training the weights of places needs; no part of the program.
    .executableTarget(
      name: "place-traits",
      dependencies: ["Records", "Language", "Syntax", "Actors", "Gazetteer", "Places"],
      path: "Benchmarks/PlaceTraits", swiftSettings: swift),
    // For whoever works on the rules of the record, or on the parser of pages; no part of the product.
    .executableTarget(
      name: "dateline-record",
      dependencies: [
        "Records", "Language", "Lexicons", "Gazetteer", "Extraction", "Syntax", "Statements",
      ],
      swiftSettings: swift),
    .executableTarget(name: "dateline-tree", dependencies: ["Pages"], swiftSettings: swift),

    .target(
      name: "TestSupport", dependencies: ["Records"], path: "Tests/TestSupport",
      swiftSettings: swift),
    .testTarget(
      name: "RecordsTests", dependencies: ["Records", "TestSupport"], swiftSettings: swift),
    .testTarget(name: "PagesTests", dependencies: ["Pages", "TestSupport"], swiftSettings: swift),
    .testTarget(name: "KernelsTests", dependencies: ["Kernels"], swiftSettings: swift),
    .testTarget(
      name: "LanguageTests", dependencies: ["Language", "Kernels", "TestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "ExtractionTests",
      dependencies: ["Extraction", "Times", "Lexicons", "Language", "TestSupport", "CTables"],
      swiftSettings: swift),
    .testTarget(
      name: "EventsTests",
      dependencies: [
        "Events", "Actors", "Syntax", "Lexicons", "Language", "Records", "CTables",
      ], swiftSettings: swift),
    .testTarget(
      name: "ActorsTests",
      dependencies: ["Actors", "Syntax", "Records", "Language", "Lexicons", "CTables"],
      swiftSettings: swift),
    .testTarget(
      name: "StatementsTests",
      dependencies: [
        "Statements", "Actors", "Syntax", "Language", "Lexicons", "Records", "CTables",
        "TestSupport",
      ],
      swiftSettings: swift),
    .testTarget(
      name: "HappeningsTests", dependencies: ["Happenings", "Records"], swiftSettings: swift),
    .testTarget(
      name: "PlansTests",
      dependencies: ["Plans", "Extraction", "Lexicons", "Language", "Records", "CTables"],
      swiftSettings: swift),
    .testTarget(
      name: "PlacesTests",
      dependencies: [
        "Places", "Gazetteer", "Actors", "Syntax", "Language", "Lexicons", "Containers", "Records",
        "CTables", "TestSupport",
      ],
      swiftSettings: swift),
    .testTarget(
      name: "ArchiveTests", dependencies: ["Archive", "Exports", "TestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "ExportsTests", dependencies: ["Exports", "Language", "TestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "WebTests", dependencies: ["Web", "Archive", "Records", "TestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "IngestTests", dependencies: ["Ingest", "Archive", "Pages", "Records", "TestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "EndToEndTests", dependencies: ["TestSupport", "Archive", "Records", "dateline"],
      swiftSettings: swift),
  ],
  cxxLanguageStandard: .cxx17
)
