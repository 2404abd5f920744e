import Diagnostics
import Semantics
import Syntax

extension Lint {
  /// SYN002: characters that are not what they seem; words of the language are told by the parser,
  /// texts here.
  static let misleadingText = Lint(
    CodePage(
      code: "SYN002",
      severity: .error,
      title: Message(fr: "caractère trompeur", en: "misleading character"),
      reports: Message(
        fr: "une lettre grecque ou cyrillique parmi des lettres latines, une valeur faite de telles"
          + " lettres qui se lit comme du latin, un caractère de pleine largeur, invisible, ou qui"
          + " retourne le sens de lecture ; une erreur dans un mot du"
          + " langage, un avertissement dans un texte ou un commentaire",
        en: "a Greek or Cyrillic letter among Latin ones, a value of such letters that reads as"
          + " Latin, a character of full width, unseen, or one that turns the direction of reading; an error in a word of the language, a warning in"
          + " a text or a comment"
      ),
      matters: Message(
        fr: "deux textes qui se voient égaux ne le sont pas : la condition n'est jamais vraie",
        en: "two texts that look equal are not: the condition is never true"
      ),
      example: "J+7 email si segment = « P\u{041C}E »  # le M est cyrillique",
      instead: "J+7 email si segment = « PME »",
      basis: [.syntax],
      fixes: [.safe, .proposed]
    ),
    check: { subject in
      // What the parser has told of a text is not told again word by word.
      let told = Set(subject.analysis.diagnostics.map { $0.range })
      return subject.analysis.trees.flatMap { tree in
        tree.tokens.flatMap { token -> [Diagnostic] in
          let range = SourceRange(file: tree.file, lower: token.lower, upper: token.upper)
          guard !told.contains(range), let text = subject.analysis.files.text(of: range) else {
            return []
          }
          if token.kind == .comment {
            let comment = text.text(range)
            return swallowedLines(in: comment, at: range) + turnedReading(of: comment, at: range)
          }
          guard token.kind == .string || token.kind == .body else { return [] }
          return misleadingWords(in: text.text(range), at: range)
        } + lookalikeValues(in: tree, subject.analysis.files)
      }
    }
  )
}

private func misleadingWords(in text: String, at range: SourceRange) -> [Diagnostic] {
  Confusables.misleadingWords(in: text).map { word in
    let place = SourceRange(
      file: range.file,
      lower: range.lower + word.offset,
      upper: range.lower + word.offset + word.text.utf8.count
    )
    return Lint.misleadingText.finding(
      .warning,
      at: place,
      Message(
        fr: "un caractère de ce mot n'est pas ce qu'il semble",
        en: "a character of this word is not what it seems"
      ),
      help: Message(
        fr: "retaper le mot au clavier : `\(word.intended)`",
        en: "type the word again: `\(word.intended)`"
      ),
      // A text may be compared with the ledger's, where the same character may stand.
      fix: Fix(.proposed, replacing: place, with: word.intended)
    )
  }
}
