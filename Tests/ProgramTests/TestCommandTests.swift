import Foundation
import TestSupport
import Testing

@Suite("relance test: the examples of scenario files")
struct TestCommandTests {
  /// Every folder of the gallery, with or without a ledger.
  static let folders = Set(
    Repository.files(below: "Scenarios", suffix: ".relance").compactMap { path in
      path.lastIndex(of: "/").map { String(path[..<$0]) }
    }
  ).sorted()

  @Test(
    "every example of the gallery goes as it says, and each folder has some",
    arguments: folders
  )
  func gallery(_ folder: String) throws {
    let outcome = try Program.run(["test", folder])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("✓ "))
    #expect(!outcome.output.contains("✗ "))
  }

  static let failing = """
    J+7 email doux
    exemple « doux »
    facture échéance 12/01/2026, montant 100 €
    le 19/01/2026 : ferme
    """

  @Test("an example that fails ends with 1, in every form", arguments: ["text", "json", "junit"])
  func failure(_ format: String) throws {
    let outcome = try Program.run(
      ["test", "-", "--format", format],
      input: Data(TestCommandTests.failing.utf8)
    )
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("automatique email relance doux"))
    #expect(outcome.errors.isEmpty)
  }

  @Test("files without an example say so and end with 0")
  func noExample() throws {
    let outcome = try Program.run(["test", "-"], input: Data("J+7 email".utf8))
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("aucun exemple"))
  }

  @Test("--coverage lists what no example exercises, with its place")
  func coverage() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "J+7 email\nJ+21 courrier\nexemple A\nfacture échéance 12/01/2026, montant 1 €\n"
        + "le 19/01/2026 : email\n",
      to: "a.relance"
    )
    let outcome = try Program.run(["test", path, "--coverage"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("étape jamais envoyée : J+21 relance courrier"))
    #expect(outcome.output.contains("a.relance:2"))
    #expect(!outcome.output.contains("a.relance:1"))
  }

  @Test("a mistake in an example is told in its place and nothing is played")
  func mistake() throws {
    let source = TestCommandTests.failing.replacing("montant 100 €", with: "solde 100 €")
    let outcome = try Program.run(["test", "-"], input: Data(source.utf8))
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("entrée:3:"))
    #expect(outcome.output.isEmpty)
  }

  @Test("an unknown form is wrong usage")
  func usage() throws {
    let outcome = try Program.run(["test", "-", "--format", "xml"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("text, json, junit"))
  }
}
