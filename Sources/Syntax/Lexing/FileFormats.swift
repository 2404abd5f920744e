import Diagnostics

/// The files of other programs that people rename to `.relance`.
///
/// Their first bytes tell them, and nothing of the language begins so. Without this the message would
/// be about a byte or a brace, where the answer is to save the text alone.
enum FileFormat: CaseIterable {
  /// docx, odt, xlsx and all other files that are archives inside.
  case archive
  /// The doc and xls of older programs.
  case compound
  case richText
  case portable
  case markup

  /// The format that the first bytes of a file show.
  init?(of bytes: [UInt8]) {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let start = bytes.dropFirst(hasMark ? 3 : 0).prefix(64)
    let text = String(decoding: start, as: UTF8.self).lowercased()
    let found = FileFormat.allCases.first { format in
      format.beginnings.contains { start.starts(with: $0.utf8) || text.hasPrefix($0) }
    }
    if let found {
      self = found
    } else if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .compound
    } else {
      return nil
    }
  }

  /// What files of this format begin with, as far as it is text.
  private var beginnings: [String] {
    switch self {
    case .archive: ["PK\u{3}\u{4}"]
    case .compound: []
    case .richText: ["{\\rtf"]
    case .portable: ["%pdf-"]
    case .markup: ["<!doctype", "<html", "<?xml"]
    }
  }

  /// What the file is, in words.
  var name: Message {
    switch self {
    case .archive:
      Message(
        fr: "un document de traitement de texte ou de tableur (docx, odt, xlsx)",
        en: "a document of a word processor or spreadsheet (docx, odt, xlsx)"
      )
    case .compound: Message(fr: "un document de Word ou d'Excel", en: "a Word or Excel document")
    case .richText: Message(fr: "un document RTF", en: "an RTF document")
    case .portable: Message(fr: "un document PDF", en: "a PDF document")
    case .markup: Message(fr: "une page HTML ou XML", en: "an HTML or XML page")
    }
  }
}

/// What is wrong with a file that is no text, whatever its name.
func formatProblem(in text: SourceText, file: Int) -> Diagnostic? {
  guard let format = FileFormat(of: text.bytes) else { return nil }
  return Diagnostic(
    .encoding,
    at: SourceRange(file: file, lower: 0, upper: 0),
    Message(
      fr: "le fichier n'est pas du texte mais \(format.name.fr)",
      en: "the file is not text but \(format.name.en)"
    ),
    help: Message(
      fr: "l'ouvrir et l'enregistrer sous « Texte brut », encodage UTF-8",
      en: "open it and save it as “plain text”, encoding UTF-8"
    )
  )
}
