import Diagnostics
import Foundation
import Planning
import Semantics
import TestSupport
import Testing

@testable import Reporting

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Two examples, of which the first fails on two of its days.
private let source = """
  scénario « Standard & Cie »
    J+7   email doux
    J+21  courrier ferme à comptabilité
    J+45  mise en demeure recommandée
    si risque = élevé alors manuel
    si solde < 100 € alors exclure sinon notifier direction

  exemple « un client <risqué> »
    scénario « Standard & Cie »
    client segment PME
    facture échéance 12/01/2026, montant 1 200 €
    paiement le 01/02/2026 : 200 €
    le 19/01/2026 : manuel email doux
    le 02/02/2026 : courrier ferme, appel
    le 03/02/2026 : rien

  exemple « tout va bien »
    client segment PME
    facture échéance 12/01/2026, montant 1 200 €
    le 19/01/2026 : email

  """

private func report(_ source: String, _ coverage: TestReport.Coverage) throws -> TestReport {
  let analysis = analyze([SourceText(name: "essais/standard.relance", bytes: Array(source.utf8))])
  try #require(analysis.diagnostics.isEmpty, "\(analysis.diagnostics.map { $0.message.fr })")
  return TestReport(runExamples(of: analysis), files: analysis.files, coverage: coverage)
}

private func write(
  _ format: TestFormat,
  _ report: TestReport,
  _ settings: TextSettings = TextSettings()
) -> String {
  TextOutput.text { output in format.write(report, settings, output) }
}

@Suite("The outcome of examples")
struct TestFormatTests {
  @Test("is written as expected in each form, in French and English")
  func goldens() throws {
    let report = try report(source, .listed)
    for (language, name) in [(MessageLanguage.french, "fr"), (.english, "en")] {
      for format in TestFormat.all {
        try Golden.expect(
          write(format, report, TextSettings(language: language, width: 90)),
          matches: "Tests/ReportingTests/Samples/examples-\(format.name).\(name).txt"
        )
      }
    }
  }

  @Test("no line of the text is wider than the page")
  func width() throws {
    let report = try report(source, .listed)
    for width in [60, 80, 120] {
      let text = write(.text, report, TextSettings(width: width))
      for line in text.split(separator: "\n") { #expect(cellWidth(line) <= width, "\(line)") }
    }
  }

  @Test("the JSON document is well-formed")
  func json() throws {
    let text = write(.json, try report(source, .listed))
    let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let counts = try #require(document?["counts"] as? [String: Int])
    #expect(counts == ["passed": 1, "failed": 1])
  }

  @Test(
    "the JUnit document is well-formed XML whatever names hold",
    arguments: ["un client <risqué>", "a\"b'c & d", "\u{1}\u{1B}[31m", "]]>", "deux  espaces"]
  )
  func junit(_ name: String) throws {
    let renamed = source.replacing("un client <risqué>", with: name)
    let text = write(.junit, try report(renamed, .hidden))
    let reader = JUnitReader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))\n\(text)")
    #expect(reader.elements == ["testsuites", "testsuite", "testcase", "failure", "testcase"])
    #expect(reader.failures == ["1", "1"])
    #expect(reader.names.first == "relance test" && reader.names.last == "tout va bien")
  }

  @Test("without examples every form is still whole")
  func empty() throws {
    let report = try report("J+7 email\n", .hidden)
    #expect(write(.text, report) == "0 exemple : 0 réussi\n")
    let parser = XMLParser(data: Data(write(.junit, report).utf8))
    #expect(parser.parse())
  }
}

/// Notes the elements of a JUnit document.
private final class JUnitReader: NSObject, XMLParserDelegate {
  var elements: [String] = []
  var names: [String] = []
  var failures: [String] = []

  func parser(
    _ parser: XMLParser,
    didStartElement element: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.append(element)
    if let name = attributes["name"] { names.append(name) }
    if let count = attributes["failures"] { failures.append(count) }
  }
}
