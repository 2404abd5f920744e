import Diagnostics
import Semantics
import Syntax

extension Lint {
  /// LOG212: two scenarios of equal priority that both take an invoice.
  static let overlappingScenarios: Lint = Lint(
    CodePage(
      code: "LOG212",
      severity: .warning,
      title: Message(fr: "scénarios qui se recouvrent", en: "overlapping scenarios"),
      reports: Message(
        fr: "deux scénarios de même priorité qui prennent tous deux une même facture, qu'aucun de"
          + " plus haute priorité ne prend",
        en: "two scenarios of equal priority that both take an invoice which none of higher"
          + " priority takes"
      ),
      matters: Message(
        fr: "l'ordre du fichier décide : déplacer un scénario changerait qui est relancé",
        en: "the order of the file decides: moving a scenario would change who is reminded"
      ),
      example: "scénario « PME »\n  pour segment = PME\n  J+7 email\n\n"
        + "scénario « Risque »\n  pour risque = élevé\n  J+7 appel",
      instead: "scénario « PME »\n  pour segment = PME\n  J+7 email\n\n"
        + "scénario « Risque »\n  pour risque = élevé\n  priorité 10\n  J+7 appel",
      basis: [.diagram]
    ),
    check: { subject in
      let open = subject.space.set(of: .openBalance)
      var higherTaken: [Int: [ConditionSet]] = [:]
      func taken(above priority: Int) -> [ConditionSet] {
        if let known = higherTaken[priority] { return known }
        let taken = subject.scenarioSets.filter { $0.scenario.priority > priority }.map { $0.taken }
        higherTaken[priority] = taken
        return taken
      }
      let takenSets = subject.takenSets
      var places: [Int: [Int]] = [:]
      return subject.scenarioSets.enumerated().compactMap { index, later in
        let priority = subject.priorities[index]
        defer { places[priority, default: []].append(index) }
        for place in places[priority, default: []] {
          if takenSets.isDisjoint(place, from: later.taken) { continue }
          let earlier = subject.scenarioSets[place]
          let both = earlier.taken.intersection(later.taken).intersection(open)
          guard case .possible(let witness) = both.excess(over: taken(above: priority)) else {
            continue
          }
          let scopes = [earlier.scenario.appliesTo, later.scenario.appliesTo]
          let example = subject.words(for: witness, asking: scopes)
          return overlap(earlier.scenario, later.scenario, example)
        }
        return nil
      }
    }
  )
}

private func overlap(_ earlier: Scenario, _ later: Scenario, _ example: Message) -> Diagnostic {
  Lint.overlappingScenarios.finding(
    at: later.range,
    Message(
      fr: "« \(later.name) » et « \(earlier.name) » prennent les mêmes factures, à priorité égale :"
        + " par exemple \(example.fr)",
      en: "“\(later.name)” and “\(earlier.name)” take the same invoices at equal priority:"
        + " for example \(example.en)"
    ),
    notes: [
      DiagnosticNote(
        Message(
          fr: "« \(earlier.name) » l'emporte, écrit le premier",
          en: "“\(earlier.name)” wins, being written first"
        ),
        at: earlier.range
      )
    ],
    help: Message(
      fr: "donner une `priorité` plus haute à celui qui doit l'emporter",
      en: "give a higher `priorité` to the one that is to win"
    )
  )
}
