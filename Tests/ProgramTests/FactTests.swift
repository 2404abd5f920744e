import Foundation
import TestSupport
import Testing

@Suite("Facts that people tell, and the history that shows them")
struct FactTests {
  private let ledger: RecordedLedger

  init() throws { ledger = try RecordedLedger(customers: 3) }

  private func run(_ words: String...) throws -> Program.Outcome {
    try Program.run(words + ["--db", ledger.path])
  }

  /// Commands in order with exit status and words of what they say; each begins with a new ledger.
  static let stories: [[(String, Int32, String)]] = [
    [
      ("dispute F0 --date 2025-03-01 --reason casse", 0, "F0 : en litige depuis le 01/03/2025"),
      ("dispute F0 --date 2025-03-02", 3, "déjà en litige depuis le 01/03/2025"),
      ("dispute F0 --close --date 2025-02-01", 3, "n'est pas en litige le 01/02/2025"),
      ("dispute F0 --close --date 2025-03-05", 0, "F0 : litige clos le 05/03/2025"),
      ("dispute F0 --close --date 2025-03-05", 3, "n'est pas en litige"),
      ("dispute F0 --date 2025-03-06", 0, "F0 : en litige depuis le 06/03/2025"),
      ("history F0", 0, "01/03/2025  litige       F0  casse"),
    ],
    [
      ("promise F0 --for 2025-03-20 --date 2025-03-01", 0, "promis pour le 20/03/2025"),
      ("promise F0 --for 2025-03-20 --date 2025-03-01", 3, "déjà inscrite"),
      (
        "promise F0 --for 2025-02-20 --date 2025-03-01", 3,
        "le jour promis, le 20/02/2025, est avant celui de la promesse, le 01/03/2025"
      ),
      ("promise F0 --for 2025-02-20", 3, "`--date` dit le jour"),
      ("promise F0", 2, "--for"),
      // Nobody promises what is paid; but what was promised before stays.
      ("pay F0 --balance --date 2025-03-02", 0, "solde 0,00"),
      ("promise F0 --for 2025-03-25 --date 2025-03-02", 3, "rien n'est dû sur `F0`"),
      ("promise F0 --for 2025-03-25 --date 2025-03-01", 0, "promis pour le 25/03/2025"),
      ("history F0", 0, "promesse  F0  de payer le 20/03/2025"),
    ],
    [
      (
        "hold C0 --from 2025-03-01 --until 2025-03-31 --reason congés", 0,
        "le client `C0` : en pause du 01/03/2025 au 31/03/2025"
      ),
      ("hold C0 --from 2025-03-05 --until 2025-03-10", 3, "déjà en pause depuis le 01/03/2025"),
      (
        "hold F0 --from 2025-03-05", 0,
        "la facture `F0` : en pause du 05/03/2025 jusqu'à nouvel ordre"
      ),
      ("hold C0 --from 2025-03-05 --until 2025-03-01", 3, "le dernier jour, le 01/03/2025"),
      ("release F1 --date 2025-03-05", 3, "n'a pas de pause"),
      ("release C0 --date 2025-03-10 --reason retour", 0, "pause levée le 10/03/2025"),
      ("release C0 --date 2025-03-10", 3, "n'a pas de pause"),
      ("history F0", 0, "pause        C0  jusqu'au 09/03/2025 · congés"),
      ("history F0", 0, "pause levée  C0  retour"),
      ("hold C2 --from 2025-03-12", 0, "en pause du 12/03/2025"),
      ("release C2 --date 2025-03-12", 0, "pause levée le 12/03/2025"),
      ("history C2", 0, "12/03/2025  pause        C2  levée avant de commencer"),
    ],
    [
      ("pay F0 --amount 30,50 --date 2025-03-01", 0, "30,50"),
      ("pay F0 --amount 30.50 --date 2025-03-01", 3, "est déjà inscrit"),
      ("pay F0 --amount 30,50€ --date 2025-03-01 --again", 0, "solde 39,00"),
      ("pay F0 --amount=-0,50 --date 2025-03-02", 0, "F0 : 0,50\u{A0}€ remboursés le 02/03/2025"),
      ("pay F0 --balance --date 2025-03-03", 0, "39,50"),
      ("pay F0 --balance --date 2025-03-03", 3, "rien n'est dû sur `F0`"),
      ("pay F0 --amount 5 --date 2025-03-04", 0, "plus que ce qui était dû"),
      ("pay F0 --amount 0 --date 2025-03-04", 3, "n'est pas un montant en EUR"),
      ("pay F0 --amount dix --date 2025-03-04", 3, "« dix » n'est pas un montant"),
      ("pay F0 --amount 1,234 --date 2025-03-04", 3, "n'est pas un montant"),
      ("pay F0 --amount 5,00USD --date 2025-03-04", 3, "n'est pas un montant en EUR"),
      ("pay F0 --amount 99999999999999999999 --date 2025-03-04", 3, "n'est pas un montant"),
      ("pay F0", 2, "--amount"),
      ("pay F0 --amount 1 --balance", 2, "soit"),
    ],
    [
      ("dispute F0 F1 F9", 3, "la base n'a pas de facture `F9`"),
      ("dispute F0 C1", 3, "pas de facture `C1` : c'est un client"),
      ("dispute F0 C1", 3, "`relance history C1` nomme ses factures"),
      ("hold F9", 3, "ni facture ni client `F9`"),
      ("history F9", 3, "`F9`"),
      ("history F0 F1", 2, "à la fois"),
      ("history F0 --format xml", 2, "table, csv, json"),
      ("dispute F0 --date 2199-01-01", 2, "pas encore le 01/01/2199"),
      ("pay F0 --amount 1 --date 2199-01-01", 2, "pas encore"),
      ("dispute", 2, "attend FACTURE"),
      ("history F0", 0, "échéance"),
    ],
  ]

  @Test("written once, refused where they cannot be, told in the history", arguments: stories)
  func story(_ story: [(String, Int32, String)]) throws {
    for (line, status, words) in story {
      let outcome = try Program.run(
        line.split(separator: " ").map(String.init) + ["--db", ledger.path]
      )
      #expect(outcome.status == status, "\(line): \(outcome.errors)")
      let said = (outcome.output + outcome.errors).replacing("\u{202F}", with: " ")
      #expect(said.contains(words), "\(line): \(said)")
    }
  }

  @Test("of several invoices all are written or none")
  func allOrNothing() throws {
    #expect(try run("dispute", "F0", "--date", "2025-03-01").status == 0)
    #expect(try run("dispute", "F1", "F0", "--date", "2025-03-01").status == 3)
    #expect(try ledger.rows("SELECT invoice_id FROM disputes") == ["F0"])
    #expect(try run("dispute", "F1", "F2", "--date", "2025-03-01").status == 0)
    #expect(try ledger.rows("SELECT count(*) FROM disputes") == ["3"])
  }

  @Test("the plan heeds them at once")
  func planned() throws {
    _ = try run("dispute", "F0", "--date", "2025-03-01")
    _ = try run("hold", "C1", "--from", "2025-03-01")
    _ = try Program.run(ledger.recording())
    #expect(try ledger.rows("SELECT invoice_id FROM reminders") == ["F2"])
  }

  @Test("tables that are views are not written, and an id of both kinds is asked about")
  func viewsAndNames() throws {
    let other = try LedgerConnection(ledger.path)
    for table in ["disputes", "promises", "holds", "payments"] {
      try other.rows("ALTER TABLE \(table) RENAME TO own_\(table)")
      try other.rows("CREATE VIEW \(table) AS SELECT * FROM own_\(table)")
    }
    let lines = [
      ["dispute", "F0"], ["promise", "F0", "--for", "2199-01-01"], ["hold", "F0"],
      ["pay", "F0", "--balance"],
    ]
    for line in lines {
      let outcome = try Program.run(line + ["--db", ledger.path])
      #expect(outcome.status == 3)
      #expect(outcome.errors.contains("est une vue de cette base"), "\(outcome.errors)")
    }
    try other.rows("INSERT INTO customers (id) VALUES ('F0')")
    let ambiguous = try run("history", "F0")
    #expect(ambiguous.status == 3)
    #expect(ambiguous.errors.contains("`facture:F0` ou `client:F0`"))
    #expect(try run("history", "facture:F0").output.contains("échéance"))
    #expect(try run("history", "client:F0").output.contains("Rien n'est inscrit"))
  }

  @Test("the history of a customer tells reminders, message and run, in every form")
  func forms() throws {
    _ = try Program.run(ledger.recording())
    _ = try run("pay", "F0", "--amount", "40", "--date", "2025-03-04", "--reason", "=cmd()")
    let table = try run("history", "C0")
    #expect(table.output.contains("« J+7 relance email » · email · relance · doux · automatique"))
    #expect(
      table.output.contains("message 2025-03-03/email/F0, exécution 2025-03-03/1, enregistrée 20")
    )
    let csv = try run("history", "C0", "--format", "csv").output
    #expect(csv.contains("2025-03-03,reminder,C0,F0,,,,J+7 relance email,email,relance,doux,"))
    #expect(csv.contains("2025-03-04,payment,C0,F0,4000,EUR,"))
    #expect(csv.contains("'=cmd()"))
    let json = try run("history", "C0", "--format", "json").output
    let document = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let events = try #require(document?["events"] as? [[String: Any]])
    #expect(events.map { $0["event"] as? String } == ["due", "reminder", "payment"])
    #expect(events[1]["message_id"] as? String == "2025-03-03/email/F0")
  }
}
