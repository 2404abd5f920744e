import Diagnostics
import FoundationEssentials
import Messages

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What was given to `sendmail` from a folder, and what it answered: `envois.jsonl`.
///
/// Before an e-mail is handed over a line says so, after it another says how that ended; both are on
/// the disk before the work goes on. An e-mail with the first line alone was cut off: whether it went
/// out is not known, so it is not sent again. Only one program at a time may hold the file.
final class SendingJournal {
  private struct Line: Codable {
    var id: String
    var state: String
    var status: Int?
    var words: String?
  }

  /// The last word on each e-mail, by Message-ID.
  private(set) var answers: [String: Manifest.Answer] = [:]

  private let path: String
  private var descriptor: Int32 = -1

  /// The journal of a folder, empty where nothing was ever sent from it.
  init(in folder: OutboxFolder) throws(Failure) {
    path = "\(folder.path)/envois.jsonl"
    guard FileManager.default.fileExists(atPath: path) else { return }
    try load()
  }

  /// Opens the file for further lines and reads it again, so that what another program sent counts.
  func begin() throws(Failure) {
    descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw .output(
        Message(
          fr: "un autre programme envoie déjà ces messages ; rien n'a été fait",
          en: "another program is sending these messages already; nothing was done"
        )
      )
    }
    try load()
    // A line cut off by a crash ends here.
    try append([0x0A])
  }

  /// Says that an e-mail is about to be handed over.
  func intend(_ id: String) throws(Failure) {
    try write(Line(id: id, state: "intent"))
    answers[id] = Manifest.Answer(state: "unsure")
  }

  /// Says how that ended.
  func note(_ answer: Manifest.Answer, for id: String) throws(Failure) {
    answers[id] = answer
    try write(Line(id: id, state: answer.state, status: answer.status, words: answer.words))
  }

  /// Gives the file free.
  func close() {
    if descriptor >= 0 { _ = systemClose(descriptor) }
    descriptor = -1
  }

  private func load() throws(Failure) {
    guard let data = FileManager.default.contents(atPath: path) else { throw failure }
    let decoder = JSONDecoder()
    answers = [:]
    for row in Array(data).split(separator: 0x0A) {
      guard let line = try? decoder.decode(Line.self, from: Data(row)) else { continue }
      answers[line.id] = Manifest.Answer(
        state: line.state == "intent" ? "unsure" : line.state,
        status: line.status,
        words: line.words
      )
    }
  }

  private func write(_ line: Line) throws(Failure) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(line) else { throw failure }
    try append(Array(data) + [0x0A])
  }

  private func append(_ bytes: [UInt8]) throws(Failure) {
    guard writeAll(bytes, to: descriptor), fsync(descriptor) == 0 else { throw failure }
  }

  private var failure: Failure {
    let reason = String(cString: strerror(errno))
    return .output(
      Message(
        fr: "\(printable(path)) : impossible d'y noter les envois (\(reason)) ; arrêt",
        en: "\(printable(path)): the sending cannot be noted there (\(reason)); stopped"
      )
    )
  }
}

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
