import Diagnostics
import Semantics
import Syntax

extension Lint {
  /// SYN005: a number that is not written the French way.
  static let amountForm = Lint(
    CodePage(
      code: "SYN005",
      severity: .information,
      title: Message(fr: "forme d'un nombre", en: "form of a number"),
      reports: Message(
        fr: "un point au lieu de la virgule décimale, ou cinq chiffres et plus sans espace",
        en: "a point instead of the decimal comma, or five digits and more without a space"
      ),
      matters: Message(
        fr: "`150000` et `1500000` se confondent ; un point fait douter entre mille et un",
        en: "`150000` and `1500000` are easily confused; a point makes one wonder: thousand or one?"
      ),
      example: "J+7 email si solde > 1000.50 €",
      instead: "J+7 email si solde > 1 000,50 €",
      basis: [.syntax],
      fixes: [.safe]
    ),
    check: { subject in
      subject.analysis.trees.flatMap { tree in
        tree.tokens.compactMap { token in
          token.kind == .number ? unusualForm(token, in: tree, subject.analysis.files) : nil
        }
      }
    }
  )
}

private func unusualForm(
  _ token: Token,
  in tree: SyntaxTree,
  _ files: SourceFiles
) -> Diagnostic? {
  let range = SourceRange(file: tree.file, lower: token.lower, upper: token.upper)
  guard let written = files.text(of: range)?.text(range) else { return nil }
  let parts = written.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
  guard let whole = parts.first, parts.count <= 2 else { return nil }
  let digits = whole.filter { $0.isASCII && $0.isNumber }
  let isRun = digits.count >= 5 && digits.count == whole.count
  guard isRun || written.contains(".") else { return nil }
  let right = grouped(digits) + (parts.count == 2 ? ",\(parts[1])" : "")
  return Lint.amountForm.finding(
    at: range,
    Message(fr: "`\(written)` s'écrit `\(right)`", en: "`\(written)` is written `\(right)`"),
    help: Message(fr: "écrire `\(right)`", en: "write `\(right)`"),
    fix: Fix(.safe, replacing: range, with: right)
  )
}

/// Digits in groups of three from the right, parted by spaces.
private func grouped(_ digits: some StringProtocol) -> String {
  var text = ""
  let count = digits.utf8.count
  for (index, byte) in digits.utf8.enumerated() {
    if index > 0, (count - index).isMultiple(of: 3) { text += " " }
    text.unicodeScalars.append(Unicode.Scalar(byte))
  }
  return text
}
