import Diagnostics

/// A form in which the findings of `relance lint` are written.
///
/// To add one, add a file that extends this type with a value, and name the value in `all`: help
/// and the reading of `--format` go by that list.
public struct LintFormat: Sendable {
  /// The name after `--format`.
  public let name: String
  /// What it is for, in one line.
  public let summary: Message
  /// Writes the findings.
  public let write: @Sendable (LintReport, TextSettings, TextOutput) -> Void

  /// The forms findings can be written in, the default first.
  public static let all: [LintFormat] = [.text, .json, .sarif, .github]

  /// The form of a name, if there is one.
  public static func named(_ name: String) -> LintFormat? { all.first { $0.name == name } }
}

/// The findings of a check with what their forms need beside them.
public struct LintReport: Sendable {
  /// The findings in reading order.
  public var findings: [Diagnostic]
  /// The files, the prelude among them or not.
  public var files: SourceFiles
  /// How many files were checked.
  public var fileCount: Int
  /// The version of the program.
  public var version: String

  /// Findings to be written.
  public init(_ findings: [Diagnostic], files: SourceFiles, fileCount: Int, version: String) {
    self.findings = findings
    self.files = files
    self.fileCount = fileCount
    self.version = version
  }

  /// How many findings weigh so much.
  func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
}

extension LintFormat {
  /// For people: each finding with its line and what to do.
  public static let text = LintFormat(
    name: "text",
    summary: Message(fr: "pour lire", en: "for reading"),
    write: { report, settings, output in
      let renderer = DiagnosticRenderer(
        files: report.files,
        language: settings.language,
        style: settings.style
      )
      for finding in report.findings { output.write("\(renderer.render(finding))\n") }
    }
  )
}
