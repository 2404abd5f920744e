import Diagnostics
import Messages
import Planning
import Receivables
import Semantics
import Storage

extension Command {
  /// The command `relance outbox`.
  static let outbox = Command(
    name: "outbox",
    operands: Message(fr: "FICHIER…", en: "FILE…"),
    summary: Message(
      fr: "les messages d'un jour : e-mails, lettres, SMS, appels, tâches, dans un dossier",
      en: "the messages of a day: e-mails, letters, texts, calls, tasks, in a folder"
    ),
    details: Message(
      fr: """
        Le dossier DOSSIER est neuf, ou celui du même jour au même contenu : recommencer ne change
        rien. Rien n'est envoyé sans `--sendmail`, et rien n'est noté dans la base (voir
        `relance plan --record`). Ce qui attend une personne est dans `a-valider/`.

        `--sendmail '/usr/sbin/sendmail -t -i'` donne chaque e-mail automatique à ce programme, une
        seule fois, et note sa réponse dans `manifest.json`. Un envoi coupé avant la réponse n'est
        pas refait : il est dit `unsure`, et une personne décide.

        L'expéditeur se dit dans un fichier de scénarios : `soit créancier = « Ma Société »`, de même
        `adresse du créancier`, `email du créancier`, `téléphone du créancier`, `mentions du
        créancier`, `signataire`, `IBAN`, `BIC`.
        """,
      en: """
        The folder DIR is new, or that of the same day with the same content: a second run changes
        nothing. Nothing is sent without `--sendmail`, and nothing is recorded in the ledger (see
        `relance plan --record`). What awaits a person is in `a-valider/`.

        `--sendmail '/usr/sbin/sendmail -t -i'` gives each automatic e-mail to that program, once,
        and notes its answer in `manifest.json`. One cut off before the answer is not sent again: it
        is called `unsure`, and a person decides.

        Who sends is said in a scenario file: `soit créancier = « My Company »`, likewise `adresse du
        créancier`, `email du créancier`, `téléphone du créancier`, `mentions du créancier`,
        `signataire`, `IBAN`, `BIC`.
        """
    ),
    options: [.ledger, .date, .outputFolder, .sendmail],
    run: { invocation throws(Failure) in try invocation.outbox() }
  )
}

extension Option {
  fileprivate static let outputFolder = Option(
    name: "out",
    form: .value(Message(fr: "DOSSIER", en: "DIR")),
    summary: Message(
      fr: "le dossier à créer, ou à retrouver tel quel",
      en: "the folder to be made, or to be found as it was made"
    )
  )

  fileprivate static let sendmail = Option(
    name: "sendmail",
    form: .value(Message(fr: "COMMANDE", en: "COMMAND")),
    summary: Message(
      fr: "donne les e-mails automatiques à ce programme",
      en: "gives the automatic e-mails to this program"
    )
  )
}

extension Invocation {
  fileprivate func outbox() throws(Failure) -> ExitStatus {
    let date = try date()
    let path = try ledgerPath()
    let folder = try outputFolder()
    let sendmail = try arguments.value(of: .sendmail).map { text throws(Failure) in
      try Sendmail(text)
    }
    let analysis = try scenarios(arguments.operands)
    let creditor = Creditor(analysis.scenarios.definitions)
    if sendmail != nil, creditor[.creditorEmail] == nil { throw .senderUnknown }
    if creditor[.creditor] == nil { console.tell(Outbox.creditorUnknown) }
    let ledger = try readLedger(path, .everything, analysis.scenarios)
    let outbox = Outbox(
      messages(of: analysis, ledger, on: date),
      on: date,
      in: console.language
    )
    let outcome = try folder.put(outbox)
    let journal = try SendingJournal(in: folder)
    defer { journal.close() }
    let progress = ProgressLine(console)
    var tally = SendingTally()
    if let sendmail {
      tally = try sendmail.deliver(outbox, in: folder, journal) { done, count in
        progress.show(
          Message(fr: "e-mails : \(done) sur \(count)", en: "e-mails: \(done) of \(count)")
        )
      }
      progress.clear()
    }
    try folder.update(Manifest(outbox, answers: journal.answers))
    console.write(report(outbox, folder, outcome).text(in: console.language) + "\n")
    if sendmail != nil { console.write(tally.message.text(in: console.language) + "\n") }
    try console.checkOutput()
    if let failure = tally.failure(in: folder) { throw failure }
    return .done
  }

  private func messages(
    of analysis: Analysis,
    _ ledger: Ledger,
    on date: CalendarDate
  ) -> [RenderedMessage] {
    let planner = Planner(
      scenarios: analysis.scenarios,
      files: analysis.files,
      exchangeRates: ledger.exchangeRates
    )
    let writer = MessageWriter(scenarios: analysis.scenarios, rates: ledger.exchangeRates)
    let planning = planner.planning(of: date, statuses: .counted)
    return ledger.accounts.flatMap { account in
      planning.plan(account).actions.map { writer.message(for: $0, to: account, on: date) }
    }
  }

  private func outputFolder() throws(Failure) -> OutboxFolder {
    if let path = arguments.value(of: .outputFolder), !path.isEmpty {
      return OutboxFolder(path: path)
    }
    throw .usage(
      Message(
        fr: "`relance outbox` attend `--out DOSSIER`",
        en: "`relance outbox` needs `--out DIR`"
      ),
      help: Message(
        fr: "par exemple `--out envois/2026-02-02`",
        en: "for example `--out outbox/2026-02-02`"
      )
    )
  }

  private func report(
    _ outbox: Outbox,
    _ folder: OutboxFolder,
    _ outcome: OutboxFolder.Outcome
  ) -> Message {
    let count = outbox.entries.count
    let place = printable(folder.path)
    let noun = Message(
      fr: count >= 2 ? "messages" : "message",
      en: count == 1 ? "message" : "messages"
    )
    switch outcome {
    case .made:
      return Message(
        fr: "\(count) \(noun.fr) dans \(place) : ouvrir \(place)/index.html",
        en: "\(count) \(noun.en) in \(place): open \(place)/index.html"
      )
    case .unchanged:
      return Message(
        fr: "\(count) \(noun.fr), déjà dans \(place) : rien à refaire",
        en: "\(count) \(noun.en), already in \(place): nothing to do again"
      )
    }
  }
}

extension Outbox {
  fileprivate static var creditorUnknown: Message {
    Message(
      fr: "attention : les messages ne disent pas qui écrit ; dans un fichier de scénarios, écrire "
        + "`soit créancier = « Ma Société »` (voir `relance help outbox`)",
      en: "warning: the messages do not say who writes; in a scenario file, write "
        + "`soit créancier = « My Company »` (see `relance help outbox`)"
    )
  }
}

extension Failure {
  fileprivate static var senderUnknown: Failure {
    .usage(
      Message(
        fr: "`--sendmail` : l'adresse de l'expéditeur n'est dite nulle part",
        en: "`--sendmail`: the sender's address is said nowhere"
      ),
      help: Message(
        fr: "dans un fichier de scénarios : `soit email du créancier = « compta@exemple.fr »`",
        en: "in a scenario file: `soit email du créancier = « accounts@example.com »`"
      )
    )
  }
}
