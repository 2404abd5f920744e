import Diagnostics
import Reporting
import Storage

extension Command {
  /// The command `relance history`.
  static let history = Command(
    name: "history",
    operands: Message(fr: "FACTURE|CLIENT", en: "INVOICE|CUSTOMER"),
    summary: Message(
      fr: "ce qui s'est passé, jour par jour, et ce qui le prouve",
      en: "what happened, day by day, and what proves it"
    ),
    details: Message(
      fr: """
        Relances avec leur canal, leur message et l'empreinte du texte envoyé (SHA-256, la même que
        donne `sha256sum`), paiements, litiges, promesses, pauses. --text écrit les textes.
        """,
      en: """
        Reminders with their channel, their message and the checksum of the text sent (SHA-256, the
        one that `sha256sum` gives), payments, disputes, promises, holds. --text writes the texts.
        """
    ),
    options: [.ledger, .historyFormat, .texts],
    run: { invocation throws(Failure) in try invocation.history() }
  )
}

extension Option {
  fileprivate static let historyFormat = Option(
    name: "format",
    form: .value(Message(verbatim: HistoryFormat.all.map(\.name).joined(separator: "|"))),
    summary: Message(fr: "la forme du résultat [table]", en: "the form of the result [table]")
  )

  fileprivate static let texts = Option(
    name: "text",
    form: .flag,
    summary: Message(
      fr: "écrit aussi les textes envoyés",
      en: "writes the texts that were sent too"
    )
  )
}

extension Invocation {
  fileprivate func history() throws(Failure) -> ExitStatus {
    let operands = try subjects("relance history F-1021 --db factures.sqlite")
    guard let operand = operands.first, operands.count == 1 else {
      throw .usage(
        Message(
          fr: "`relance history` montre une facture ou un client à la fois",
          en: "`relance history` shows one invoice or customer at a time"
        ),
        help: nil
      )
    }
    let format = try historyFormat()
    let path = try ledgerPath()
    let report: HistoryReport
    do throws(LedgerError) {
      let database = try Database(path: path, access: .reading)
      let subject = try database.subject(named: operand)
      report = HistoryReport(
        subject: subject.name,
        events: try database.history(of: subject),
        texts: arguments.has(.texts) ? .full : .proven
      )
    } catch {
      throw Failure(error)
    }
    format.write(report, console.textSettings, console.output)
    try console.checkOutput()
    return .done
  }

  private func historyFormat() throws(Failure) -> HistoryFormat {
    guard let name = arguments.value(of: .historyFormat) else { return .table }
    if let format = HistoryFormat.named(name) { return format }
    let names = HistoryFormat.all.map(\.name).joined(separator: ", ")
    throw .usage(
      Message(
        fr: "forme inconnue : `\(printable(name))`",
        en: "unknown form: `\(printable(name))`"
      ),
      help: Message(fr: "formes possibles : \(names)", en: "possible forms: \(names)")
    )
  }
}
