import Diagnostics
import Messages

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A program that takes an e-mail on its standard input, as `sendmail` does.
struct Sendmail {
  /// The program and its arguments.
  let words: [String]

  /// A command line, its words parted by spaces.
  ///
  /// Quotes hold a word together, nothing else is special: no shell sees it. A program alone gets `-t -i`: take the recipients from the e-mail, and a dot on
  /// a line is no end.
  init(_ command: String) throws(Failure) {
    let words = try Sendmail.words(of: command)
    guard !words.isEmpty else {
      throw .usage(
        Message(fr: "`--sendmail` : commande vide", en: "`--sendmail`: empty command"),
        help: Message(
          fr: "par exemple `--sendmail '/usr/sbin/sendmail -t -i'`",
          en: "for example `--sendmail '/usr/sbin/sendmail -t -i'`"
        )
      )
    }
    self.words = words.count == 1 ? words + ["-t", "-i"] : words
  }

  private static func words(of command: String) throws(Failure) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in command {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let whole = word { words.append(whole) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    guard quote == nil else {
      throw .usage(
        Message(
          fr: "`--sendmail` : guillemet jamais fermé",
          en: "`--sendmail`: quote never closed"
        ),
        help: nil
      )
    }
    return words + (word.map { [$0] } ?? [])
  }

  /// Hands over each e-mail that may go out and did not yet.
  func deliver(
    _ outbox: Outbox,
    in folder: OutboxFolder,
    _ journal: SendingJournal,
    progress: (_ done: Int, _ count: Int) -> Void
  ) throws(Failure) -> SendingTally {
    try journal.begin()
    var tally = SendingTally()
    let ready = outbox.entries.filter { $0.sendable != nil }
    for (index, entry) in ready.enumerated() {
      progress(index, ready.count)
      guard let email = entry.sendable else { continue }
      switch journal.answers[email.messageID]?.state {
      case "sent":
        tally.earlier += 1
        continue
      case "unsure":
        tally.unsure.append(entry.path)
        continue
      case _: break
      }
      try journal.intend(email.messageID)
      let answer = run(on: "\(folder.path)/\(entry.path)")
      try journal.note(answer, for: email.messageID)
      switch answer.state {
      case "sent": tally.sent += 1
      case "unsure": tally.unsure.append(entry.path)
      case _: tally.refused.append("\(entry.path): \(answer.words ?? "")")
      }
    }
    return tally
  }

  /// Runs the program with a file as its input and waits for its end.
  private func run(on file: String) -> Manifest.Answer {
    let input = open(file, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { return refusal(errno) }
    defer { close(input) }
    // A file and not a pipe: what the program leaves running behind it can't hold us.
    var template = Array("/tmp/relance-reponse.XXXXXX".utf8CString)
    let output = mkstemp(&template)
    guard output >= 0 else { return refusal(errno) }
    unlink(template)
    defer { close(output) }
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    #else
    var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, output, 2)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let cause = posix_spawnp(&process, words[0], &actions, nil, arguments, environ)
    guard cause == 0 else { return refusal(cause) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return Manifest.Answer(state: "unsure") }
    }
    let answer = firstWords(of: output)
    // The low bits are the signal that ended the program, the next ones its exit status.
    guard status & 0x7F == 0 else { return Manifest.Answer(state: "unsure", words: answer) }
    let code = Int((status >> 8) & 0xFF)
    return Manifest.Answer(state: code == 0 ? "sent" : "refused", status: code, words: answer)
  }

  private func refusal(_ cause: Int32) -> Manifest.Answer {
    let reason = "\(printable(words[0])) : \(String(cString: strerror(cause)))"
    return Manifest.Answer(state: "refused", words: reason)
  }

  /// What the program wrote, as far as it is worth keeping.
  private func firstWords(of output: Int32) -> String? {
    var buffer = [UInt8](repeating: 0, count: 2_000)
    let count = buffer.withUnsafeMutableBytes { pread(output, $0.baseAddress, $0.count, 0) }
    guard count > 0 else { return nil }
    return printable(String(decoding: buffer[..<count], as: UTF8.self))
  }
}

/// How the sending went.
struct SendingTally {
  /// Sent in this run.
  var sent = 0
  /// Sent in earlier runs.
  var earlier = 0
  /// What the program refused, with its words; the next run tries again.
  var refused: [String] = []
  /// Cut off before the answer was known; never tried again.
  var unsure: [String] = []

  /// The numbers.
  var message: Message {
    Message(
      fr: "e-mails : \(sent) envoyés, \(earlier) déjà envoyés, \(refused.count) refusés, "
        + "\(unsure.count) incertains",
      en: "e-mails: \(sent) sent, \(earlier) sent before, \(refused.count) refused, "
        + "\(unsure.count) unsure"
    )
  }

  /// What a person must see to, if there is something.
  func failure(in folder: OutboxFolder) -> Failure? {
    guard !refused.isEmpty || !unsure.isEmpty else { return nil }
    var french: [String] = []
    var english: [String] = []
    for line in refused.prefix(5) {
      french.append("refusé : \(printable(line))")
      english.append("refused: \(printable(line))")
    }
    if !refused.isEmpty {
      french.append("relancer la commande essaie de nouveau les e-mails refusés")
      english.append("running the command again tries the refused e-mails once more")
    }
    for line in unsure.prefix(5) {
      french.append("incertain : \(line)")
      english.append("unsure: \(line)")
    }
    if !unsure.isEmpty {
      let journal = printable("\(folder.path)/envois.jsonl")
      french.append(
        "un e-mail incertain est peut-être parti et ne sera pas renvoyé : voir le journal du serveur, "
          + "puis l'envoyer à la main, ou effacer sa ligne dans \(journal)"
      )
      english.append(
        "an unsure e-mail may have gone out and is not sent again: look at the server's log, then "
          + "send it by hand, or delete its line in \(journal)"
      )
    }
    return .output(
      Message(fr: french.joined(separator: "\n"), en: english.joined(separator: "\n"))
    )
  }
}
