import Foundation
import TestSupport
import Testing

@Suite("What waits for a person goes to a spreadsheet and comes back")
struct DecisionTests {
  /// Two actions to approve and one to do by hand.
  private func ledger() throws -> RecordedLedger {
    try RecordedLedger(
      customers: 4,
      scenario: """
        J+7 email
        si client = C1 ou client = C2 alors validation
        si client = C3 alors manuel
        """
    )
  }

  private func plan(_ ledger: RecordedLedger, _ options: String...) throws -> Program.Outcome {
    try Program.run(
      ["plan", ledger.scenario, "--db", ledger.path, "--date", RecordedLedger.day] + options
    )
  }

  private func run(
    _ command: String,
    _ ledger: RecordedLedger,
    _ options: String...
  ) throws
    -> Program.Outcome
  {
    try Program.run(
      [command, ledger.scenario, "--db", ledger.path, "--date", RecordedLedger.day] + options
    )
  }

  /// Answers in the rows of a sheet that a text is in, and gives the path of the answered sheet.
  private func answer(
    _ path: String,
    _ answers: [String: String],
    separator: String = ";"
  ) throws -> String {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let rows = text.components(separatedBy: "\r\n").map { row in
      let answer = answers.first { row.contains("\(separator)\($0.key)\(separator)") }?.value
      return (answer ?? "") + row
    }
    let answered = path + ".csv"
    try Data(rows.joined(separator: "\r\n").utf8).write(to: URL(filePath: answered))
    return answered
  }

  @Test("those agreed to are recorded, of the others it is said what became of them")
  func roundTrip() throws {
    let ledger = try ledger()
    let path = ledger.folder.path("review.csv")
    #expect(try plan(ledger, "--review", path).status == 0)
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("accord (oui ou non);client;nom;canal"))
    #expect(text.contains(";C1;Client 1;email;relance;neutre;principal;1;F1;11;100,00;EUR;"))
    #expect(!text.contains(";C0;") && !text.contains(";C3;"))

    let answered = try answer(path, ["C1": "Oui", "C2": "non"])
    let first = try run("record", ledger, "--approved", answered)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.errors.contains("enregistré : 1 relance en 1 action"))
    #expect(first.output.contains("2025-03-03/email/F1 : enregistrée"))
    #expect(first.output.contains("2025-03-03/email/F2 : refusée"))
    #expect(try ledger.rows("SELECT invoice_id || mode FROM reminders") == ["F1validation"])

    let again = try run("record", ledger, "--approved", answered)
    #expect(again.errors.contains("rien de plus à enregistrer"))
    #expect(again.output.contains("2025-03-03/email/F1 : déjà enregistrée"))
    #expect(try ledger.rows("SELECT count(*) FROM reminders") == ["1"])
  }

  @Test("a sheet is never written over: it may hold decisions")
  func noOverwriting() throws {
    let ledger = try ledger()
    let path = try ledger.folder.write("mes réponses", to: "review.csv")
    let outcome = try Program.run(ledger.recording("--review", path))
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("existe déjà"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mes réponses")
    #expect(try ledger.rows("SELECT count(*) FROM reminders") == ["0"], "nothing is done then")
  }

  /// What happens between the sheet and the answer, and what is then said of C1's action.
  static let meanwhile: [(String, String)] = [
    ("INSERT INTO payments VALUES ('F1', '2025-03-03', 5000)", "elle a changé depuis"),
    ("INSERT INTO payments VALUES ('F1', '2025-03-03', 10000)", "plus d'action de cette sorte"),
    ("INSERT INTO disputes (invoice_id, opened_on) VALUES ('F1', '2025-03-03')", "litige"),
    ("UPDATE customers SET sensitive = 1 WHERE id = 'C1'", "en mode manuel"),
  ]

  @Test("what has changed since a person agreed is not recorded", arguments: meanwhile)
  func changed(_ statement: String, _ words: String) throws {
    let ledger = try ledger()
    let path = ledger.folder.path("review.csv")
    _ = try plan(ledger, "--review", path)
    let answered = try answer(path, ["C1": "oui", "C2": "oui"])
    try LedgerConnection(ledger.path).rows(statement)
    let outcome = try run("record", ledger, "--approved", answered)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(words), "\(outcome.output)")
    #expect(try ledger.rows("SELECT invoice_id FROM reminders") == ["F2"])
  }

  /// Sheets that cannot be used, and words of the refusal.
  static let wrongSheets: [(String, String)] = [
    ("", "le fichier est vide"),
    ("client;message\nC1;2025-03-03/email/F1\n", "« accord (oui ou non) » manque"),
    ("accord (oui ou non);client\noui;C1\n", "« message » manque"),
    (
      "accord (oui ou non);message\npeut-être;2025-03-03/email/F1\n",
      "ligne 2 : « peut-être » n'est ni oui ni non"
    ),
    ("accord (oui ou non);message\noui;F1\n", "« F1 » ne nomme pas de message"),
    (
      "accord (oui ou non);message\noui;2025-03-04/email/F1\n", "ce message est du 04/03/2025"
    ),
    (
      "accord (oui ou non);message\noui;2025-03-03/email/F1\n\nnon;2025-03-03/email/F1\n",
      "les lignes 2 et 4 se contredisent"
    ),
  ]

  @Test("a wrong sheet records nothing and says where it is wrong", arguments: wrongSheets)
  func wrongSheet(_ text: String, _ words: String) throws {
    let ledger = try ledger()
    let path = try ledger.folder.write(text, to: "wrong.csv")
    let outcome = try run("record", ledger, "--approved", path)
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(try ledger.rows("SELECT count(*) FROM reminders") == ["0"])
  }

  @Test("a sheet of work done that lacks its first column is told what that is called there")
  func wrongWork() throws {
    let ledger = try ledger()
    let path = try ledger.folder.write("fiat;client;message\noui;C3;x\n", to: "wrong.csv")
    let outcome = try run("done", ledger, "--from", path)
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("« fait (oui ou non) » manque"), "\(outcome.errors)")
  }

  @Test("what a person did is recorded by name or from the sheet, in either language")
  func done() throws {
    let ledger = try ledger()
    let path = ledger.folder.path("todo.csv")
    _ = try plan(ledger, "--todo", path, "--lang", "en")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("done (yes or no),customer,name"))
    #expect(text.contains(",100.00,EUR,"))
    let answered = try answer(path, ["C3": "x"], separator: ",")
    let outcome = try run("done", ledger, "--from", answered)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try ledger.rows("SELECT invoice_id || mode FROM reminders") == ["F3manuel"])
    let again = try run("done", ledger, "--invoice", "F3")
    #expect(again.status == 0)
    #expect(again.errors.contains("rien de plus à enregistrer"))
    #expect(again.errors.contains("F3 : non enregistrée"))
    #expect(try run("done", ledger, "--invoice", "F99").status == 3)
    #expect(try run("done", ledger, "--customer", "C99").status == 3)
    #expect(try run("done", ledger).status == 2)
    #expect(try run("done", ledger, "--customer", "C3", "--channel", "fax").status == 2)
  }

  @Test(
    "what a call brought, noted before it, does not keep the call from being recorded",
    arguments: [
      ["promise", "F3", "--for", "2025-03-20"], ["dispute", "F3"], ["hold", "F3"], ["hold", "C3"],
    ]
  )
  func noteFirst(_ note: [String]) throws {
    let ledger = try ledger()
    let day = note[0] == "hold" ? "--from" : "--date"
    let noted = try Program.run(note + ["--db", ledger.path, day, RecordedLedger.day])
    #expect(noted.status == 0, "\(noted.errors)")
    let outcome = try run("done", ledger, "--customer", "C3")
    #expect(outcome.status == 0)
    #expect(outcome.errors.hasPrefix("enregistré : 1 relance"), "\(outcome.errors)")
    #expect(try ledger.rows("SELECT invoice_id || mode FROM reminders") == ["F3manuel"])
  }

  @Test("a promise of another day, or a payment of that day, does; and so does any for approval")
  func noteStands() throws {
    let ledger = try ledger()
    let db = ["--db", ledger.path]
    let review = ledger.folder.path("review.csv")
    _ = try plan(ledger, "--review", review)
    let day = RecordedLedger.day
    _ = try Program.run(["promise", "F3", "--for", "2025-03-20", "--date", "2025-03-02"] + db)
    _ = try Program.run(["promise", "F1", "--for", "2025-03-20", "--date", day] + db)
    let call = try run("done", ledger, "--invoice", "F3")
    #expect(call.errors.contains("F3 : non enregistrée"), "\(call.errors)")
    let approved = try run("record", ledger, "--approved", answer(review, ["C1": "oui"]))
    #expect(approved.output.contains("non enregistrée"), "\(approved.output)")
    #expect(try ledger.rows("SELECT invoice_id FROM reminders") == [])
    let paid = try self.ledger()
    _ = try Program.run(["pay", "F3", "--balance", "--date", day, "--db", paid.path])
    _ = try run("done", paid, "--invoice", "F3")
    #expect(try paid.rows("SELECT invoice_id FROM reminders") == [])
  }

  @Test("of a call no text is kept: its script is not what was said")
  func callsKeepNoText() throws {
    let ledger = try RecordedLedger(customers: 1, scenario: "J+7 email + appel manuel")
    let outcome = try run("done", ledger, "--invoice", "F0")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      try ledger.rows("SELECT channel FROM reminder_texts") == ["email"],
      "\(outcome.errors)"
    )
  }

  @Test("a call of yesterday can still be told today, unless its invoice has gone further")
  func doneLate() throws {
    let ledger = try ledger()
    let tomorrow = ["plan", ledger.scenario, "--db", ledger.path, "--date", "2025-03-04"]
    #expect(try Program.run(tomorrow + ["--record"]).status == 0)
    #expect(try run("record", ledger, "--approved", "x.csv").status == 3)
    #expect(try run("done", ledger, "--customer", "C3").status == 0)
    #expect(
      try ledger.rows("SELECT sent_on FROM reminders WHERE invoice_id = 'F3'") == ["2025-03-03"]
    )
  }

  @Test(
    "names that a spreadsheet would take for a formula are text; lines and quotes stay in a cell"
  )
  func hostileNames() throws {
    let ledger = try ledger()
    try LedgerConnection(ledger.path).rows(
      "UPDATE customers SET name = '=cmd(\"x\");' || char(10) || 'Dupont' WHERE id = 'C1'"
    )
    let path = ledger.folder.path("review.csv")
    _ = try plan(ledger, "--review", path)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains(";C1;\"'=cmd(\"\"x\"\");\nDupont\";email;"))
    let rows = text.replacing("\r\n;C1;", with: "\r\noui;C1;")
    let answered = try ledger.folder.write(rows, to: "answered.csv")
    #expect(try run("record", ledger, "--approved", answered).status == 0)
    #expect(try ledger.rows("SELECT invoice_id FROM reminders") == ["F1"])
  }
}
