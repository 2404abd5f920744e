import Foundation
import TestSupport
import Testing

/// The company that is owed, as the tests' scenario files say it.
private let creditor = """
  soit créancier = « Ateliers Brunel SAS »
  soit adresse du créancier = « 14, rue des Forges, 69007 Lyon »
  soit email du créancier = « compta@ateliers-brunel.example »
  soit signataire = « Claire Brunel »

  """

/// A ledger and a scenario file in a folder, and what `relance outbox` makes of them.
private struct OutboxCase {
  let folder: TemporaryFolder
  let ledger: String
  let scenario: String
  var out: String { folder.path("sortie") }

  /// The demo ledger with its scenarios.
  static func demo() throws -> OutboxCase {
    let folder = try TemporaryFolder()
    let ledger = try GalleryFolder(path: "Scenarios/demo").makeLedger(in: folder)
    let text = try Repository.text("Scenarios/demo/relances.relance")
    let file = try folder.write(creditor + text, to: "demo.relance")
    return OutboxCase(folder: folder, ledger: ledger, scenario: file)
  }

  /// A ledger of CSV texts, with a scenario.
  static func made(
    _ scenario: String,
    customers: String,
    invoices: String,
    contacts: String? = nil
  ) throws -> OutboxCase {
    let folder = try TemporaryFolder()
    var arguments = ["import", "--db", folder.path("l.sqlite")]
    arguments += ["--customers", try folder.write(customers, to: "c.csv")]
    arguments += ["--invoices", try folder.write(invoices, to: "i.csv")]
    if let contacts { arguments += ["--contacts", try folder.write(contacts, to: "k.csv")] }
    let outcome = try Program.run(arguments)
    try #require(outcome.status == 0, "\(outcome.errors)")
    let file = try folder.write(creditor + scenario, to: "s.relance")
    return OutboxCase(folder: folder, ledger: folder.path("l.sqlite"), scenario: file)
  }

  func arguments(_ more: [String] = [], out: String? = nil) -> [String] {
    ["outbox", scenario, "--db", ledger, "--date", "2026-02-02", "--out", out ?? self.out] + more
  }

  func run(_ more: [String] = [], out: String? = nil) throws -> Program.Outcome {
    try Program.run(arguments(more, out: out))
  }

  func files(_ out: String? = nil) -> [String: Data] {
    let base = out ?? self.out
    guard let walk = FileManager.default.enumerator(atPath: base) else { return [:] }
    var files: [String: Data] = [:]
    for case let path as String in walk {
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(
        atPath: "\(base)/\(path)",
        isDirectory: &isFolder
      )
      if isThere, !isFolder.boolValue {
        files[path] = FileManager.default.contents(atPath: "\(base)/\(path)")
      }
    }
    return files
  }

  /// The states in the manifest's `sending`, by count.
  func states() throws -> [String: Int] {
    let data = try Data(contentsOf: URL(filePath: "\(out)/manifest.json"))
    let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    var states: [String: Int] = [:]
    for message in try #require(document["messages"] as? [[String: Any]]) {
      guard let sending = message["sending"] as? [String: Any] else { continue }
      states[sending["state"] as? String ?? "?", default: 0] += 1
    }
    return states
  }

  /// A program that keeps what it is given, one file a call, and ends as told.
  func fakeSendmail(_ ending: String = "exit 0") throws -> String {
    let script = try folder.write(
      """
      #!/bin/sh
      cat > "$(mktemp '\(folder.path("courrier"))-XXXXXXXX')"
      echo accepté
      \(ending)

      """,
      to: "sendmail.sh"
    )
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    return script
  }

  /// The Message-IDs that the program was given, in no order, doubles among them.
  func delivered() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
      .filter { $0.hasPrefix("courrier-") }
      .compactMap { name in
        try String(contentsOfFile: folder.path(name), encoding: .utf8)
          .split(whereSeparator: \.isNewline).first { $0.hasPrefix("Message-ID") }.map(String.init)
      }
  }
}

@Suite("relance outbox: the messages of a day in a folder")
struct OutboxTests {
  @Test("the demo's messages are there, and a second run finds them as they are")
  func demo() throws {
    let demo = try OutboxCase.demo()
    let first = try demo.run()
    #expect(first.status == 0, "\(first.errors)")
    let files = demo.files()
    for name in [
      "index.html", "manifest.json", "sms.csv", "appels.csv", "taches.csv", "agenda.ics",
    ] {
      #expect(files[name] != nil, "\(name)")
    }
    #expect(files.keys.count { $0.hasPrefix("emails/") && $0.hasSuffix(".eml") } == 7)
    #expect(files.keys.contains { $0.hasPrefix("courriers/tous.html") })
    #expect(files.keys.contains { $0.hasPrefix("recommandes/recommandes.csv") })
    #expect(files.keys.contains { $0.hasPrefix("a-valider/emails/") })
    let second = try demo.run()
    #expect(second.status == 0 && second.output.contains("rien à refaire"))
    let elsewhere = try demo.run(out: demo.folder.path("autre/"))
    #expect(elsewhere.status == 0)
    #expect(demo.files() == demo.files(demo.folder.path("autre")))
    #expect(demo.files() == files)
  }

  @Test("a folder that holds something else is left alone")
  func otherContent() throws {
    let demo = try OutboxCase.demo()
    #expect(try demo.run().status == 0)
    let before = demo.files()
    var arguments = demo.arguments()
    arguments[5] = "2026-02-03"
    let otherDay = try Program.run(arguments)
    #expect(otherDay.status == 3 && otherDay.errors.contains("d'autres messages"))
    #expect(demo.files() == before)
    let strange = demo.folder.path("plein")
    try FileManager.default.createDirectory(atPath: strange, withIntermediateDirectories: true)
    _ = try demo.folder.write("x", to: "plein/x")
    #expect(try demo.run(out: strange).status == 3)
    #expect(try demo.run(out: demo.scenario).status == 3)
    #expect(try demo.run(out: demo.folder.path("pas/ici")).status == 3)
    #expect(demo.files(strange).count == 1)
  }

  @Test("texts of the ledger stay texts, in names of files, headers and tables")
  func hostileTexts() throws {
    let hostile = try OutboxCase.made(
      """
      modèle « M »
        objet « Pour {nom} 🙂 : {facture} »
      ---
      Cher {nom},
      . {facture} : {solde}
      ---
      scénario « S »
      regrouper par facture
      J+1 email + appel copie direction modèle « M »
      """,
      customers: """
        id,name,email,phone
        ../../C1,"=cmd()|' /C ""calc""!A0
        Bcc: voleur@x.example",a@b.example,+33 6
        C2,\(String(repeating: "Éléonore ", count: 60)),"x@y.example; z@y.example",06
        C3,Tom,"pas une adresse",06
        C4,"Doe, ""Jo"" <j@x.example>",jo@x.example,06

        """,
      invoices: """
        id,customer_id,due_on,amount_minor
        F/../1,../../C1,2026-02-01,10000
        F2,C2,2026-02-01,10000
        F3,C3,2026-02-01,10000
        F4,C4,2026-02-01,10000

        """,
      contacts: "customer_id,role,name,email\nC2,direction,Zoé \u{1F600} d'Ô,zoe@y.example\n"
    )
    let outcome = try hostile.run()
    #expect(outcome.status == 0, "\(outcome.errors)")
    let files = hostile.files()
    for path in files.keys {
      let isSafe = path.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
          || byte == 0x2F
      }
      #expect(isSafe && path.utf8.count < 100, "\(path)")
    }
    #expect(files.keys.count { $0.hasPrefix("emails/") } == 3)
    #expect(files.keys.count { $0.hasPrefix("a-valider/emails/") } == 1)
    let calls = String(decoding: try #require(files["appels.csv"]), as: UTF8.self)
    #expect(calls.hasPrefix("\u{FEFF}"))
    #expect(calls.contains("'+33 6"))
    #expect(calls.contains("'=cmd()"))
    let page = String(decoding: try #require(files["index.html"]), as: UTF8.self)
    #expect(!page.contains("<j@x"))
    try checkWithPython(hostile)
  }

  @Test("every e-mail of the demo says in Python what it says here")
  func pythonDemo() throws {
    let demo = try OutboxCase.demo()
    #expect(try demo.run().status == 0)
    try checkWithPython(demo)
  }

  @Test("a customer of 1,000 invoices gets one message with all of them")
  func manyInvoices() throws {
    var invoices = "id,customer_id,due_on,amount_minor\n"
    for number in 1...1_000 { invoices += "F\(number),C1,2026-02-01,\(number)00\n" }
    let many = try OutboxCase.made(
      "J+1 email + courrier + SMS",
      customers: "id,name,email,phone,address\nC1,Grand,a@b.example,06,\"1, rue A, 75001 Paris\"\n",
      invoices: invoices
    )
    #expect(try many.run().status == 0)
    let files = many.files()
    let letter = try #require(
      files["courriers/002-grand.html"] ?? files["courriers/001-grand.html"]
    )
    #expect(String(decoding: letter, as: UTF8.self).contains("F1000"))
    try checkWithPython(many)
  }

  /// Parses every `.eml` with Python's `email`, policy `default`, and checks what it shows.
  private func checkWithPython(_ outbox: OutboxCase) throws {
    let script = #"""
      import email, email.policy, json, pathlib, re, sys
      out = pathlib.Path(sys.argv[1])
      manifest = {m["file"]: m for m in json.loads((out / "manifest.json").read_text("utf-8"))["messages"]}
      count = 0
      for path in sorted(out.rglob("*.eml")):
          raw = path.read_bytes()
          assert all(len(line) <= 78 for line in raw.split(b"\r\n")), path
          assert b"\n" not in raw.replace(b"\r\n", b""), path
          message = email.message_from_bytes(raw, policy=email.policy.default)
          entry = manifest[str(path.relative_to(out))]
          assert not message.defects, (path, message.defects)
          for name, value in message.items():
              assert not value.defects, (path, name, value, value.defects)
          assert message["subject"] == entry["subject"], (message["subject"], entry["subject"])
          assert message["message-id"] == entry["message_id"]
          wanted = [a for a in re.split(r"[;,\s]+", entry.get("to") or "") if "@" in a]
          found = [a.addr_spec for a in message["to"].addresses] if message["to"] else []
          assert found == wanted, (found, wanted)
          copies = [a.addr_spec for a in message["cc"].addresses] if message["cc"] else []
          assert copies == entry["copies"], (copies, entry["copies"])
          assert message["bcc"] is None and message["list-unsubscribe"] is None
          text = message.get_body(("plain",)).get_content().replace("\r\n", "\n")
          html = message.get_body(("html",)).get_content()
          assert message.get_content_type() == "multipart/alternative"
          page = (out / "index.html").read_text("utf-8")
          import html as h
          assert h.escape(text, quote=True).replace("&#x27;", "&#39;") in page, path
          for word in re.findall(r"\bF\w*\d+\b", text):
              assert word in html, (path, word)
          count += 1
      print(count)
      """#
    let python = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/python3" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let python else {
      print("python3 is not here: the e-mails are not parsed by another program")
      return
    }
    let file = try outbox.folder.write(script, to: "verifier.py")
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [file, outbox.out]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(output)")
    #expect((Int(output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0) > 0, "\(output)")
  }
}

@Suite("relance outbox --sendmail: each e-mail once")
struct SendmailTests {
  @Test("automatic e-mails go out, all others stay, and a second run sends nothing")
  func once() throws {
    let demo = try OutboxCase.demo()
    let sendmail = try demo.fakeSendmail()
    let first = try demo.run(["--sendmail", sendmail])
    #expect(first.status == 0, "\(first.errors)")
    #expect(try demo.states() == ["sent": 7])
    let second = try demo.run(["--sendmail", sendmail])
    #expect(second.status == 0 && second.output.contains("7 déjà envoyés"), "\(second.output)")
    let delivered = try demo.delivered()
    #expect(delivered.count == 7 && Set(delivered).count == 7)
  }

  @Test("what is refused is tried again, with its words in the manifest")
  func refused() throws {
    let demo = try OutboxCase.demo()
    let first = try demo.run(["--sendmail", try demo.fakeSendmail("exit 75")])
    #expect(first.status == 3)
    #expect(try demo.states() == ["refused": 7])
    let text = try String(contentsOfFile: "\(demo.out)/manifest.json", encoding: .utf8)
    #expect(text.contains("accepté") && text.contains("75"))
    #expect(try demo.run(["--sendmail", try demo.fakeSendmail()]).status == 0)
    #expect(try demo.states() == ["sent": 7])
    let missing = try demo.run(
      ["--sendmail", demo.folder.path("absent")],
      out: demo.folder.path("ailleurs")
    )
    #expect(missing.status == 3 && missing.errors.contains("absent"))
  }

  @Test("without the sender's address nothing can be sent")
  func noSender() throws {
    let demo = try OutboxCase.demo()
    let outcome = try Program.run([
      "outbox", "Scenarios/demo", "--db", demo.ledger, "--date", "2026-02-02", "--out", demo.out,
      "--sendmail", "/bin/true",
    ])
    #expect(outcome.status == 2 && outcome.errors.contains("email du créancier"))
    #expect(!FileManager.default.fileExists(atPath: demo.out))
  }

  /// Kills the program at random moments and runs it again until it ends by itself.
  @Test("killed at any moment, it sends no e-mail twice and leaves no half folder")
  func killed() throws {
    let demo = try OutboxCase.demo()
    let sendmail = try demo.fakeSendmail()
    var generator = SeededGenerator(seed: 7)
    var kills = 0
    for _ in 0..<25 {
      let process = Process()
      process.executableURL = Program.url
      process.arguments = demo.arguments(["--sendmail", sendmail])
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32.random(in: 0..<60_000, using: &generator))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { kills += 1 }
      if FileManager.default.fileExists(atPath: demo.out) {
        #expect(demo.files()["manifest.json"] != nil)
      }
    }
    let last = try demo.run(["--sendmail", sendmail])
    #expect(kills > 0)
    #expect(last.status == 0 || last.errors.contains("incertain"), "\(last.errors)")
    let states = try demo.states()
    #expect(states["sent", default: 0] + states["unsure", default: 0] == 7, "\(states)")
    let delivered = try demo.delivered()
    #expect(Set(delivered).count == delivered.count)
    #expect(delivered.count >= states["sent", default: 0])
    let remains = try FileManager.default.contentsOfDirectory(atPath: demo.folder.url.path)
      .filter { $0.hasPrefix(".relance-") }
    #expect(remains.isEmpty)
  }
}
