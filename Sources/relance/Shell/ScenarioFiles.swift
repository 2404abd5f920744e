import Diagnostics
import FoundationEssentials
import Semantics
import Syntax

extension Invocation {
  /// The scenario files among the operands, read in order; a folder stands for its `*.relance`
  /// files by name, `-` for standard input.
  func scenarioTexts(_ operands: some Sequence<String>) throws(Failure) -> [SourceText] {
    var texts: [SourceText] = []
    for operand in operands {
      if operand == "-" {
        texts.append(SourceText(name: standardInputName, bytes: try readStandardInput()))
      } else {
        for path in try scenarioPaths(operand) {
          texts.append(SourceText(name: path, bytes: try read(path)))
        }
      }
    }
    guard texts.isEmpty else { return texts }
    throw .usage(
      Message(
        fr: "`relance \(command.name)` attend un fichier de scénarios",
        en: "`relance \(command.name)` needs a scenario file"
      ),
      help: Message(
        fr: "par exemple `relance \(command.name) mes-relances.relance`, ou un dossier",
        en: "for example `relance \(command.name) my-reminders.relance`, or a folder"
      )
    )
  }

  /// What the scenario files mean; their findings are told, and an error among them ends the run.
  func scenarios(_ operands: some Sequence<String>) throws(Failure) -> Analysis {
    let analysis = analyze(try scenarioTexts(operands))
    let errors = analysis.diagnostics.filter { $0.severity == .error }
    if errors.isEmpty { return analysis }
    let renderer = DiagnosticRenderer(
      files: analysis.files,
      language: console.language,
      style: console.errorStyle
    )
    for error in errors { console.complain(text: renderer.render(error)) }
    throw .files
  }

  private func scenarioPaths(_ operand: String) throws(Failure) -> [String] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: operand, isDirectory: &isFolder) else {
      throw .unreadable(
        Message(
          fr: "fichier introuvable : \(printable(operand))",
          en: "no such file: \(printable(operand))"
        )
      )
    }
    guard isFolder else { return [operand] }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: operand) else {
      throw .unreadable(
        Message(
          fr: "dossier illisible : \(printable(operand))",
          en: "folder cannot be read: \(printable(operand))"
        )
      )
    }
    let paths = names.filter { $0.hasSuffix(".relance") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { operand.hasSuffix("/") ? operand + $0 : "\(operand)/\($0)" }
    if !paths.isEmpty { return paths }
    throw .unreadable(
      Message(
        fr: "aucun fichier .relance dans le dossier \(printable(operand))",
        en: "no .relance file in the folder \(printable(operand))"
      )
    )
  }

  private func read(_ path: String) throws(Failure) -> [UInt8] {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let size = (attributes?[.size] as? any BinaryInteger).map { Int(clamping: $0) }
    if let size, size > Limits.fileSize { throw .tooLarge(path) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(
        Message(
          fr: "fichier illisible : \(printable(path)) (droits d'accès ?)",
          en: "file cannot be read: \(printable(path)) (permissions?)"
        )
      )
    }
    return Array(data)
  }
}

extension Failure {
  /// A scenario file over the limit of the language.
  static func tooLarge(_ path: String) -> Failure {
    let limit = Limits.fileSize / (1024 * 1024)
    return .unreadable(
      Message(
        fr: "\(printable(path)) : un fichier de scénarios ne dépasse pas \(limit) Mo",
        en: "\(printable(path)): a scenario file has at most \(limit) MB"
      )
    )
  }
}
