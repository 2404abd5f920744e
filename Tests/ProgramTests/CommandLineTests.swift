import Foundation
import TestSupport
import Testing

@Suite("The command line: exit status, streams and conventions scripts rely on")
struct CommandLineTests {
  /// Arguments, exit status, and words that standard error must contain.
  static let usageMistakes: [([String], String)] = [
    (["plna"], "relance plan"),
    (["plan", "Scenarios/01-premiere-ligne"], "--db"),
    (["plan", "--db", "x.sqlite"], "fichier de scénarios"),
    (["plan", "--dat", "2026-02-02"], "--date"),
    (["plan", "--date"], "attend une valeur"),
    (["plan", "--date", "2026-02-30", "--db", "x", "Scenarios/demo"], "2026-02-30"),
    (["plan", "--date", "31/02/2026", "--db", "x", "Scenarios/demo"], "31/02/2026"),
    (["plan", "--date=2026-02-02", "--date=2026-02-03"], "deux fois"),
    (["plan", "--statuses=oui"], "ne prend pas de valeur"),
    (["plan", "--format", "xml", "--db", "x", "Scenarios/demo"], "table, csv, json, html"),
    (["plan", "-x"], "deux tirets"),
    (["explain", "--db", "x", "Scenarios/demo"], "puis une facture"),
    (["lint"], "fichier de scénarios"),
    (["version", "encore"], "encore"),
    (["help", "plna"], "relance plan"),
    (["lint", "--lang", "de", "Scenarios/demo"], "--lang fr"),
  ]

  @Test("wrong usage ends with 2 and says what to write", arguments: usageMistakes)
  func usage(_ arguments: [String], words: String) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test("options and operands stand in any order, `--` ends the options")
  func order() throws {
    let before = try Program.run(["lint", "--strict", "Scenarios/02-premier-scenario-prudent"])
    let after = try Program.run(["lint", "Scenarios/02-premier-scenario-prudent", "--strict"])
    let ended = try Program.run(["lint", "--strict", "--", "Scenarios/02-premier-scenario-prudent"])
    #expect(before.status == 0, "\(before.output)")
    #expect(after.status == 0)
    #expect(ended.status == 0)
  }

  @Test("a file that is not there ends with 1, a ledger that is not there with 3")
  func missingFiles() throws {
    let file = try Program.run(["lint", "absent.relance"])
    #expect(file.status == 1)
    #expect(file.errors.contains("absent.relance"))
    let ledger = try Program.run(["plan", "Scenarios/demo", "--db", "absente.sqlite"])
    #expect(ledger.status == 3)
    #expect(ledger.errors.contains("absente.sqlite"))
  }

  @Test("an error in a scenario ends lint and plan with 1, in its place")
  func scenarioError() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("J+7 email\nsi retrad > 30 jours alors manuel\n", to: "a.relance")
    let lint = try Program.run(["lint", path])
    #expect(lint.status == 1)
    #expect(lint.output.contains("\(path):2:4"))
    #expect(lint.output.contains("TYP101"))
    #expect(lint.output.contains("retard"))
    let plan = try Program.run(["plan", path, "--db", folder.path("x.sqlite")])
    #expect(plan.status == 1)
    #expect(plan.errors.contains("\(path):2:4"))
  }

  @Test("the one-liner from standard input is a valid scenario")
  func standardInput() throws {
    let line =
      "J+7 email doux; J+21 courrier ferme; J+45 mise en demeure recommandée; si risque=élevé alors manuel"
    let outcome = try Program.run(["lint", "-"], input: Data(line.utf8))
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test("help, version, prelude and fields print on standard output")
  func information() throws {
    #expect(try Program.run(["version"]).output.hasPrefix("relance "))
    #expect(try Program.run(["--version"]).output.hasPrefix("relance "))
    #expect(try Program.run([]).output.contains("relance help"))
    #expect(try Program.run(["prelude"]).output.contains("si litige alors suspendre"))
    #expect(try Program.run(["fields"]).output.contains("retard moyen"))
  }

  @Test("messages are French by default, English with --lang en or an English locale")
  func language() throws {
    let french = try Program.run(["lint", "absent.relance"])
    let option = try Program.run(["lint", "--lang", "en", "absent.relance"])
    let locale = try Program.run(["lint", "absent.relance"], environment: ["LANG": "en_GB.UTF-8"])
    #expect(french.errors.contains("introuvable"))
    #expect(option.errors.contains("no such file"))
    #expect(locale.errors.contains("no such file"))
  }

  @Test(
    "a full disk is told, with 3",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"))
  )
  func fullDisk() throws {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", "'\(Program.url.path)' prelude > /dev/full 2> /dev/null"]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 3)
  }
}
