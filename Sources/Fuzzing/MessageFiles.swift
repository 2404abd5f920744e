import Diagnostics
import Messages
import Planning
import Receivables
import Semantics

/// The outbox of one customer's day, and what must hold of its files whatever texts are in it.
struct MessageFiles {
  /// Texts that stand before those of a run: where one of them shows unchanged, a text was taken for
  /// markup or for a formula.
  static let (markup, formula) = ("<q9z>", "=q9z")

  private let files: [OutboxFile]

  /// The outbox of scenario files for a customer with one invoice for each moment of the files.
  init(_ texts: [SourceText], _ customer: Customer, number: String) {
    let analysis = analyze(texts)
    guard !analysis.diagnostics.hasErrors, let day = CalendarDate(year: 2026, month: 2, day: 2)
    else {
      files = []
      return
    }
    var account = CustomerAccount(customer)
    for (index, offset) in [-1, 7, 14, 21, 28, 35, 42].enumerated() {
      var invoice = Invoice(id: "F\(index)", dueOn: day.adding(days: -offset), amount: 120_000)
      invoice.number = number
      account.invoices.append(InvoiceAccount(invoice))
    }
    let ledger = Ledger(accounts: [account], exchangeRates: ExchangeRates(entries: []))
    let planner = Planner(
      scenarios: analysis.scenarios,
      files: analysis.files,
      exchangeRates: ledger.exchangeRates
    )
    let writer = MessageWriter(scenarios: analysis.scenarios, rates: ledger.exchangeRates)
    let messages = planner.plan(ledger, on: day).actions.map { action in
      writer.message(for: action, to: account, on: day)
    }
    for message in messages { _ = message.canonicalText }
    files = Outbox(messages, on: day, in: .french).files
  }

  /// Ends the program where a text got out of its place.
  func check() {
    for file in files {
      let isSafe = file.path.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
          || [0x2D, 0x2E, 0x2F, 0x5F].contains(byte)
      }
      expect(isSafe && !file.path.contains("..") && !file.path.hasPrefix("/"), "a safe file name")
      let text = String(decoding: file.bytes, as: UTF8.self)
      if file.path.hasSuffix(".eml") { checkMail(file.bytes) }
      if file.path.hasSuffix(".html") {
        expect(!text.contains(MessageFiles.markup), "no markup of the ledger in a page")
      }
      if file.path.hasSuffix(".csv") {
        for before in ["\n", ";", "\""] {
          expect(!text.contains(before + MessageFiles.formula), "no formula in a cell")
        }
      }
      if file.path.hasSuffix(".ics") {
        for line in file.bytes.split(separator: 0x0A) {
          expect(line.count <= 76 && line.last == 0x0D, "short lines in a calendar")
        }
      }
    }
  }

  private static let fields: Set<String> = [
    "Date", "From", "To", "Cc", "Subject", "Message-ID", "MIME-Version", "Content-Language",
    "X-Unsent", "Content-Type",
  ]

  private func checkMail(_ bytes: [UInt8]) {
    var isHead = true
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
      expect(line.last == 0x0D && !line.dropLast().contains(0x0D), "lines end with CR LF")
      expect(line.count <= 999, "a line that mail programs take")
      expect(line.allSatisfy { $0 < 0x80 && $0 != 0 }, "ASCII in an e-mail")
      guard isHead else { continue }
      if line.count == 1 {
        isHead = false
      } else if let first = line.first, first != 0x20, first != 0x09 {
        let name = String(decoding: line.prefix { $0 != 0x3A }, as: UTF8.self)
        expect(MessageFiles.fields.contains(name), "no header of the ledger's")
      }
    }
    expect(!isHead, "a head and a body")
  }
}
