import Diagnostics

extension LintFormat {
  /// Workflow commands, by which GitHub shows findings beside the lines of a change.
  static let github = LintFormat(
    name: "github",
    summary: Message(fr: "annotations de GitHub Actions", en: "annotations of GitHub Actions"),
    write: { report, settings, output in
      for finding in report.findings {
        output.write(command(finding, report.files, settings.language))
      }
    }
  )
}

private func command(
  _ diagnostic: Diagnostic,
  _ files: SourceFiles,
  _ language: MessageLanguage
) -> String {
  var properties: [(String, String)] = []
  if let text = files.text(of: diagnostic.range) {
    let start = text.lines.position(of: diagnostic.range.lower, in: text.bytes)
    let end = text.lines.position(of: diagnostic.range.upper, in: text.bytes)
    properties = [("file", text.name), ("line", "\(start.line)"), ("endLine", "\(end.line)")]
    // Columns are understood only where the stretch ends on its line.
    if start.line == end.line {
      properties += [("col", "\(start.column)"), ("endColumn", "\(end.column)")]
    }
  }
  properties.append(("title", diagnostic.code.name))
  let list = properties.map { "\($0.0)=\(escaped($0.1, .property))" }.joined(separator: ",")
  var message = diagnostic.message.text(in: language)
  if let help = diagnostic.help { message += "\n\(help.text(in: language))" }
  return "::\(word(diagnostic.severity)) \(list)::\(escaped(message, .data))\n"
}

private enum WorkflowPart {
  case property
  case data
}

/// A text in which nothing ends the command or a property of it.
private func escaped(_ text: String, _ part: WorkflowPart) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch (scalar, part) {
    case ("%", _): result += "%25"
    case ("\r", _): result += "%0D"
    case ("\n", _): result += "%0A"
    case (":", .property): result += "%3A"
    case (",", .property): result += "%2C"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private func word(_ severity: Severity) -> String {
  switch severity {
  case .error: "error"
  case .warning: "warning"
  case .information: "notice"
  }
}
