import Diagnostics
import FoundationEssentials
import Messages
import Receivables

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The folder of an outbox: whole under its name, or not there at all.
///
/// It is built in a folder beside it, which then takes its name. What a killed run leaves beside it is
/// taken away by the next one.
struct OutboxFolder {
  /// What putting an outbox there came to.
  enum Outcome {
    /// The folder was made.
    case made
    /// It was there with this very content.
    case unchanged
  }

  /// Where it is, without a slash at the end.
  let path: String

  /// A folder of a path.
  init(path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// Makes the folder, or finds it as it was made.
  func put(_ outbox: Outbox) throws(Failure) -> Outcome {
    var status = stat()
    if lstat(path, &status) == 0 {
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw unusable(
          Message(fr: "existe et n'est pas un dossier", en: "exists and is not a folder")
        )
      }
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [""]
      if !names.isEmpty {
        try expect(outbox)
        return .unchanged
      }
    }
    removeRemains()
    let (temporary, descriptor) = try makeTemporaryFolder()
    defer { close(descriptor) }
    do throws(Failure) {
      try write(outbox, into: temporary)
      let mask = umask(0)
      umask(mask)
      guard chmod(temporary, 0o777 & ~mask) == 0 else { throw unwritable(temporary) }
      // A power cut shall leave no folder of empty files under its name; to wait for each of
      // thousands of files would take minutes.
      sync()
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let cause = errno
      try? FileManager.default.removeItem(atPath: temporary)
      // Another run was faster: its outbox must be this one.
      guard cause == ENOTEMPTY || cause == EEXIST else { throw unwritable(path, cause) }
      try expect(outbox)
      return .unchanged
    }
    return .made
  }

  /// Rewrites the manifest, if there is something new to say.
  func update(_ manifest: Manifest) throws(Failure) {
    let file = "\(path)/\(manifestName)"
    if let data = FileManager.default.contents(atPath: file), Array(data) == manifest.bytes {
      return
    }
    try replaceFile(at: file, with: manifest.bytes)
  }

  private var manifestName: String { "manifest.json" }

  // MARK: What is there

  /// Fails unless every file is there with its content.
  private func expect(_ outbox: Outbox) throws(Failure) {
    guard FileManager.default.fileExists(atPath: "\(path)/\(manifestName)") else {
      throw unusable(
        Message(
          fr: "n'est pas vide et n'est pas un dossier de relances ; en donner un autre",
          en: "is not empty and is no outbox; give another one"
        )
      )
    }
    for file in outbox.files {
      let data = FileManager.default.contents(atPath: "\(path)/\(file.path)")
      guard data.map({ Array($0) == file.bytes }) ?? false else {
        throw unusable(
          Message(
            fr: "contient d'autres messages (à commencer par \(file.path)) : un autre jour, ou la "
              + "base, les scénarios ou le dossier ont changé depuis ; rien n'a été fait, donner un "
              + "autre dossier",
            en:
              "holds other messages (\(file.path) to begin with): another day, or the ledger, the "
              + "scenarios or the folder have changed since; nothing was done, give another folder"
          )
        )
      }
    }
  }

  // MARK: Building

  /// The beginning of the names of folders in which this one is built.
  private var temporaryPrefix: String {
    ".relance-\(SHA256(of: name).hexadecimal.prefix(16))."
  }

  private var parent: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private var name: String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// A new folder beside this one, and a lock on it that lasts as long as this program.
  private func makeTemporaryFolder() throws(Failure) -> (String, Int32) {
    var template = Array("\(parent)/\(temporaryPrefix)XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw unwritable(path) }
    let temporary = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) },
      as: UTF8.self
    )
    let descriptor = open(temporary, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw unwritable(temporary)
    }
    return (temporary, descriptor)
  }

  /// Takes away what killed runs left: folders that no living program holds.
  private func removeRemains() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in names where name.hasPrefix(temporaryPrefix) {
      let remains = "\(parent)/\(name)"
      let descriptor = open(remains, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        try? FileManager.default.removeItem(atPath: remains)
      }
      close(descriptor)
    }
  }

  private func write(_ outbox: Outbox, into folder: String) throws(Failure) {
    var made: Set<String> = []
    for file in outbox.files {
      let parts = file.path.split(separator: "/").dropLast()
      for depth in parts.indices {
        let inner = parts[...depth].joined(separator: "/")
        guard made.insert(inner).inserted else { continue }
        guard mkdir("\(folder)/\(inner)", 0o777) == 0 else { throw unwritable(path) }
      }
      try write(file.bytes, to: "\(folder)/\(file.path)")
    }
    try write(Manifest(outbox).bytes, to: "\(folder)/\(manifestName)")
  }

  private func write(_ bytes: [UInt8], to file: String) throws(Failure) {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw unwritable(path) }
    let isWritten = writeAll(bytes, to: descriptor)
    let cause = errno
    guard close(descriptor) == 0, isWritten else { throw unwritable(path, cause) }
  }

  private func unusable(_ reason: Message) -> Failure {
    .output(
      Message(fr: "\(printable(path)) \(reason.fr)", en: "\(printable(path)) \(reason.en)")
    )
  }

  private func unwritable(_ path: String, _ cause: Int32 = errno) -> Failure {
    let reason = String(cString: strerror(cause))
    return .output(
      Message(
        fr: "\(printable(path)) ne peut pas être écrit (\(reason)) ; rien n'a été fait",
        en: "\(printable(path)) cannot be written (\(reason)); nothing was done"
      )
    )
  }
}
