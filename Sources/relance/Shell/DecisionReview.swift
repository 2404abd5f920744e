import Diagnostics
import Planning
import Receivables
import Reporting
import Storage

/// What became of a person's decisions.
struct DecisionReview {
  private let decisions: [Decision]
  private let recorded: Set<String>
  private let plan: Plan
  private let mode: ActionMode

  /// The decisions about the actions of a mode, after those agreed to were recorded.
  init(_ decisions: [Decision], recorded: [PlannedAction], plan: Plan, mode: ActionMode) {
    self.decisions = decisions
    self.recorded = Set(recorded.map { $0.messageID(on: plan.date) })
    self.plan = plan
    self.mode = mode
  }

  /// One line for each decision, then how many actions the file does not have; `earlier` are the
  /// messages that were recorded before.
  func lines(earlier: Set<String>) -> [Message] {
    var lines = decisions.map { decision in
      let fate = fate(of: decision, earlier: earlier)
      let message = printable(decision.message)
      return Message(
        fr: "ligne \(decision.row), \(message) : \(fate.fr)",
        en: "row \(decision.row), \(message): \(fate.en)"
      )
    }
    let known = Set(decisions.map(\.message))
    let missing = plan.actions.count {
      $0.mode == mode && !known.contains($0.messageID(on: plan.date))
        && !recorded.contains($0.messageID(on: plan.date))
    }
    if !decisions.isEmpty, missing > 0 {
      lines.append(
        Message(
          fr: "le plan en a \(Wording.counted(missing, "autre", "autres")), absentes du fichier",
          en: "the plan has \(Wording.counted(missing, "other", "others")), not in the file"
        )
      )
    }
    return lines
  }

  private func fate(of decision: Decision, earlier: Set<String>) -> Message {
    if recorded.contains(decision.message) {
      return Message(fr: "enregistrée", en: "recorded")
    }
    if earlier.contains(decision.message) {
      return Message(fr: "déjà enregistrée", en: "already recorded")
    }
    switch decision.answer {
    case .no:
      return Message(
        fr: "refusée, elle reviendra au prochain plan (pour l'arrêter : `relance hold`)",
        en: "refused, it will come again in the next plan (to stop it: `relance hold`)"
      )
    case .open:
      return Message(
        fr: "sans réponse, elle reviendra au prochain plan",
        en: "no answer, it will come again in the next plan"
      )
    case .yes: return obstacle(of: decision)
    }
  }

  /// Why an action agreed to could not be recorded.
  private func obstacle(of decision: Decision) -> Message {
    let action = plan.actions.first { $0.messageID(on: plan.date) == decision.message }
    if let action {
      guard action.mode == mode else {
        return Message(
          fr: "non enregistrée : elle est maintenant en mode \(action.mode.rawValue)",
          en: "not recorded: its mode is \(action.mode.rawValue) now"
        )
      }
      return Message(
        fr: "non enregistrée : elle a changé depuis (solde, factures, étape) ; revoyez-la avec "
          + "`plan --review`",
        en: "not recorded: it has changed since (balance, invoices, step); look at it again with "
          + "`plan --review`"
      )
    }
    return absence(of: decision.parts?.invoice ?? "", asSubject: .omitted)
  }

  /// Whether a sentence names whom it is about.
  private enum Subject {
    case named
    case omitted
  }

  /// Why nothing was recorded for an invoice or a customer.
  func absence(of id: String) -> Message { absence(of: id, asSubject: .named) }

  private func absence(of id: String, asSubject subject: Subject) -> Message {
    let name: String
    switch subject {
    case .named: name = "\(printable(id)) : "
    case .omitted: name = ""
    }
    let status = plan.statuses.first { $0.invoice == id }
    let reason = status?.reason.message
    return Message(
      fr: "\(name)non enregistrée : plus d'action de cette sorte au plan du jour"
        + (reason.map { " ; \($0.fr)" } ?? ""),
      en: "\(name)not recorded: no such action in the plan of the day any more"
        + (reason.map { "; \($0.en)" } ?? "")
    )
  }
}

extension Invocation {
  /// The decisions in a file that `plan` wrote of the actions of a mode and a person answered.
  func decisions(
    in path: String,
    of day: CalendarDate,
    _ mode: ActionMode
  ) throws(Failure) -> [Decision] {
    let sheet: CSVSheet
    do throws(FileProblem) {
      sheet = try CSVSheet(path: path)
    } catch {
      throw .sheet(path, error.message, error.help)
    }
    do throws(DecisionProblem) {
      return try Decision.all(
        headings: sheet.headings,
        rows: sheet.rows.map { ($0.number, $0.cells) },
        of: day,
        mode
      )
    } catch {
      throw .sheet(path, error.message, error.help)
    }
  }

  /// Writes what became of the decisions.
  func writeFates(_ review: DecisionReview, ledger path: String) throws(Failure) {
    let earlier: Set<String>
    do throws(LedgerError) {
      earlier = try Database(path: path, access: .reading).recordedMessages()
    } catch {
      throw Failure(error)
    }
    for line in review.lines(earlier: earlier) {
      console.write(line.text(in: console.language) + "\n")
    }
    try console.checkOutput()
  }
}

extension Failure {
  /// A file of decisions that cannot be used.
  fileprivate static func sheet(_ path: String, _ message: Message, _ help: Message?) -> Failure {
    .ledger(
      Message(
        fr: "rien n'est enregistré : \(printable(path)) : \(message.fr)"
          + (help.map { "\n\($0.fr)" } ?? ""),
        en: "nothing is recorded: \(printable(path)): \(message.en)"
          + (help.map { "\n\($0.en)" } ?? "")
      )
    )
  }
}
