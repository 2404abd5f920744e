import Diagnostics
import Foundation
import Planning
import Receivables
import Semantics
import Storage
import TestSupport
import Testing

/// A folder of the gallery: its scenarios, and its ledger as the program imports it.
struct GalleryLedger {
  static let folders: [String] = Repository.files(below: "Scenarios", suffix: "invoices.csv")
    .map { String($0.dropLast("/invoices.csv".count)) }

  let analysis: Analysis
  let ledger: Ledger
  /// The first day of those that the folder plans.
  let firstDay: CalendarDate?

  init(_ folder: String) throws {
    analysis = try Analysis(folder: folder)
    let temporary = try TemporaryFolder()
    let path = temporary.path("ledger.sqlite")
    var arguments = ["import", "--db", path]
    let tables = [
      "customers", "contacts", "invoices", "payments", "disputes", "promises", "holds",
      "exchange_rates", "reminders",
    ]
    for table in tables {
      let file = Repository.url("\(folder)/\(table).csv").path
      if FileManager.default.fileExists(atPath: file) { arguments += ["--\(table)", file] }
    }
    if let options = try? Repository.text("\(folder)/import.txt") {
      arguments += options.split(separator: "\n").map(String.init)
    }
    let outcome = try Program.run(arguments)
    try #require(outcome.status == 0, "\(outcome.errors)")
    ledger = try Ledger(path: path, for: analysis)
    let days = try Repository.text("\(folder)/jours.txt").split(whereSeparator: \.isNewline)
    firstDay = days.lazy.compactMap { CalendarDate(isoBytes: $0.prefix(10).utf8) }.first
  }
}

extension Ledger {
  /// The ledger of a database, with the columns that scenarios ask for.
  init(path: String, for analysis: Analysis) throws {
    let database = try Database(path: path, access: .reading)
    self = try database.readLedger(.everything, extraColumns: analysis.scenarios.columns)
  }
}

extension Analysis {
  /// The scenarios of a folder of the checkout.
  init(folder: String) throws {
    let texts = try Repository.files(below: folder, suffix: ".relance").map { path in
      SourceText(name: path, bytes: Array(try Repository.text(path).utf8))
    }
    self = analyze(texts)
  }

  /// A scenario file without mistakes.
  init(checked text: String) throws {
    self = analyze([SourceText(name: "essai.relance", bytes: Array(text.utf8))])
    let mistakes = diagnostics.filter { $0.severity == .error }
    try #require(mistakes.isEmpty, "\(mistakes.map { $0.message.fr })\n\(text)")
  }
}
