import Diagnostics
import Planning

extension Explanation {
  /// The account as a text for a person: the status first, then every finding in the order in which
  /// it was made; the text ends with a line feed.
  public func text(files: SourceFiles, _ settings: TextSettings) -> String {
    TextOutput.text { output in
      var page = TextPage(settings, to: output)
      page.write(self, files)
    }
  }
}

extension TextPage {
  fileprivate mutating func write(_ explanation: Explanation, _ files: SourceFiles) {
    let invoice = printable(explanation.invoice)
    let customer = printable(explanation.customer)
    let day = explanation.date.inWords(settings.language)
    let title = Message(
      fr: "Facture \(invoice), client \(customer), \(day)",
      en: "Invoice \(invoice), customer \(customer), \(day)"
    )
    paragraph(say(title), .strong)
    if let status = explanation.status {
      let kind = status.kind.noun.form(for: 1, in: settings.language)
      paragraph("\(kind) — \(text(ofReasonFor: status, files: files))", status.kind.ink)
    }
    for section in explanation.sections {
      line()
      rule(say(section.title), .strong)
      for finding in section.lines { write(finding, files) }
    }
  }

  /// Adds a finding with its mark in front and its place flush right.
  private mutating func write(_ finding: Explanation.Line, _ files: SourceFiles) {
    let place = finding.range.flatMap { files.place(of: $0) }.map(\.withoutFolders) ?? ""
    var parts = wrapped(say(finding.message), to: width - 4)
    let room = width - 4 - cellWidth(place)
    if !place.isEmpty, cellWidth(parts.last ?? "") + 2 > room { parts.append("") }
    for (position, part) in parts.enumerated() {
      let mark = position == 0 ? paint(finding.marker.sign, finding.marker.ink) : " "
      let isLast = position == parts.count - 1 && !place.isEmpty
      line("  \(mark) " + (isLast ? fitted(part, to: room) + paint(place, .faint) : part))
    }
  }
}

extension InvoiceStatus.Kind {
  fileprivate var ink: Ink? {
    switch self {
    case .error: .alarm
    case .paid, .uncovered, .excluded, .suspended, .deferred, .action, .completed, .waiting: nil
    }
  }
}

extension Explanation.Marker {
  fileprivate var sign: String {
    switch self {
    case .plain: "·"
    case .holds, .done: "✓"
    case .fails, .dropped: "✗"
    case .undecided: "?"
    case .due: "→"
    case .later: "…"
    case .held: "!"
    }
  }

  fileprivate var ink: Ink {
    switch self {
    case .plain, .fails, .dropped, .later: .faint
    case .holds, .done: .success
    case .undecided, .held: .alarm
    case .due: .strong
    }
  }
}
