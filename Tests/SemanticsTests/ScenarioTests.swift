import Diagnostics
import Receivables
import Semantics
import Syntax
import TestSupport
import Testing

private func scenarios(_ source: String) throws -> [Scenario] {
  let marked = MarkedSource(source)
  let analysis = analyze([marked.text])
  #expect(marked.told(analysis.diagnostics).isEmpty)
  return analysis.scenarios.scenarios
}

private func scenario(_ source: String) throws -> Scenario {
  try #require(try scenarios(source).last)
}

@Suite("A step has its defaults, its identifier and its rank")
struct StepTests {
  /// Source of a step, its identifier, and `nature tone mode rank` (mode of its first channel).
  static let steps: [(String, String, String)] = [
    ("J+7 email", "J+7 relance email", "relance neutre automatique 35"),
    ("J email", "J relance email", "relance neutre automatique 0"),
    ("J-5 email", "J-5 prévenance email", "prévenance doux automatique -25"),
    ("J+1 ouvré SMS", "J+1 ouvré relance SMS", "relance neutre automatique 7"),
    ("J+7 ouvrés lettre", "J+7 ouvrés relance courrier", "relance neutre automatique 49"),
    ("J+2 semaines mail", "J+2 semaines relance email", "relance neutre automatique 70"),
    ("J+1 semaine mail", "J+1 semaine relance email", "relance neutre automatique 35"),
    ("J+1 mois LRAR", "J+1 mois relance recommandé", "relance neutre automatique 152"),
    (
      "J+30 fin de mois email ferme", "J+30 fin de mois relance email",
      "relance ferme automatique 225"
    ),
    ("J fin de mois email", "J fin de mois relance email", "relance neutre automatique 75"),
    ("J+45 MED", "J+45 mise en demeure recommandé", "mise en demeure ferme automatique 225"),
    (
      "J+60 transmission contentieux", "J+60 contentieux tâche",
      "contentieux ferme manuel 300"
    ),
    ("J+60 contentieux email", "J+60 contentieux email", "contentieux ferme manuel 300"),
    ("J+10 téléphone", "J+10 relance appel", "relance neutre manuel 50"),
    ("J+10 tâche", "J+10 relance tâche", "relance neutre manuel 50"),
    ("J+10 appel à valider", "J+10 relance appel", "relance neutre validation 50"),
    ("J+10 email + texto", "J+10 relance email + SMS", "relance neutre automatique 50"),
    (
      "J+10 email + SMS sinon courrier", "J+10 relance email + SMS sinon courrier",
      "relance neutre automatique 50"
    ),
    ("R+10 email", "R+10 relance email", "relance neutre automatique 50"),
    ("au paiement email", "au paiement remerciement email", "remerciement doux automatique 0"),
    // R60: a partial payment is answered with a reminder, by the letter.
    (
      "au paiement partiel email", "au paiement partiel relance email",
      "relance neutre automatique 0"
    ),
    (
      "à promesse rompue appel ferme", "à promesse rompue relance appel",
      "relance ferme manuel 0"
    ),
    ("J+30 « Relance Dure » email", "Relance Dure", "relance neutre automatique 150"),
    ("J+10 relevé email", "J+10 relevé email", "relevé neutre automatique 50"),
  ]

  @Test("identifier, defaults and rank (R54, R56)", arguments: steps)
  func step(_ source: String, id: String, facts: String) throws {
    let step = try #require(try scenario(source).steps.first)
    #expect(step.id == id)
    let channel = try #require(step.channels.parts.first?.first)
    let mode = step.mode(through: channel)
    #expect("\(step.nature.rawValue) \(step.tone.rawValue) \(mode.rawValue) \(step.rank)" == facts)
  }

  @Test("a repetition is that many steps; a label is numbered from the second on (R54, R57)")
  func repetition() throws {
    let plain = try scenario("J+60 appel tous les 15 jours 3 fois")
    #expect(
      plain.steps.map(\.id) == ["J+60 relance appel", "J+75 relance appel", "J+90 relance appel"]
    )
    let labelled = try scenario("J+60 « Coup de fil » appel tous les 15 jours 3 fois")
    #expect(labelled.steps.map(\.id) == ["Coup de fil", "Coup de fil 2", "Coup de fil 3"])
    let early = try scenario("J-10 email tous les 10 jours 2 fois")
    #expect(early.steps.map(\.nature) == [.preDueNotice, .reminder])
  }

  @Test("R+N counts its rank on from the step before it, events aside (R56)")
  func relativeRank() throws {
    let steps = try scenario(
      "R+3 SMS\nJ+10 email\nau paiement email\nR+4 appel\nR+5 courrier\nJ+2 courrier"
    ).steps
    #expect(steps.map(\.rank) == [15, 50, 0, 70, 95, 10])
  }

  @Test("days granted: as written, else 8 for a formal notice, else none (R61)")
  func graceDays() throws {
    let steps = try scenario("J+1 email délai 5 jours\nJ+2 email\nJ+3 MED\nJ+4 MED délai 15 jours")
      .steps
    #expect(steps.map(\.graceDays) == [5, nil, 8, 15])
  }

  @Test("enclosures stand in the order of the language, none twice (R61)")
  func enclosures() throws {
    let step = try #require(
      try scenario("J+1 email avec facture, pénalités et indemnité avec facture").steps.first
    )
    #expect(step.enclosures == [.penalties, .indemnity, .invoice])
  }
}

@Suite("A scenario takes over another and fills in defaults")
struct ScenarioTests {
  @Test("settings that are not written have their defaults")
  func defaults() throws {
    let scenario = try scenario("J+7 email")
    #expect(scenario.name == "essai")  // R28: named after the file
    #expect(scenario.priority == 0)
    #expect(scenario.calendar.workingWeek == .mondayToFriday)
    #expect(scenario.calendar.holidays == HolidayCalendar(region: .france))
    #expect(scenario.shift == .following)
    #expect(scenario.catchUp == .progressive)
    #expect(scenario.spacing == 7)
    #expect(scenario.grouping == .byCustomer)
    #expect(scenario.caps.isEmpty)
    #expect(scenario.threshold == Money(minorUnits: 0, currency: .euro))
    #expect(scenario.penalties == .ecbPlus(Percentage(basisPoints: 1_000)))
    #expect(scenario.indemnity == 4_000)
    #expect(scenario.window == 7)
  }

  @Test("every scenario ends with the prelude unless it says otherwise")
  func prelude() throws {
    #expect(try scenario("J+7 email").rules.map(\.origin) == Array(repeating: .prelude, count: 6))
    #expect(try scenario("sans prélude\nJ+7 email").rules.isEmpty)
    let child = try scenario("scénario A\nsans prélude\nJ+7 email\nscénario B\nreprend A")
    #expect(child.rules.isEmpty)  // R35: taken over like the rest
  }

  @Test("own rules stand before inherited ones, the prelude last")
  func ruleOrder() throws {
    let child = try scenario(
      """
      scénario A
      J+7 email
      si litige alors manuel
      scénario B
      reprend A
      si stratégique alors exclure
      """
    )
    #expect(child.rules.prefix(3).map(\.origin) == [.own, .inherited, .prelude])
  }

  @Test("holidays: a line without a region adds to France, a region replaces it (R40)")
  func holidays() throws {
    let christmasEve = try #require(CalendarDate(year: 2026, month: 12, day: 24))
    let added = try scenario("fériés le 24/12/2026\nJ+7 email").calendar.holidays
    #expect(added == HolidayCalendar(region: .france, additionalDates: [christmasEve]))
    let alone = try scenario("fériés aucun\nfériés le 24/12/2026\nJ+7 email").calendar.holidays
    #expect(alone == HolidayCalendar(region: .none, additionalDates: [christmasEve]))
    let alsace = try scenario("fériés Alsace-Moselle\nJ+7 email").calendar.holidays
    #expect(alsace == HolidayCalendar(region: .alsaceMoselle))
  }

  @Test("own lines of holidays and caps replace all inherited ones (R38)")
  func replacedLines() throws {
    let child = try scenario(
      """
      scénario A
      fériés Alsace-Moselle
      plafond 1 contact par client par 7 jours
      plafond 3 contacts par facture
      J+7 email
      scénario B
      reprend A
      fériés aucun
      plafond 2 contacts par client
      """
    )
    #expect(child.calendar.holidays == HolidayCalendar(region: .none))
    #expect(child.caps == [ContactCap(contacts: 2, scope: .customer, days: nil)])
  }

  /// The parent's steps are J+7 email, J+30 « appel » appel, J+45 MED; what a child makes of them.
  static let children: [(String, [String])] = [
    ("", ["J+7 relance email", "appel", "J+45 mise en demeure recommandé"]),
    ("sans étape J+30", ["J+7 relance email", "J+45 mise en demeure recommandé"]),
    ("sans étape « APPEL »", ["J+7 relance email", "J+45 mise en demeure recommandé"]),
    // R36: at the place of the step it replaces; new steps behind all inherited ones.
    ("J+7 SMS", ["J+7 relance SMS", "appel", "J+45 mise en demeure recommandé"]),
    (
      "J+10 SMS",
      ["J+7 relance email", "appel", "J+45 mise en demeure recommandé", "J+10 relance SMS"]
    ),
    // R37: by label, at another moment.
    ("J+33 « Appel » SMS", ["J+7 relance email", "Appel", "J+45 mise en demeure recommandé"]),
    // R37: moments compare in canonical form.
    (
      "J+1 semaine SMS",
      ["J+7 relance email", "appel", "J+45 mise en demeure recommandé", "J+1 semaine relance SMS"]
    ),
    // R37: the first own step that matches replaces; own steps never replace each other.
    (
      "J+30 SMS\nJ+30 courrier",
      [
        "J+7 relance email", "J+30 relance SMS", "J+45 mise en demeure recommandé",
        "J+30 relance courrier",
      ]
    ),
  ]

  @Test("steps taken over, dropped and replaced", arguments: children)
  func inheritance(_ own: String, _ expected: [String]) throws {
    let child = try scenario(
      """
      scénario « Mère »
      J+7 email
      J+30 « appel » appel
      J+45 mise en demeure
      scénario « Fille »
      reprend « mere »
      \(own)
      """
    )
    #expect(child.steps.map(\.id) == expected)
  }

  @Test("several inherited steps at one moment are all replaced by the first that matches (R37)")
  func severalReplaced() throws {
    let child = try scenario(
      """
      scénario A
      J+30 « un » email
      J+30 « deux » SMS
      J+40 courrier
      scénario B
      reprend A
      J+30 appel
      """
    )
    #expect(child.steps.map(\.id) == ["J+30 relance appel", "J+40 relance courrier"])
  }

  @Test("a child without `pour` and `priorité` has its parent's (R35)")
  func inheritedScope() throws {
    let all = try scenarios(
      "scénario A\npour particulier\npriorité 5\nJ+7 email\nscénario B\nreprend A"
    )
    #expect(all[1].priority == 5)
    #expect(all[1].appliesTo != nil)
  }
}
