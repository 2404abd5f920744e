import Foundation
import Receivables
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  /// The examples of FIPS 180-2, appendix B, and of the NIST's set for its algorithms.
  static let known: [(String, String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
        + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]

  @Test("the published examples give the published checksums", arguments: known)
  func published(_ text: String, _ checksum: String) {
    #expect(SHA256(of: text).hexadecimal == checksum)
  }

  @Test(
    "files of any length have the checksum that sha256sum gives",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sha256sum"))
  )
  func sameAsTheTool() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var generator = SeededGenerator(seed: 256)
    var expected: [String] = []
    // Every length around the ends of blocks, where padding takes one block or two.
    let names = (0..<200).map { String(1_000 + $0) }
    for (length, name) in names.enumerated() {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      try Data(bytes).write(to: folder.appending(path: name))
      expected.append("\(SHA256(of: bytes).hexadecimal)  \(name)")
    }
    let tool = Process()
    tool.executableURL = URL(filePath: "/usr/bin/sha256sum")
    tool.arguments = names
    tool.currentDirectoryURL = folder
    let output = Pipe()
    tool.standardOutput = output
    try tool.run()
    let told = output.fileHandleForReading.readDataToEndOfFile()
    tool.waitUntilExit()
    #expect(
      String(decoding: told, as: UTF8.self).split(separator: "\n").map(String.init) == expected
    )
  }
}
