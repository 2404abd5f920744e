import Diagnostics
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
  ("＋1", "'＋1"),
  ("－1", "'－1"),
  ("＠A1", "'＠A1"),
  ("ﾡ", "ﾡ"),
  ("1-1", "1-1"),
  ("", ""),
  ("a;b", "a;b"),
  ("\u{1B}[2J", "\u{FFFD}[2J"),
  ("a\u{0}b", "a\u{FFFD}b"),
  ("\u{7F}\u{80}\u{9F}é", "\u{FFFD}\u{FFFD}\u{FFFD}é"),
  ("«\u{A0}à, ©\u{A0}»", "\"«\u{A0}à, ©\u{A0}»\""),
  ("=\"\u{1},\"", "\"'=\"\"\u{FFFD},\"\"\""),
]

/// A value that is no text and its cell.
private let values: [(CSVTable.Cell, String)] = [
  (.integer(0), "0"),
  (.integer(-10), "-10"),
  (.integer(.max), "9223372036854775807"),
  (.integer(.min), "-9223372036854775808"),
  (.date(.earliest), "0001-01-01"),
  (.date(day("2028-02-29")), "2028-02-29"),
  (.date(.latest), "9999-12-31"),
  (.number("-1,5"), "-1,5"),
  (.empty, ""),
]

/// The second line of a table, which has these cells.
private func line(_ cells: [CSVTable.Cell], _ layout: CSVTable.Layout = .exchange) -> [UInt8] {
  var pieces: [[UInt8]] = []
  var table = CSVTable(
    columns: ["a"],
    layout: layout,
    to: TextOutput { pieces.append(Array($0)) }
  )
  table.append(cells)
  return pieces[1]
}

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
    // Compared by bytes: a carriage return and a line feed are one Character.
    #expect(line([.text(text), .integer(-1), .empty]) == Array("\(cell),-1,\n".utf8))
  }

  @Test("figures and days are written as programs read them", arguments: values)
  func plainValues(value: CSVTable.Cell, cell: String) {
    #expect(line([value, .text("x"), value]) == Array("\(cell),x,\(cell)\n".utf8))
  }

  @Test("in French, a spreadsheet parts cells by semicolons, which are quoted within one")
  func spreadsheets() {
    let cells: [CSVTable.Cell] = [.empty, .text("a;b"), .text("a,b"), .number("1,5")]
    #expect(line(cells, .spreadsheet(.french)) == Array(";\"a;b\";a,b;1,5\r\n".utf8))
    #expect(line(cells, .spreadsheet(.english)) == Array(",a;b,\"a,b\",1,5\r\n".utf8))
  }
}
