import Diagnostics
import Semantics
import Syntax

extension CodePage {
  /// SYN008: a comment that silences nothing.
  static let uselessSuppression = CodePage(
    code: "SYN008",
    severity: .warning,
    title: Message(fr: "suppression inutile", en: "useless suppression"),
    reports: Message(
      fr: "un commentaire `# lint: ignorer CODE raison` qui n'a rien à taire, nomme un code"
        + " inconnu, ou ne dit pas pourquoi",
      en: "a comment `# lint: ignorer CODE reason` that has nothing to silence, names an unknown"
        + " code, or does not say why"
    ),
    matters: Message(
      fr: "il cacherait demain un problème auquel personne n'a pensé ; sans raison, nul ne saura"
        + " s'il vaut encore",
      en: "tomorrow it would hide a problem that nobody thought of; without a reason nobody can"
        + " tell whether it still holds"
    ),
    example: "J+7 email  # lint: ignorer SEQ310",
    instead: "J+7 email  # lint: ignorer SEQ310 nos clients ont tous une adresse e-mail",
    basis: [.syntax],
    fixes: [.safe]
  )
}

extension LintSubject {
  /// The findings that no comment silences, and what is wrong with the comments.
  func silenced(_ findings: [Diagnostic]) -> [Diagnostic] {
    let suppressions = analysis.trees.flatMap { tree -> [(Suppression, SourceText)] in
      guard analysis.files.texts.indices.contains(tree.file) else { return [] }
      let text = analysis.files.texts[tree.file]
      return tree.suppressions(in: text).map { ($0, text) }
    }
    if suppressions.isEmpty { return findings }
    let index = SuppressionIndex(suppressions.map { $0.0 })
    var used: [Set<Int>] = suppressions.map { _ in [] }
    let told = findings.filter { finding in
      let silencers = index.silencers(of: finding)
      for silencer in silencers { used[silencer.suppression].insert(silencer.target) }
      return silencers.isEmpty
    }
    let useless = zip(suppressions, used).flatMap { pair, used in
      complaints(about: pair.0, used: used, in: pair.1)
    }
    return told + useless
  }
}

private func complaints(
  about suppression: Suppression,
  used: Set<Int>,
  in text: SourceText
) -> [Diagnostic] {
  if suppression.targets.isEmpty || !suppression.isReasoned {
    return [
      complaint(
        at: suppression.comment,
        Message(
          fr: "une suppression dit ce qu'elle tait et pourquoi",
          en: "a suppression says what it silences and why"
        ),
        help: Message(
          fr: "écrire `# lint: ignorer CODE raison` ; sans raison elle est sans effet",
          en: "write `# lint: ignorer CODE reason`; without a reason it has no effect"
        ),
        fix: deletion(of: suppression.comment, in: text)
      )
    ]
  }
  return suppression.targets.enumerated().compactMap { index, target in
    guard !used.contains(index), let message = reason(of: target) else { return nil }
    return complaint(
      at: target.range,
      message,
      help: Message(fr: "l'effacer", en: "delete it"),
      fix: deletion(ofTarget: index, of: suppression, in: text)
    )
  }
}

/// What is wrong with a code that silenced nothing; `nil` if it may silence something where there is
/// a ledger.
private func reason(of target: Suppression.Target) -> Message? {
  let name = target.code.name
  guard let page = CodePage.named(name) else {
    return Message(fr: "code inconnu : `\(name)`", en: "unknown code: `\(name)`")
  }
  if page.basis.contains(.ledger) { return nil }
  return Message(
    fr: "rien à taire ici : `\(name)` n'y est pas rapporté",
    en: "nothing to silence here: `\(name)` is not reported"
  )
}

private func complaint(
  at range: SourceRange,
  _ message: Message,
  help: Message,
  fix: Fix
) -> Diagnostic {
  let page = CodePage.uselessSuppression
  return Diagnostic(page.code, page.severity, at: range, message, help: help, fix: fix)
}

/// Deletes one code of a comment, or the comment if it names no other.
private func deletion(
  ofTarget index: Int,
  of suppression: Suppression,
  in text: SourceText
) -> Fix {
  let targets = suppression.targets
  guard targets.count > 1 else { return deletion(of: suppression.comment, in: text) }
  let isLast = index == targets.count - 1
  let range = targets[index].range
  let lower = isLast ? targets[index - 1].range.upper : range.lower
  let upper = isLast ? range.upper : targets[index + 1].range.lower
  return Fix(
    .safe,
    replacing: SourceRange(file: range.file, lower: lower, upper: upper),
    with: ""
  )
}

/// Deletes a comment and the white space before it; alone on its line, the line.
private func deletion(of comment: SourceRange, in text: SourceText) -> Fix {
  var lower = comment.lower
  while lower > 0, text.bytes[lower - 1] == 0x20 || text.bytes[lower - 1] == 0x09 { lower -= 1 }
  let isAlone = lower == 0 || text.bytes[lower - 1] == 0x0A || text.bytes[lower - 1] == 0x0D
  var upper = comment.upper
  if isAlone {
    if upper < text.bytes.count, text.bytes[upper] == 0x0D { upper += 1 }
    if upper < text.bytes.count, text.bytes[upper] == 0x0A { upper += 1 }
  }
  return Fix(
    .safe,
    replacing: SourceRange(file: comment.file, lower: lower, upper: upper),
    with: ""
  )
}
