import Diagnostics

/// Why an imported file cannot be read as a whole.
///
/// Rows are counted as spreadsheets do: the header is row 1, and a field over several lines is in
/// one row.
public enum FileProblem: Error, Hashable, Sendable {
  /// The system does not give its bytes; with its words.
  case unreadable(words: String)
  /// It is a folder.
  case isAFolder
  /// There is not even a header.
  case empty
  /// Some letters are UTF-8 and others cannot be; with the line of the first that cannot.
  case mixedEncodings(line: Int)
  /// It is neither Unicode nor Windows-1252; with what it seems to be, if that can be said, and the
  /// line in which it shows.
  case otherEncoding(SingleByteEncoding?, line: Int)
  /// A row holds a NUL byte.
  case nulByte(row: Int)
  /// A quoted field of a row never ends.
  case unclosedQuote(row: Int)
  /// A field is longer than any text can be.
  case fieldTooLong(row: Int, field: Int)
  /// A row has more fields than any table.
  case tooManyFields(row: Int)

  /// What is wrong, in the user's language.
  public var message: Message {
    switch self {
    case .unreadable(let words):
      Message(fr: "ce fichier ne peut pas être lu (\(words))", en: "it cannot be read (\(words))")
    case .isAFolder: Message(fr: "c'est un dossier", en: "it is a folder")
    case .empty:
      Message(
        fr: "le fichier est vide : il n'a pas même d'en-têtes",
        en: "the file is empty: it has not even headers"
      )
    case .mixedEncodings(let line):
      Message(
        fr: "les accents sont tantôt en UTF-8, tantôt non (ligne \(line) du texte)",
        en: "accented letters are UTF-8 in places and not in others (line \(line) of the text)"
      )
    case .otherEncoding(let seeming, let line):
      Message(
        fr: "les accents ne sont ni en UTF-8 ni en Windows-1252 (ligne \(line) du texte)"
          + (seeming.map { " ; ils semblent être en \($0.name) (\($0.programs.fr))" } ?? ""),
        en: "accented letters are neither UTF-8 nor Windows-1252 (line \(line) of the text)"
          + (seeming.map { "; they look like \($0.name) (\($0.programs.en))" } ?? "")
      )
    case .nulByte(let row):
      Message(
        fr: "la ligne \(row) contient un octet nul : ce n'est pas du texte",
        en: "row \(row) has a NUL byte: this is not text"
      )
    case .unclosedQuote(let row):
      Message(
        fr: "un guillemet ouvert à la ligne \(row) n'est jamais fermé",
        en: "a quote that opens in row \(row) is never closed"
      )
    case .fieldTooLong(let row, let field):
      Message(
        fr: "ligne \(row), colonne n° \(field) : plus d'un million d'octets",
        en: "row \(row), column no. \(field): more than a million bytes"
      )
    case .tooManyFields(let row):
      Message(
        fr: "la ligne \(row) a plus de 10 000 colonnes",
        en: "row \(row) has more than 10,000 columns"
      )
    }
  }

  /// What to do about it, where there is something to say.
  public var help: Message? {
    switch self {
    case .mixedEncodings:
      Message(
        fr: "dites lequel avec `--encoding utf-8` ou `--encoding windows-1252`",
        en: "say which with `--encoding utf-8` or `--encoding windows-1252`"
      )
    case .otherEncoding(let seeming, _):
      Message(
        fr: "enregistrez le fichier en « CSV UTF-8 »"
          + (seeming.map { ", ou dites `--encoding \($0.name.lowercased())`" } ?? "")
          + " ; `--encoding windows-1252` le lit tel quel",
        en: "save the file as “CSV UTF-8”"
          + (seeming.map { ", or say `--encoding \($0.name.lowercased())`" } ?? "")
          + "; `--encoding windows-1252` reads it as it is"
      )
    case .nulByte:
      Message(
        fr: "enregistrez le fichier en CSV UTF-8 ; s'il est en UTF-16, dites "
          + "`--encoding utf-16`",
        en: "save the file as CSV UTF-8; if it is UTF-16, say `--encoding utf-16`"
      )
    case .unclosedQuote, .fieldTooLong:
      Message(
        fr: "un guillemet isolé dans un texte s'écrit `\"\"`, et le texte entre guillemets",
        en: "a lone quote within a text is written `\"\"`, and the text in quotes"
      )
    case .tooManyFields:
      Message(
        fr: "vérifiez le séparateur, au besoin avec `--separator`",
        en: "check the separator, if need be with `--separator`"
      )
    case .unreadable, .isAFolder, .empty: nil
    }
  }
}
