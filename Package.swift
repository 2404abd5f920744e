// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "relance",
  products: [.executable(name: "relance", targets: ["relance"])],
  targets: [
    // Level 0: what knows neither scenarios nor ledgers.
    .target(name: "Diagnostics", swiftSettings: strict),
    .target(name: "Receivables", swiftSettings: strict),
    // Level 1 and 2: text to tree, tree to scenario.
    .target(name: "Syntax", dependencies: ["Diagnostics", "Receivables"], swiftSettings: strict),
    .target(
      name: "Semantics",
      dependencies: ["Diagnostics", "Receivables", "Syntax"],
      swiftSettings: strict
    ),
    // Level 3: canonical text, the plan of a day, and opinions about scenarios, some of which play
    // their examples.
    .target(
      name: "Formatting",
      dependencies: ["Diagnostics", "Receivables", "Syntax", "Semantics"],
      swiftSettings: strict
    ),
    .target(
      name: "Planning",
      dependencies: ["Diagnostics", "Receivables", "Syntax", "Semantics"],
      swiftSettings: strict
    ),
    .target(
      name: "Linting",
      dependencies: [
        "Diagnostics", "Receivables", "Syntax", "Semantics", "Formatting", "Planning",
      ],
      swiftSettings: strict
    ),
    // Level 4: what a ledger adds up to, whatever the scenarios; the last pure module.
    .target(
      name: "Figures",
      dependencies: ["Diagnostics", "Receivables", "Planning"],
      swiftSettings: strict
    ),
    // Level 4: the edge.
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(
      name: "Storage",
      dependencies: ["CSQLite", "Diagnostics", "Receivables"],
      swiftSettings: strict
    ),
    .target(
      name: "Reporting",
      dependencies: [
        "Diagnostics", "Receivables", "Semantics", "Linting", "Planning", "Figures",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Messages",
      dependencies: ["Diagnostics", "Receivables", "Syntax", "Semantics", "Planning", "Reporting"],
      swiftSettings: strict
    ),
    // Level 5: the shell.
    .executableTarget(
      name: "relance",
      dependencies: [
        "Diagnostics", "Receivables", "Syntax", "Semantics", "Formatting", "Linting", "Planning",
        "Figures", "Storage", "Reporting", "Messages",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "TestSupport",
      dependencies: ["Diagnostics"],
      path: "Tests/TestSupport",
      swiftSettings: strict
    ),
    .testTarget(
      name: "ArchitectureTests",
      dependencies: ["TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FormattingTests",
      dependencies: ["TestSupport", "Diagnostics", "Receivables", "Syntax", "Formatting"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "MessagesTests",
      dependencies: [
        "TestSupport", "Diagnostics", "Receivables", "Semantics", "Planning", "Linting", "Messages",
      ],
      exclude: ["Samples"],
      swiftSettings: strict
    ),
    .testTarget(name: "ReceivablesTests", dependencies: ["Receivables"], swiftSettings: strict),
    .testTarget(
      name: "PlanningTests",
      dependencies: [
        "TestSupport", "Diagnostics", "Receivables", "Syntax", "Semantics", "Planning",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "FiguresTests",
      dependencies: ["Receivables", "Planning", "Figures"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "GrammarTests",
      dependencies: ["TestSupport", "Diagnostics", "Receivables", "Syntax", "Semantics"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ProgramTests",
      dependencies: ["TestSupport", "CSQLite", "relance", "Receivables", "Storage"],
      exclude: ["Samples"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SimulationTests",
      dependencies: [
        "TestSupport", "Diagnostics", "Receivables", "Semantics", "Planning", "Storage", "relance",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SyntaxTests",
      dependencies: ["TestSupport", "Diagnostics", "Receivables", "Syntax"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SemanticsTests",
      dependencies: ["TestSupport", "Diagnostics", "Receivables", "Syntax", "Semantics"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "LintingTests",
      dependencies: [
        "TestSupport", "Diagnostics", "Receivables", "Syntax", "Semantics", "Linting", "Planning",
        "Storage", "Reporting",
      ],
      exclude: ["Samples"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "StorageTests",
      dependencies: ["Storage", "CSQLite", "Diagnostics", "Receivables"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "TestSupport", "Diagnostics", "Receivables", "Syntax", "Semantics", "Planning", "Figures",
        "Reporting",
      ],
      exclude: ["Samples"],
      swiftSettings: strict
    ),
  ],
  swiftLanguageModes: [.v6]
)

// The fuzz targets need the compiler's fuzzing runtime; `.ci/fuzz` builds them.
if Context.environment["RELANCE_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzzing",
      dependencies: [
        "Diagnostics", "Receivables", "Syntax", "Semantics", "Formatting", "Linting", "Planning",
        "Storage", "Messages",
      ],
      swiftSettings: strict
    )
  )
}
