import Diagnostics
import Planning

extension TextPage {
  /// A reason with its place in parentheses, unless the words name the file already, as those of the
  /// prelude do.
  func text(of reason: Reason, files: SourceFiles) -> String {
    let text = say(reason.message)
    guard let range = reason.range, let place = files.place(of: range) else { return text }
    let namesFile = text.folded.text.hasSuffix("(\(place.file.folded.text))")
    return namesFile ? text : "\(text) (\(shortPlace(place, in: files)))"
  }

  /// The place as `standard.relance:9`, without the folders; the line alone where the command has a
  /// single scenario file, behind which stands the prelude.
  private func shortPlace(_ place: SourcePlace, in files: SourceFiles) -> String {
    guard files.texts.count <= 2, place.file == files.texts.first?.name else {
      return place.withoutFolders
    }
    return say(Message(fr: "ligne \(place.line)", en: "line \(place.line)"))
  }
}

extension SourcePlace {
  /// The file's name without its folders, and the line: `standard.relance:9`.
  var withoutFolders: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return "\(printable(name)):\(line)"
  }
}
