import Foundation
import TestSupport
import Testing

/// A scenario of the gallery with its ledger and its days.
struct GalleryFolder: CustomTestStringConvertible, Sendable {
  /// The ledger's tables that a folder may have a CSV file for.
  static let tables = [
    "customers", "contacts", "invoices", "payments", "disputes", "promises", "holds",
    "exchange_rates", "reminders",
  ]

  /// The folders of `Scenarios/` that hold a ledger.
  static let all: [GalleryFolder] = Repository.files(below: "Scenarios", suffix: "invoices.csv")
    .map { GalleryFolder(path: String($0.dropLast("/invoices.csv".count))) }

  let path: String
  var testDescription: String { path }

  /// The days in `jours.txt`.
  func days() throws -> [String] {
    try Repository.text("\(path)/jours.txt").split(whereSeparator: \.isNewline)
      .map { $0.split(separator: " ").first.map(String.init) ?? "" }
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }
  }

  /// Loads the folder's CSV files into a new ledger, with the options of its `import.txt`, one
  /// argument a line.
  func makeLedger(in folder: TemporaryFolder) throws -> String {
    let ledger = folder.path("ledger.sqlite")
    var arguments = ["import", "--db", ledger]
    for table in GalleryFolder.tables {
      let file = "\(path)/\(table).csv"
      if FileManager.default.fileExists(atPath: Repository.url(file).path) {
        arguments += ["--\(table)", file]
      }
    }
    if let options = try? Repository.text("\(path)/import.txt") {
      arguments += options.split(separator: "\n").map(String.init)
    }
    let outcome = try Program.run(arguments)
    try #require(outcome.status == 0, "\(path): \(outcome.errors)")
    return ledger
  }
}

@Suite("The gallery: real-life scenarios, each with a ledger and the plans of some days")
struct GalleryTests {
  @Test("there are at least twelve")
  func count() {
    #expect(GalleryFolder.all.count >= 12)
  }

  /// The one-liner ends with nobody deciding, which is what its guide tells.
  static let expectedWarnings = ["Scenarios/01-premiere-ligne": ["SEQ309"]]

  // On this day all rates are known; folder 13 shows what becomes of a later one.
  @Test("lint finds no error and no warning", arguments: GalleryFolder.all)
  func lint(_ folder: GalleryFolder) throws {
    let outcome = try Program.run([
      "lint", folder.path, "--date", "2026-06-30", "--format", "github",
    ])
    #expect(outcome.status == 0, "\(outcome.output)")
    let warnings = outcome.output.split(separator: "\n").filter { $0.hasPrefix("::warning") }
    let expected = GalleryTests.expectedWarnings[folder.path, default: []]
    #expect(warnings.count == expected.count, "\(outcome.output)")
    for (warning, code) in zip(warnings, expected) { #expect(warning.contains(code)) }
  }

  @Test("the plans are the golden ones", arguments: GalleryFolder.all)
  func plans(_ folder: GalleryFolder) throws {
    let temporary = try TemporaryFolder()
    let ledger = try folder.makeLedger(in: temporary)
    let days = try folder.days()
    #expect(days.count >= 3)
    for day in days {
      let outcome = try Program.run([
        "plan", folder.path, "--db", ledger, "--date", day, "--format", "json", "--statuses",
      ])
      #expect(outcome.status == 0, "\(outcome.errors)")
      try Golden.expect(outcome.output, matches: "\(folder.path)/plan-\(day).json")
    }
  }
}
