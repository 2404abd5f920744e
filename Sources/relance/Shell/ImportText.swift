import Diagnostics
import Receivables
import Storage

extension ImportProgress {
  /// Where the import is, for a terminal.
  var line: Message {
    let share = bytes > 0 ? Int(min(bytesRead, bytes) * 100 / bytes) : 100
    return Message(
      fr: "\(table.rawValue) : \(AmountText.french.write(rows)) lignes (\(share) %)",
      en: "\(table.rawValue): \(AmountText.english.write(rows)) rows (\(share)%)"
    )
  }
}

extension ImportReport {
  /// What was done, a line for each file and each remark.
  func summary(in language: MessageLanguage) -> String {
    files.map { $0.lines.map { $0.text(in: language) + "\n" }.joined() }.joined()
  }
}

extension ImportedFile {
  fileprivate var lines: [Message] {
    var lines = [counts]
    lines += notes.map { Message(fr: "  \($0.message.fr)", en: "  \($0.message.en)") }
    if !ignoredHeaders.isEmpty {
      let headers = printable(ignoredHeaders.joined(separator: ", "))
      lines.append(
        Message(
          fr: "  colonnes laissées de côté : \(headers) (pour en garder une : --map)",
          en: "  columns left aside: \(headers) (to keep one: --map)"
        )
      )
    }
    if rejected > 0, let path = rejectsPath {
      lines.append(
        Message(
          fr: "  lignes rejetées, à corriger : \(printable(path))",
          en: "  rejected rows, to be corrected: \(printable(path))"
        )
      )
    }
    return lines
  }

  private var counts: Message {
    var parts: [Message] = []
    func add(_ count: Int, _ one: Message, _ many: Message) {
      guard count > 0 else { return }
      let word = count == 1 ? one : many
      parts.append(
        Message(
          fr: "\(AmountText.french.write(count)) \(word.fr)",
          en: "\(AmountText.english.write(count)) \(word.en)"
        )
      )
    }
    add(inserted, Message(fr: "nouvelle", en: "new"), Message(fr: "nouvelles", en: "new"))
    add(
      updated,
      Message(fr: "mise à jour", en: "updated"),
      Message(fr: "mises à jour", en: "updated")
    )
    add(
      unchanged,
      Message(fr: "inchangée", en: "unchanged"),
      Message(fr: "inchangées", en: "unchanged")
    )
    add(
      rejected,
      Message(fr: "rejetée", en: "rejected"),
      Message(fr: "rejetées", en: "rejected")
    )
    add(
      leftOut,
      Message(fr: "laissée de côté", en: "left out"),
      Message(fr: "laissées de côté", en: "left out")
    )
    let path = printable(path)
    let none = Message(fr: "aucune ligne", en: "no rows")
    let joined =
      parts.isEmpty
      ? none
      : Message(
        fr: parts.map(\.fr).joined(separator: ", "),
        en: parts.map(\.en).joined(separator: ", ")
      )
    return Message(
      fr: "\(table.rawValue) : \(joined.fr) (\(path))",
      en: "\(table.rawValue): \(joined.en) (\(path))"
    )
  }
}

extension Failure {
  /// Why nothing was imported: each problem with what to do about it.
  init(_ error: ImportError) {
    let messages = error.messages
    func joined(_ text: (Message) -> String) -> String {
      messages.map { problem in
        let help = problem.help.map { "\n  → \(text($0))" } ?? ""
        return text(problem.message) + help
      }.joined(separator: "\n")
    }
    self = .ledger(
      Message(
        fr: "rien n'a été chargé\n\(joined(\.fr))",
        en: "nothing was loaded\n\(joined(\.en))"
      )
    )
  }
}
