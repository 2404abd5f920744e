import Receivables
import Testing

@testable import Planning
@testable import Reporting

/// A text and its cell.
private let cells: [(String, String)] = [
  ("simple", "simple"),
  ("a,b", "\"a,b\""),
  ("dit \"oui\"", "\"dit \"\"oui\"\"\""),
  ("\"\u{301}", "\"\"\"\u{301}\""),
  ("deux\nlignes", "\"deux\nlignes\""),
  ("deux\r\nlignes", "\"deux\r\nlignes\""),
  ("=1+1", "'=1+1"),
  ("+33", "'+33"),
  ("-1", "'-1"),
  ("@SUM(A1,A2)", "\"'@SUM(A1,A2)\""),
  ("\t=1", "'\t=1"),
  ("\r=1", "\"'\r=1\""),
  ("＝1", "'＝1"),
  ("1-1", "1-1"),
  ("\u{1B}[2J", "\u{FFFD}[2J"),
]

@Suite("Plan as CSV")
struct PlanCSVTests {
  @Test("there is one line for each invoice of an action, with the names of the JSON")
  func actions() {
    let action = contractAction().about(
      "F2",
      due: "2026-02-07",
      late: -5,
      50,
      step: "J-5 prévenance email"
    )
    .with { $0.enclosures = [.penalties, .indemnity] }
    .because("autre raison")
    #expect(
      write(.csv, [action]) == """
        date,customer,scenario,channel,nature,tone,mode,recipient,template,currency,with,delay_days,\
        total_balance,total_interest,total_indemnity,invoice,step,due_on,days_late,balance,interest,\
        indemnity,reasons
        2026-02-02,C1,Standard B2B,courrier,relance,ferme,manuel,principal,,EUR,pénalités ; indemnité,,\
        100050,1233,4000,F1,J+21 relance courrier,2026-01-10,23,100000,1233,4000,\
        si risque = élevé alors manuel (scenarios/standard.relance:3) ; autre raison
        2026-02-02,C1,Standard B2B,courrier,relance,ferme,manuel,principal,,EUR,pénalités ; indemnité,,\
        100050,1233,4000,F2,J-5 prévenance email,2026-02-07,-5,50,0,0,\
        si risque = élevé alors manuel (scenarios/standard.relance:3) ; autre raison

        """
    )
  }

  @Test("with the statuses listed, there is one line for each invoice and its status instead")
  func statuses() {
    let statuses = [
      status(
        "F1",
        .waiting,
        step: "J+7 relance email",
        on: "2026-02-10",
        "attend, tranquille",
        line: 1
      ),
      status("F2", .paid, "soldée"),
    ]
    #expect(
      write(.csv, [contractAction()], statuses, listing: .listed) == """
        date,invoice,customer,status,scenario,step,next_on,reason
        2026-02-02,F1,C1,waiting,Standard B2B,J+7 relance email,2026-02-10,\
        "attend, tranquille (scenarios/standard.relance:1)"
        2026-02-02,F2,C1,paid,Standard B2B,,,soldée

        """
    )
  }

  @Test("an empty plan is the line of names")
  func empty() {
    #expect(write(.csv, []).split(separator: "\n").count == 1)
  }

  @Test("texts are quoted where they must be and never read as formulas", arguments: cells)
  func quoting(text: String, cell: String) {
    var table = CSVTable(columns: ["a"])
    table.append([.text(text), .integer(-1), .empty])
    // Compared by bytes: a carriage return and a line feed are one Character.
    #expect(Array(table.text.utf8) == Array("a\n\(cell),-1,\n".utf8))
  }
}
