import Diagnostics
import Semantics
import Syntax

extension Lint {
  /// SYN007: signs as word processors and programming languages write them.
  static let typographicCharacter = Lint(
    CodePage(
      code: "SYN007",
      severity: .information,
      title: Message(fr: "signe venu d'ailleurs", en: "sign from elsewhere"),
      reports: Message(
        fr: "un tiret ou un moins typographique (`J–7`, `J−7`), des guillemets courbes, une espace"
          + " insécable dans un nombre, `==` pour `=`, des guillemets autour d'un mot d'une liste",
        en: "a typographic dash or minus (`J–7`, `J−7`), curly quotes, a no-break space inside a"
          + " number, `==` for `=`, quotes round a word of a list"
      ),
      matters: Message(
        fr: "ces signes sont compris, mais se retapent et se recherchent mal au clavier",
        en: "these signs are understood, but are hard to type again and to search for"
      ),
      example: "J–7 email prévenance\nsi risque == élevé alors manuel",
      instead: "J-7 email prévenance\nsi risque = élevé alors manuel",
      basis: [.syntax],
      fixes: [.safe]
    ),
    check: { subject in
      subject.analysis.trees.flatMap { tree in
        let told = Set(subject.analysis.diagnostics.map { $0.range })
        return tree.tokens.compactMap { token -> Diagnostic? in
          let range = SourceRange(file: tree.file, lower: token.lower, upper: token.upper)
          guard !told.contains(range), let text = subject.analysis.files.text(of: range) else {
            return nil
          }
          return foreignSign(token.kind, at: range, text.text(range))
        }
      }
    }
  )
}

private func foreignSign(
  _ kind: Token.Kind,
  at range: SourceRange,
  _ written: String
) -> Diagnostic? {
  switch kind {
  case .symbol(.minus) where written != "-":
    return finding(at: range, written, "-")
  case .symbol(.equal) where written == "==":
    return finding(at: range, written, "=")
  case .string where written.unicodeScalars.first == "\u{201C}":
    return curlyQuotes(at: range, written)
  case .number:
    return noBreakSpace(at: range, written)
  case .word, .elision, .date, .string, .symbol, .semicolon, .lineEnd, .comment, .body, .unknown:
    return nil
  }
}

private func finding(at range: SourceRange, _ written: String, _ right: String) -> Diagnostic {
  Lint.typographicCharacter.finding(
    at: range,
    Message(
      fr: "`\(written)` vaut `\(right)`, qui se tape au clavier",
      en: "`\(written)` is the same as `\(right)`, which can be typed"
    ),
    help: Message(fr: "écrire `\(right)`", en: "write `\(right)`"),
    fix: Fix(.safe, replacing: range, with: right)
  )
}

/// `“…”`; a text that holds a quote keeps its own.
private func curlyQuotes(at range: SourceRange, _ written: String) -> Diagnostic? {
  let inner = String(String.UnicodeScalarView(written.unicodeScalars.dropFirst().dropLast()))
  let quotes: [Unicode.Scalar] = ["\u{AB}", "\u{BB}", "\u{201C}", "\u{201D}"]
  guard written.unicodeScalars.last == "\u{201D}",
    !inner.unicodeScalars.contains(where: { quotes.contains($0) })
  else { return nil }
  let right = "« \(inner) »"
  return Lint.typographicCharacter.finding(
    at: range,
    Message(fr: "guillemets courbes", en: "curly quotes"),
    help: Message(fr: "écrire `\(right)`", en: "write `\(right)`"),
    fix: Fix(.safe, replacing: range, with: right)
  )
}

private func noBreakSpace(at range: SourceRange, _ written: String) -> Diagnostic? {
  var right = ""
  for scalar in written.unicodeScalars {
    right.unicodeScalars.append(FoldedText.isSpace(scalar.value) ? " " : scalar)
  }
  // Bytes, as equal texts may differ in them.
  guard right.utf8.count != written.utf8.count else { return nil }
  return Lint.typographicCharacter.finding(
    at: range,
    Message(fr: "espace insécable dans un nombre", en: "no-break space inside a number"),
    help: Message(
      fr: "elle est lue comme une espace : écrire `\(right)`",
      en: "it is read as a space: write `\(right)`"
    ),
    fix: Fix(.safe, replacing: range, with: right)
  )
}
