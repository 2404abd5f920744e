import Diagnostics
import Formatting
import Semantics
import Syntax

extension CodePage {
  /// SYN009: a file that `relance fmt` would lay out otherwise.
  static let layout = CodePage(
    code: "SYN009",
    severity: .information,
    title: Message(fr: "mise en page", en: "layout"),
    reports: Message(
      fr: "un fichier que `relance fmt` écrirait autrement, une fois faites les autres corrections"
        + " sûres ; un fichier d'une seule ligne est bien comme il est, et la façon de finir les"
        + " lignes ne compte pas",
      en: "a file that `relance fmt` would write otherwise, once the other safe fixes are made; a"
        + " file of one line is right as it is, and the kind of line ends does not count"
    ),
    matters: Message(
      fr: "des étapes en colonnes se relisent d'un coup d'œil, et deux versions ne diffèrent que là"
        + " où leur sens diffère",
      en: "steps in columns are read at a glance, and two versions differ only where their meaning"
        + " does"
    ),
    example: "J+7 email\nJ+21 courrier",
    instead: "J+7   email\nJ+21  courrier",
    basis: [.syntax],
    fixes: [.safe]
  )
}

extension LintSubject {
  /// What `relance fmt` would still change in the files once the safe fixes of findings are made:
  /// what a finding tells already is not told twice.
  func layoutFindings(after findings: [Diagnostic]) -> [Diagnostic] {
    let texts = analysis.files.texts
    let (edited, _) = applyOnce(findings, upTo: .safe, to: texts)
    return analysis.trees.compactMap { tree in
      guard texts.indices.contains(tree.file) else { return nil }
      let isEdited = edited[tree.file].bytes != texts[tree.file].bytes
      let text = edited[tree.file]
      let lines = TextLines(text.bytes)
      guard lines.hasSeveral else { return nil }
      // Only what is offered as a fix must be sure to mean the same.
      guard
        let bytes = isEdited
          ? draft(parse(text, file: tree.file), of: text) : canonicalText(of: tree, text),
        let difference = lines.difference(from: TextLines(bytes), file: tree.file)
      else { return nil }
      return Diagnostic(
        CodePage.layout.code,
        .information,
        at: TextLines(texts[tree.file].bytes).range(ofLine: difference.line, file: tree.file),
        Message(
          fr: "la mise en page n'est pas celle de `relance fmt`, à partir d'ici",
          en: "the layout is not that of `relance fmt`, from here on"
        ),
        help: Message(
          fr: "`relance fmt` la rétablit, sans rien changer au sens",
          en: "`relance fmt` restores it and changes no meaning"
        ),
        // Positions are those of the text before other fixes; after them there is another pass.
        fix: isEdited ? nil : Fix(.safe, edits: [difference.edit])
      )
    }
  }
}

/// The canonical text of a file; `nil` where it has none.
private func canonicalText(of tree: SyntaxTree, _ text: SourceText) -> [UInt8]? {
  switch format(tree, of: text) {
  case .canonical(let bytes): bytes
  case .unreadable, .unfaithful: nil
  }
}

/// The lines of a text, whatever ends them, the last one too.
private struct TextLines {
  private let bytes: [UInt8]
  /// The stretches of the lines, their ends left out.
  private var stretches: [Range<Int>] = []
  /// The line end that the text uses.
  private var lineEnd = "\n"

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var offset = start
    while offset < bytes.count {
      if bytes[offset] == 0x0A || bytes[offset] == 0x0D {
        stretches.append(start..<offset)
        let isPair =
          bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
        if bytes[offset] == 0x0D { lineEnd = isPair ? "\r\n" : "\r" }
        offset += isPair ? 1 : 0
        start = offset + 1
      }
      offset += 1
    }
    if start < bytes.count { stretches.append(start..<bytes.count) }
  }

  /// Whether more than one line has something on it.
  var hasSeveral: Bool { stretches.count { !isBlank($0) } > 1 }

  /// The place of a line, or of the last one before it.
  func range(ofLine line: Int, file: Int) -> SourceRange {
    guard !stretches.isEmpty else { return SourceRange(file: file, lower: 0, upper: 0) }
    let stretch = stretches[min(line, stretches.count - 1)]
    return SourceRange(file: file, lower: stretch.lowerBound, upper: stretch.upperBound)
  }

  /// The first line that differs and the edit that makes this text the other; `nil` for equal lines.
  func difference(from other: TextLines, file: Int) -> (line: Int, edit: Fix.Edit)? {
    let shorter = min(stretches.count, other.stretches.count)
    var head = 0
    while head < shorter, line(head) == other.line(head) { head += 1 }
    guard head < max(stretches.count, other.stretches.count) else { return nil }
    var tail = 0
    while tail < shorter - head,
      line(stretches.count - 1 - tail) == other.line(other.stretches.count - 1 - tail)
    { tail += 1 }
    let end = stretches.count - tail
    var replacement = ""
    for index in head..<(other.stretches.count - tail) {
      replacement += String(decoding: other.line(index), as: UTF8.self) + lineEnd
    }
    let lower = head < stretches.count ? stretches[head].lowerBound : bytes.count
    let upper = end < stretches.count ? stretches[end].lowerBound : bytes.count
    let range = SourceRange(file: file, lower: lower, upper: max(lower, upper))
    return (head, Fix.Edit(range, with: replacement))
  }

  private func line(_ index: Int) -> ArraySlice<UInt8> { bytes[stretches[index]] }

  private func isBlank(_ stretch: Range<Int>) -> Bool {
    bytes[stretch].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
