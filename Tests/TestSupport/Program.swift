import Foundation

/// The program as a user runs it.
public enum Program {
  /// What a run gave back.
  public struct Outcome: Sendable {
    /// The exit status.
    public let status: Int32
    /// Standard output.
    public let output: String
    /// Standard error.
    public let errors: String
  }

  /// The executable that was built beside the tests.
  public static let url: URL = {
    let folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    return folder.appending(path: "relance")
  }()

  /// What every program that a test starts finds in its environment: what a sanitizer is told goes
  /// for them as well.
  public static let environment: [String: String] = ProcessInfo.processInfo.environment
    .filter { name, _ in ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains(name) }
    .merging(["LANG": "fr_FR.UTF-8", "PATH": "/usr/bin:/bin"]) { _, new in new }

  /// Whether the program can run where no file can be written; the thread sanitizer, of which
  /// `.ci/sanitize` tells, can not.
  public static let canWriteNoFile = !environment.keys.contains("TSAN_OPTIONS")

  /// Runs the program with arguments, in the root of the checkout, and waits for its end.
  ///
  /// The locale is French and nothing of the caller's environment matters, unless `environment`
  /// says so.
  public static func run(
    _ arguments: [String],
    input: Data = Data(),
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = Repository.root
    process.environment = Program.environment.merging(environment) { _, new in new }
    // Files and not pipes: a long output can't block the program.
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = ["in", "out", "err"].map { folder.appending(path: $0) }
    try input.write(to: names[0])
    for name in names[1...] { try Data().write(to: name) }
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self)
    )
  }
}

/// A folder that is gone when the test ends.
public final class TemporaryFolder {
  /// Where it is.
  public let url: URL

  /// Makes an empty folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "relance-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// The path of a file in the folder.
  public func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file into the folder and gives its path.
  public func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: url.appending(path: name))
    return path(name)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}
