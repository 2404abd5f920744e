import Diagnostics

extension LintFormat {
  /// For programs: keys that stay.
  static let json = LintFormat(
    name: "json",
    summary: Message(fr: "pour d'autres programmes", en: "for other programs"),
    write: { report, settings, output in
      JSONValue.object(
        [
          "files": JSONValue(report.fileCount),
          "counts": .object(
            [
              "error": JSONValue(report.count(.error)),
              "warning": JSONValue(report.count(.warning)),
              "information": JSONValue(report.count(.information)),
            ],
            .oneLine
          ),
          "findings": .rows(report.findings) { finding($0, report.files, settings.language) },
        ],
        .linePerItem
      ).write(to: output)
    }
  )
}

private func finding(
  _ diagnostic: Diagnostic,
  _ files: SourceFiles,
  _ language: MessageLanguage
) -> JSONValue {
  let head: JSONObject = [
    "code": .string(diagnostic.code.name),
    "severity": .string(name(of: diagnostic.severity)),
  ]
  let tail: JSONObject = [
    "message": .string(diagnostic.message.text(in: language)),
    "label": JSONValue(diagnostic.label?.text(in: language)),
    "help": JSONValue(diagnostic.help?.text(in: language)),
    "notes": .array(
      diagnostic.notes.map { note in
        .object(
          place(of: note.range, files) + ["message": .string(note.message.text(in: language))],
          .oneLine
        )
      },
      .oneLine
    ),
    "fix": diagnostic.fix.map { fix($0, files) } ?? .null,
  ]
  return .object(head + place(of: diagnostic.range, files) + tail, .oneLine)
}

/// Where a stretch stands: lines and columns from 1, as a person counts them, and byte offsets.
private func place(of range: SourceRange, _ files: SourceFiles) -> JSONObject {
  guard let text = files.text(of: range) else { return [:] }
  let start = text.lines.position(of: range.lower, in: text.bytes)
  let end = text.lines.position(of: range.upper, in: text.bytes)
  return [
    "file": .string(text.name),
    "line": JSONValue(start.line),
    "column": JSONValue(start.column),
    "end_line": JSONValue(end.line),
    "end_column": JSONValue(end.column),
    "offset": JSONValue(range.lower),
    "end_offset": JSONValue(range.upper),
  ]
}

private func fix(_ fix: Fix, _ files: SourceFiles) -> JSONValue {
  let edits = fix.edits.map { edit -> JSONValue in
    .object(
      place(of: edit.range, files) + ["replacement": .string(edit.replacement)],
      .oneLine
    )
  }
  return .object(
    ["safety": .string(fix.safety.word), "edits": .array(edits, .oneLine)],
    .oneLine
  )
}

private func name(of severity: Severity) -> String {
  switch severity {
  case .error: "error"
  case .warning: "warning"
  case .information: "information"
  }
}

extension FixSafety {
  /// The word of outputs.
  var word: String {
    switch self {
    case .safe: "safe"
    case .proposed: "proposed"
    }
  }
}
