import Diagnostics
import Semantics

extension Lint {
  /// SYN003: a word of the language without its accents; one that is misspelt is told by the parser.
  static let missingAccent = Lint(
    CodePage(
      code: "SYN003",
      severity: .error,
      title: Message(fr: "orthographe", en: "spelling"),
      reports: Message(
        fr:
          "un mot du langage écrit sans ses accents, ou avec un accent de trop : un avertissement ;"
          + " à une lettre près (`couriel`), une erreur, car rien ne part sur une supposition",
        en: "a word of the language written without its accents, or with one too many: a warning;"
          + " with a letter wrong (`couriel`) an error, as nothing is sent upon a guess"
      ),
      matters: Message(
        fr: "il est compris, mais le fichier sert aussi de consigne écrite à l'équipe",
        en: "it is understood, but the file is the team's written instruction as well"
      ),
      example: "J+7 email\nsi risque = eleve alors manuel",
      instead: "J+7 email\nsi risque = élevé alors manuel",
      basis: [.names],
      fixes: [.safe, .proposed]
    ),
    check: { subject in
      subject.analysis.trees.flatMap { tree in
        VocabularyWords.ranges(in: tree, of: subject.analysis).compactMap { range in
          misspelt(at: range, in: subject.analysis.files)
        }
      }
    }
  )
}

private func misspelt(at range: SourceRange, in files: SourceFiles) -> Diagnostic? {
  guard let word = files.text(of: range)?.text(range) else { return nil }
  guard let form = Accents.form(of: word.folded), form != word, form != Accents.lowercase(word)
  else { return nil }
  let right = Accents.form(form, inCaseOf: word)
  return Lint.missingAccent.finding(
    .warning,
    at: range,
    Message(fr: "`\(word)` s'écrit `\(right)`", en: "`\(word)` is spelled `\(right)`"),
    help: Message(fr: "écrire `\(right)`", en: "write `\(right)`"),
    fix: Fix(.safe, replacing: range, with: right)
  )
}
