import Diagnostics
import Planning

extension TextPage {
  /// A reason with its place in parentheses, unless the words name the file already, as those of the
  /// prelude do.
  func text(of reason: Reason, files: SourceFiles) -> String {
    let text = say(reason.message)
    guard let range = reason.range, let place = files.place(of: range) else { return text }
    let namesFile =
      text.hasSuffix(")") && text.folded.text.hasSuffix("(\(place.file.folded.text))")
    return namesFile ? text : "\(text) (\(shortPlace(place, in: files)))"
  }

  /// The reason of a status without the status itself in front, which stands beside it: the rule of
  /// `suspendue : si litige alors suspendre`.
  func text(ofReasonFor status: InvoiceStatus, files: SourceFiles) -> String {
    let kind = status.kind.noun.form(for: 1, in: settings.language)
    let reason = text(of: status.reason, files: files)
    return reason.dropping("\(kind)\(say(Message(fr: " : ", en: ": ")))")
  }

  /// The place as `standard.relance:9`, without the folders; the line alone where the command has a
  /// single scenario file, behind which stands the prelude.
  private func shortPlace(_ place: SourcePlace, in files: SourceFiles) -> String {
    guard files.texts.count <= 2, place.file == files.texts.first?.name else {
      return place.withoutFolders
    }
    return say(Message(fr: "ligne\u{A0}\(place.line)", en: "line\u{A0}\(place.line)"))
  }
}

extension SourcePlace {
  /// The file's name without its folders, and the line: `standard.relance:9`.
  var withoutFolders: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return "\(printable(name)):\(line)"
  }
}

extension String {
  /// The text without its beginning, if that is how it begins.
  func dropping(_ beginning: String) -> String {
    hasPrefix(beginning) ? String(dropFirst(beginning.count)) : self
  }
}
