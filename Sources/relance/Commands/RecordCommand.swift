import Diagnostics
import Planning
import Receivables
import Reporting
import Semantics
import Storage

extension Command {
  /// The command `relance record`.
  static let record = Command(
    name: "record",
    operands: Message(fr: "FICHIER…", en: "FILE…"),
    summary: Message(
      fr: "inscrit dans l'historique les actions qu'une personne a validées",
      en: "writes into the history the actions that a person approved"
    ),
    details: Message(
      fr: """
        `relance plan … --review F.csv` écrit les actions à valider dans un fichier qui s'ouvre dans
        un tableur. On répond oui ou non dans la première colonne, on enregistre, et
        `relance record … --approved F.csv` inscrit celles qui sont acceptées.
        Le plan du jour est refait à cet instant : une action qui n'est plus due, ou qui a changé
        depuis, n'est pas inscrite, et on dit pourquoi.
        """,
      en: """
        `relance plan … --review F.csv` writes the actions to approve into a file that opens in a
        spreadsheet. Answer yes or no in the first column, save it, and
        `relance record … --approved F.csv` writes those agreed to into the history.
        The plan of the day is made anew at that moment: an action that is not due any more, or has
        changed since, is not written, and it is said why.
        """
    ),
    options: [.ledger, .date, .approved, .freshWithin, .wait],
    run: { invocation throws(Failure) in try invocation.recordApproved() }
  )
}

extension Option {
  fileprivate static let approved = Option(
    name: "approved",
    form: .value(Message(verbatim: "F.csv")),
    summary: Message(
      fr: "le fichier de `plan --review`, avec les réponses",
      en: "the file of `plan --review`, with the answers"
    )
  )
}

extension Invocation {
  fileprivate func recordApproved() throws(Failure) -> ExitStatus {
    guard let path = arguments.value(of: .approved) else {
      throw .usage(
        Message(
          fr: "`relance record` attend `--approved F.csv`",
          en: "`relance record` needs `--approved F.csv`"
        ),
        help: Message(
          fr: "`relance plan … --review F.csv` écrit ce fichier ; répondez oui ou non",
          en: "`relance plan … --review F.csv` writes that file; answer yes or no"
        )
      )
    }
    let date = try pastDate()
    let analysis = try scenarios(arguments.operands)
    let recording = try planRecording(of: analysis, on: date, .ofLedger)
    let decisions = try decisions(in: path, of: date, .approval)
    let (plan, recorded, outcome) = try recording.run { plan in
      plan.actions.filter { action in
        guard action.mode == .approval else { return false }
        let message = action.messageID(on: date)
        return decisions.contains {
          $0.message == message && $0.answer == .yes
            && ($0.mark ?? action.mark(on: date)) == action.mark(on: date)
        }
      }
    }
    console.tell(outcome, of: recorded, in: plan)
    let review = DecisionReview(decisions, recorded: recorded, plan: plan, mode: .approval)
    try writeFates(review, ledger: recording.ledger)
    return .done
  }
}
