import Diagnostics
import Semantics
import Syntax

extension Lint {
  /// LOG206: invoices that no scenario takes.
  static let uncoveredInvoices: Lint = Lint(
    CodePage(
      code: "LOG206",
      severity: .warning,
      title: Message(fr: "factures sans scénario", en: "uncovered invoices"),
      reports: Message(
        fr: "des factures ouvertes que le `pour` d'aucun scénario ne prend ; rien si un scénario"
          + " n'a pas de `pour`",
        en: "open invoices that no scenario's `pour` takes; nothing where a scenario has no `pour`"
      ),
      matters: Message(
        fr: "elles ne seront jamais relancées, et seule la liste des états le montre",
        en: "they will never be reminded, and only the list of statuses shows it"
      ),
      example: "scénario « Entreprises »\n  pour segment = PME\n  J+7 email",
      instead: "scénario « Entreprises »\n  pour segment = PME\n  priorité 10\n  J+7 email\n\n"
        + "scénario « Autres clients »\n  J+10 appel",
      basis: [.diagram],
      fixes: [.proposed]
    ),
    check: { subject in
      let sets = subject.scenarioSets
      guard let first = sets.first, !sets.contains(where: { $0.scenario.appliesTo == nil }) else {
        return []
      }
      // A bound that was forgotten is told as such.
      let taken = sets.map { $0.taken } + subject.forgottenBounds.map { $0.gap }
      guard
        case .possible(let witness) = subject.space.set(of: .openBalance).excess(over: taken)
      else { return [] }
      let example = subject.words(for: witness, asking: sets.map { $0.scenario.appliesTo })
      return [
        Lint.uncoveredInvoices.finding(
          at: first.scenario.range,
          Message(
            fr: "aucun scénario ne prend certaines factures, par exemple : \(example.fr)",
            en: "no scenario takes some invoices, for example: \(example.en)"
          ),
          help: Message(
            fr: "ajouter un scénario sans `pour`, qui prend ce que les autres laissent",
            en: "add a scenario without `pour`, which takes what the others leave"
          ),
          fix: subject.catchAll(inFileOf: first)
        )
      ]
    }
  )
}

extension LintSubject {
  /// A proposal that adds a scenario for what the others leave: a task for a person.
  fileprivate func catchAll(inFileOf sets: ScenarioSets) -> Fix? {
    let name = "Autres clients"
    let isTaken = scenarioSets.contains { $0.scenario.name.folded == name.folded }
    // Behind items without a header, a scenario that has one begins anew.
    guard !isTaken, let text = analysis.files.text(of: sets.scenario.range) else { return nil }
    let end = SourceRange(file: sets.source.file, lower: text.bytes.count, upper: text.bytes.count)
    let isEnded = text.bytes.last == 0x0A || text.bytes.last == 0x0D
    let lowest = scenarioSets.map { $0.scenario.priority }.min() ?? 0
    let priority = lowest > 0 ? "" : "  priorité \(lowest - 1)\n"
    return Fix(
      .proposed,
      replacing: end,
      with: (isEnded ? "\n" : "\n\n") + "scénario « \(name) »\n" + priority
        + "  J+15 « décider de la suite »  tâche\n"
    )
  }
}
