import Foundation
import TestSupport
import Testing

@Suite("relance fmt: files rewritten whole or not at all")
struct FormatCommandTests {
  static let typed = "j+7 courriel # un\nPRIORITE 10"
  static let canonical = "J+7  email  # un\npriorité 10\n"

  private func content(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test("a file is rewritten in place and keeps its permissions; nothing is left beside it")
  func inPlace() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.typed, to: "a.relance")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let outcome = try Program.run(["fmt", path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("1 fichier remis en forme"))
    #expect(try content(path) == Self.canonical)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.relance"])
  }

  @Test("a file in its canonical form is not touched")
  func untouched() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.canonical, to: "a.relance")
    let long = Date(timeIntervalSince1970: 1_000_000_000)
    try FileManager.default.setAttributes([.modificationDate: long], ofItemAtPath: path)
    let outcome = try Program.run(["fmt", path])
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("1 fichier déjà en forme"))
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.modificationDate] as? Date == long)
  }

  @Test("a symbolic link stays one, and its file is rewritten")
  func link() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.typed, to: "a.relance")
    let link = folder.path("lien.relance")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "a.relance")
    #expect(try Program.run(["fmt", link]).status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "a.relance")
    #expect(try content(path) == Self.canonical)
  }

  @Test("--check names the files to be formatted, ends with 1 and writes nothing")
  func check() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.typed, to: "a.relance")
    _ = try folder.write(Self.canonical, to: "b.relance")
    let outcome = try Program.run(["fmt", "--check", folder.url.path])
    #expect(outcome.status == 1)
    #expect(outcome.output == "\(path)\n")
    #expect(try content(path) == Self.typed)
    #expect(try Program.run(["fmt", folder.url.path]).status == 0)
    let after = try Program.run(["fmt", "--check", folder.url.path])
    #expect(after.status == 0)
    #expect(after.output.isEmpty)
  }

  @Test("--diff shows what would change and writes nothing; with --check it ends with 1")
  func difference() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.typed, to: "a.relance")
    let outcome = try Program.run(["fmt", "--diff", path])
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        --- \(path)
        +++ \(path)
        @@ -1,2 +1,2 @@
        -j+7 courriel # un
        -PRIORITE 10
        \\ No newline at end of file
        +J+7  email  # un
        +priorité 10

        """
    )
    #expect(try content(path) == Self.typed)
    let checked = try Program.run(["fmt", "--diff", "--check", path])
    #expect(checked.status == 1)
    #expect(checked.output == outcome.output)
  }

  @Test("standard input goes to standard output; with an error nothing does")
  func standardInput() throws {
    let outcome = try Program.run(["fmt", "-"], input: Data(Self.typed.utf8))
    #expect(outcome.status == 0)
    #expect(outcome.output == Self.canonical)
    #expect(outcome.errors.isEmpty)
    let wrong = try Program.run(["fmt", "-"], input: Data("J+7 couriel".utf8))
    #expect(wrong.status == 1)
    #expect(wrong.output.isEmpty)
    #expect(wrong.errors.contains("entrée:1:5"))
  }

  @Test("a file with an error stays as it is; the others are formatted all the same")
  func errors() throws {
    let folder = try TemporaryFolder()
    let wrong = try folder.write("j+7 couriel", to: "a.relance")
    let right = try folder.write(Self.typed, to: "b.relance")
    let outcome = try Program.run(["fmt", "--lang", "en", folder.url.path])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("\(wrong):1:5"))
    #expect(outcome.errors.contains("1 file formatted"))
    #expect(try content(wrong) == "j+7 couriel")
    #expect(try content(right) == Self.canonical)
  }

  @Test(
    "where the disk is full the old file stays, nothing is left beside it, and 3 is told",
    .enabled(if: Program.canWriteNoFile)
  )
  func fullDisk() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.typed, to: "a.relance")
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    // A process that may write no byte, and is told so instead of being ended.
    let limits = "trap '' XFSZ; ulimit -f 0"
    shell.arguments = [
      "-c", "\(limits); exec '\(Program.url.path)' fmt '\(path)' > /dev/null 2>&1",
    ]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 3)
    #expect(try content(path) == Self.typed)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.relance"])
  }

  @Test(
    "in a folder that may not be written the old file stays, and 3 is told",
    .enabled(if: getuid() != 0)
  )
  func readOnlyFolder() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.typed, to: "a.relance")
    let permissions = { (mode: Int) in
      try FileManager.default.setAttributes(
        [.posixPermissions: mode],
        ofItemAtPath: folder.url.path
      )
    }
    try permissions(0o555)
    defer { try? permissions(0o755) }
    let outcome = try Program.run(["fmt", path])
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("laissé tel quel"))
    #expect(try content(path) == Self.typed)
  }
}
