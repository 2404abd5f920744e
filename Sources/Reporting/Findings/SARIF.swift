import Diagnostics
import Linting

extension LintFormat {
  /// SARIF 2.1.0 (OASIS), which code hosts and editors read.
  static let sarif = LintFormat(
    name: "sarif",
    summary: Message(fr: "SARIF 2.1.0", en: "SARIF 2.1.0"),
    write: { report, settings, output in
      SARIFWriter(report: report, language: settings.language).log.write(to: output)
    }
  )
}

private struct SARIFWriter {
  let report: LintReport
  let language: MessageLanguage

  /// The whole document.
  var log: JSONValue {
    .object(
      [
        "$schema": .string("https://json.schemastore.org/sarif-2.1.0.json"),
        "version": .string("2.1.0"),
        "runs": .array([run], .linePerItem),
      ],
      .linePerItem
    )
  }

  private var run: JSONValue {
    var seen: [String: Int] = [:]
    let results = report.findings.map { finding -> JSONValue in
      let line = lineContent(finding.range)
      let key = "\(finding.code.name) \(line)"
      let occurrence = seen[key, default: 0]
      seen[key] = occurrence + 1
      return result(finding, fingerprint: fingerprint("\(key) \(occurrence)"))
    }
    return .object(
      [
        "tool": .object(["driver": driver], .linePerItem),
        "columnKind": .string("utf16CodeUnits"),
        "results": .array(results, .linePerItem),
      ],
      .linePerItem
    )
  }

  // MARK: Rules

  private var driver: JSONValue {
    .object(
      [
        "name": .string("relance"),
        "version": .string(report.version),
        "semanticVersion": .string(report.version),
        "language": .string(language == .french ? "fr" : "en"),
        "rules": .array(CodePage.all.map(rule), .linePerItem),
      ],
      .linePerItem
    )
  }

  private func rule(_ page: CodePage) -> JSONValue {
    .object(
      [
        "id": .string(page.code.name),
        "shortDescription": message(page.title),
        "fullDescription": message(page.reports),
        "help": message(page.matters),
        "defaultConfiguration": .object(["level": .string(level(page.severity))], .oneLine),
      ],
      .oneLine
    )
  }

  // MARK: Results

  private func result(_ finding: Diagnostic, fingerprint: String) -> JSONValue {
    var object: JSONObject = ["ruleId": .string(finding.code.name)]
    if let index = CodePage.all.firstIndex(where: { $0.code == finding.code }) {
      object.append("ruleIndex", JSONValue(index))
    }
    object.append("level", .string(level(finding.severity)))
    var text = finding.message.text(in: language)
    if let help = finding.help { text += "\n\(help.text(in: language))" }
    object.append("message", .object(["text": .string(text)], .oneLine))
    object.append(
      "locations",
      .array([.object(location(finding.range), .oneLine)], .oneLine)
    )
    if !finding.notes.isEmpty {
      let related = finding.notes.enumerated().map { index, note in
        JSONValue.object(
          ["id": JSONValue(index + 1)] + location(note.range) + ["message": message(note.message)],
          .oneLine
        )
      }
      object.append("relatedLocations", .array(related, .oneLine))
    }
    object.append(
      "partialFingerprints",
      .object(["lineContent/v1": .string(fingerprint)], .oneLine)
    )
    if let fix = finding.fix, !fix.edits.isEmpty {
      object.append("fixes", .array([self.fix(fix, of: finding)], .oneLine))
    }
    return .object(object, .oneLine)
  }

  private func fix(_ fix: Fix, of finding: Diagnostic) -> JSONValue {
    var changes: [(file: Int, replacements: [JSONValue])] = []
    for edit in fix.edits {
      let replacement = JSONValue.object(
        [
          "deletedRegion": region(edit.range),
          "insertedContent": .object(["text": .string(edit.replacement)], .oneLine),
        ],
        .oneLine
      )
      if let index = changes.firstIndex(where: { $0.file == edit.range.file }) {
        changes[index].replacements.append(replacement)
      } else {
        changes.append((edit.range.file, [replacement]))
      }
    }
    let artifacts = changes.map { change in
      JSONValue.object(
        [
          "artifactLocation": artifact(change.file),
          "replacements": .array(change.replacements, .oneLine),
        ],
        .oneLine
      )
    }
    return .object(
      [
        "description": message(finding.help ?? finding.message),
        "artifactChanges": .array(artifacts, .oneLine),
        "properties": .object(["safety": .string(fix.safety.word)], .oneLine),
      ],
      .oneLine
    )
  }

  // MARK: Places

  private func location(_ range: SourceRange) -> JSONObject {
    [
      "physicalLocation": .object(
        ["artifactLocation": artifact(range.file), "region": region(range)],
        .oneLine
      )
    ]
  }

  private func artifact(_ file: Int) -> JSONValue {
    let name = report.files.texts.indices.contains(file) ? report.files.texts[file].name : ""
    return .object(["uri": .string(uri(name))], .oneLine)
  }

  private func region(_ range: SourceRange) -> JSONValue {
    guard let text = report.files.text(of: range) else {
      return .object(["startLine": .integer(1)], .oneLine)
    }
    let start = text.lines.utf16Position(of: range.lower, in: text.bytes)
    let end = text.lines.utf16Position(of: range.upper, in: text.bytes)
    return .object(
      [
        "startLine": JSONValue(start.line),
        "startColumn": JSONValue(start.column),
        "endLine": JSONValue(end.line),
        "endColumn": JSONValue(end.column),
        "byteOffset": JSONValue(range.lower),
        "byteLength": JSONValue(range.upper - range.lower),
      ],
      .oneLine
    )
  }

  private func lineContent(_ range: SourceRange) -> String {
    guard let text = report.files.text(of: range) else { return "" }
    let line = text.lines.line(of: range.lower)
    let content = text.lines.content(ofLine: line, in: text.bytes)
    return "\(text.name) \(String(decoding: text.bytes[content], as: UTF8.self).folded.text)"
  }

  // MARK: Words

  private func message(_ message: Message) -> JSONValue {
    .object(["text": .string(message.text(in: language))], .oneLine)
  }

  private func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .information: "note"
    }
  }
}

/// A path as a URI reference (RFC 3986): relative paths stay relative.
private func uri(_ path: String) -> String {
  var text = path.hasPrefix("/") ? "file://" : ""
  for byte in path.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
      text.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      text += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
    }
  }
  return text
}

/// A name for a text that stays the same from run to run (FNV-1a, 64 bits).
private func fingerprint(_ text: String) -> String {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in text.utf8 {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.utf8.count) + digits
}
