import Diagnostics
import Linting
import Planning
import Receivables
import Semantics
import Syntax
import TestSupport
import Testing

@Suite("Timelines: what lints claim is what the planner does, sort of customer by sort of customer")
struct TimelineTests {
  @Test(
    "random scenarios: the same steps are reported as when every sort is played",
    arguments: 0..<150
  )
  func agreement(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let source = RandomTimeline(using: &generator).source
    let text = SourceText(name: "essai.relance", bytes: Array(source.utf8))
    let analysis = analyze([text])
    try #require(!analysis.diagnostics.hasErrors, "\(source)")
    let subject = LintSubject(analysis, on: LintSample.today)
    var told: [String: Set<Int>] = [:]
    for finding in review(subject) {
      told[finding.code.name, default: []].insert(text.lines.line(of: finding.range.lower))
    }
    let played = PlayedTimelines(of: analysis, in: text)
    // The same step written twice is told as such, and not once more as two on one day.
    let twice = told["LOG208", default: []].intersection(played.lines["SEQ303", default: []])
    told["SEQ303", default: []].formUnion(twice)
    for code in ["SEQ301", "SEQ303", "SEQ304", "SEQ305", "SEQ306", "SEQ307"] {
      #expect(told[code, default: []] == played.lines[code, default: []], "\(code)\n\(source)")
    }
    #expect(told["SEQ309", default: []].isEmpty == !played.endsOpenly, "SEQ309\n\(source)")
  }

  @Test(
    "with steps counted from a reminder: nothing is reported that does not come when played",
    arguments: 0..<150
  )
  func reminders(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let source = RandomTimeline(using: &generator, relative: 3).source
    let text = SourceText(name: "essai.relance", bytes: Array(source.utf8))
    let analysis = analyze([text])
    try #require(!analysis.diagnostics.hasErrors, "\(source)")
    let told = review(LintSubject(analysis, on: LintSample.today))
    let played = PlayedTimelines(of: analysis, in: text)
    for finding in told {
      let line = text.lines.line(of: finding.range.lower)
      let code = finding.code.name
      if code == "SEQ301", finding.message.fr.contains("compte depuis") {
        #expect(!played.sent.contains(line), "\(code) \(line)\n\(source)")
      } else if ["SEQ301", "SEQ304", "SEQ305", "SEQ306", "SEQ307"].contains(code) {
        #expect(played.lines[code, default: []].contains(line), "\(code) \(line)\n\(source)")
      } else if code == "SEQ309" {
        #expect(played.endsOpenly, "\(source)")
      }
    }
  }

  @Test(
    "steps counted in days: those meet that the schedule sends on one day",
    arguments: 0..<20
  )
  func meetings(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var lines = ["scénario « essai »", "espacement 0 jours"]
    for _ in 0..<4 {
      let month = Int.random(in: 4...9, using: &generator)
      let day = Int.random(in: 10...28, using: &generator)
      lines.append("fériés le \(day)/0\(month)/202\(Int.random(in: 6...8, using: &generator))")
    }
    lines.append("décaler au jour ouvré \(seed % 2 == 0 ? "suivant" : "précédent")")
    let firstStep = lines.count
    var day = 0
    for number in 1...40 {
      day += Int.random(in: 1...7, using: &generator)
      lines.append("J+\(day) « étape \(number) » email")
    }
    let text = SourceText(name: "essai.relance", bytes: Array(lines.joined(separator: "\n").utf8))
    let analysis = analyze([text])
    try #require(!analysis.diagnostics.hasErrors, "\(analysis.diagnostics)")
    let told = review(LintSubject(analysis, on: LintSample.today))
      .filter { $0.code.name == "CAL402" }
      .map { text.lines.line(of: $0.range.lower) - firstStep - 1 }
    let days = SendingDays(of: try #require(analysis.scenarios.scenarios.first))
    let first = try #require(CalendarDate(year: 2026, month: 1, day: 1))
    let met = days.steps.indices.dropFirst().filter { step in
      (0..<1_461).map { first.adding(days: $0) }
        .contains { days.day(of: step - 1, due: $0) == days.day(of: step, due: $0) }
    }
    #expect(told == met)
  }
}

/// A scenario of random steps and rules over a few fields.
private struct RandomTimeline {
  let source: String

  private static let conditions = [
    "risque = élevé", "risque ≠ élevé", "stratégique", "non stratégique", "solde > 500 €",
    "solde <= 500 €", "segment = PME", "segment ≠ PME et solde > 500 €",
  ]
  private static let actions = [
    "email doux", "email", "courrier neutre", "courrier ferme", "appel ferme", "SMS", "tâche",
    "mise en demeure recommandée", "mise en demeure email", "contentieux",
  ]
  private static let effects = [
    "exclure", "suspendre", "sans courrier", "sans appel", "sans mise en demeure",
    "sans contentieux", "ton ferme", "canal email", "sans email", "manuel", "avancer de 2 jours",
  ]

  /// Up to so many of the steps are counted from a reminder; then every day is a working day, as the
  /// days of such steps are those of the plan.
  init(using generator: inout SeededGenerator, relative most: Int = 0) {
    var lines: [String] = []
    if most > 0 { lines += ["jours ouvrés lundi à dimanche", "fériés aucun"] }
    var relatives = most > 0 ? Int.random(in: 1...most, using: &generator) : 0
    var day = Int.random(in: 2...20, using: &generator)
    for number in 1...Int.random(in: 2...7, using: &generator) {
      let action = RandomTimeline.actions.randomElement(using: &generator) ?? ""
      let condition = RandomTimeline.conditions.randomElement(using: &generator) ?? ""
      let isBound = Bool.random(using: &generator)
      var moment = "J+\(day)"
      if relatives > 0, Bool.random(using: &generator) {
        relatives -= 1
        moment = "R+\([3, 8, 10, 20, 50].randomElement(using: &generator) ?? 10)"
      }
      lines.append("\(moment) « \(number) » \(action)" + (isBound ? " si \(condition)" : ""))
      day += [0, 3, 5, 10, 14, 20, 30, 50].randomElement(using: &generator) ?? 10
    }
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      let condition = RandomTimeline.conditions.randomElement(using: &generator) ?? ""
      let effect = RandomTimeline.effects.randomElement(using: &generator) ?? ""
      let other = RandomTimeline.effects.randomElement(using: &generator) ?? ""
      let otherwise = Int.random(in: 0..<4, using: &generator) == 0 ? " sinon \(other)" : ""
      lines.append("si \(condition) alors \(effect)\(otherwise)")
    }
    source = lines.joined(separator: "\n") + "\n"
  }
}

/// What comes of playing a scenario for every sort of customer, and which lines lints should name.
private struct PlayedTimelines {
  private(set) var lines: [String: Set<Int>] = [:]
  private(set) var endsOpenly = false
  /// The lines of the steps that went out at all.
  private(set) var sent: Set<Int> = []

  private struct Sending {
    let step: Step
    let day: Int
    let tone: Tone
    let isContact: Bool
    let line: Int
  }

  init(of analysis: Analysis, in text: SourceText) {
    let planner = Planner(
      scenarios: analysis.scenarios,
      files: analysis.files,
      exchangeRates: ExchangeRates(entries: [])
    )
    let steps = analysis.scenarios.scenarios.first?.steps ?? []
    for account in PlayedTimelines.sorts {
      let isRelative = steps.contains { step in
        if case .afterReminder = step.moment { true } else { false }
      }
      let played = PlayedTimelines.play(account, planner).compactMap { sentOn, action -> Sending? in
        guard let step = steps.first(where: { $0.id == action.first?.invoices.first?.step }),
          let first = action.first
        else { return nil }
        var day = sentOn.days(since: PlayedTimelines.due)
        // Days off aside, a step goes on the day that it names.
        if case .days(let named) = step.moment, !isRelative { day = named }
        return Sending(
          step: step,
          day: day,
          tone: first.tone,
          isContact: action.contains { $0.channel != .task },
          line: text.lines.line(of: step.range.lower)
        )
      }
      judge(played)
      sent.formUnion(played.map { $0.line })
    }
  }

  private mutating func judge(_ played: [Sending]) {
    func note(_ code: String, _ sending: Sending) { lines[code, default: []].insert(sending.line) }
    for (index, sending) in played.enumerated() {
      let earlier = played[..<index]
      let contacts = earlier.filter { $0.isContact }
      if earlier.contains(where: { $0.day == sending.day }) { note("SEQ303", sending) }
      if let last = earlier.last, sending.day - last.day > 45 { note("SEQ306", sending) }
      guard sending.isContact else { continue }
      if let last = contacts.last, (1..<7).contains(sending.day - last.day) {
        note("SEQ307", sending)
      }
      guard sending.step.nature != .litigation else { continue }
      if earlier.contains(where: { $0.step.nature == .litigation }) { note("SEQ301", sending) }
      if sending.step.nature == .formalNotice, contacts.isEmpty { note("SEQ305", sending) }
      guard let last = contacts.last else { continue }
      if last.step.nature != .litigation, last.tone > sending.tone { note("SEQ304", sending) }
    }
    guard let last = played.last else { return }
    let isDecided =
      !last.isContact || played.contains { $0.step.nature == .litigation }
    if !isDecided { endsOpenly = true }
  }

  /// One customer of each sort that conditions can tell apart.
  private static var sorts: [CustomerAccount] {
    var sorts: [CustomerAccount] = []
    for risk in [Risk.high, .low] {
      for isStrategic in [true, false] {
        for segment in ["PME", "ETI"] {
          for amount in [20_000, 90_000] as [Int64] {
            var customer = Customer(id: "C")
            customer.risk = risk
            customer.isStrategic = isStrategic
            customer.segment = segment
            customer.email = "a@b.fr"
            customer.phone = "0102030405"
            customer.address = "1, rue de la Paix"
            var account = CustomerAccount(customer)
            account.invoices = [
              InvoiceAccount(
                Invoice(id: "F", dueOn: PlayedTimelines.due, amount: amount, currency: .euro)
              )
            ]
            sorts.append(account)
          }
        }
      }
    }
    return sorts
  }

  private static let due = CalendarDate(year: 2026, month: 9, day: 1) ?? .earliest

  /// The actions of each day, from the due date until nothing is left to come.
  private static func play(
    _ start: CustomerAccount,
    _ planner: Planner
  ) -> [(day: CalendarDate, actions: [PlannedAction])] {
    var account = start
    var day = due
    var played: [(day: CalendarDate, actions: [PlannedAction])] = []
    for _ in 0..<200 {
      let plan = planner.plan(account, on: day)
      if plan.actions.isEmpty {
        guard let next = plan.statuses.first?.nextOn, next > day else { break }
        day = next
      } else {
        played.append((day, plan.actions))
        account.record(plan.actions, on: day)
        day = day.adding(days: 1)
      }
    }
    return played
  }
}
