import Diagnostics
import Linting

extension CodePage {
  /// The page for a terminal, as `relance lint --explain CODE` shows it; ends with a line feed.
  public func text(in language: MessageLanguage) -> String {
    func say(_ message: Message) -> String { message.text(in: language) }
    func indented(_ text: String) -> String {
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "  \($0)" }.joined(separator: "\n")
    }
    return """
      \(code.name) · \(say(title)) (\(say(severityTitle)))

      \(say(Heading.reports))
      \(indented(say(reports)))

      \(say(Heading.matters))
      \(indented(say(matters)))

      \(say(Heading.example))
      \(indented(example))

      \(say(Heading.instead))
      \(indented(instead))

      \(say(Heading.basis))
      \(indented(basis.map { say($0.title) }.joined(separator: "\n")))

      \(say(Heading.fix))
      \(indented(say(fixTitle)))

      """
  }

  /// The page as a file of the documentation, in French and then in English.
  public var markdown: String {
    func section(_ language: MessageLanguage) -> String {
      func say(_ message: Message) -> String { message.text(in: language) }
      return """
        **\(say(Heading.reports))** : \(say(reports)).

        **\(say(Heading.matters))** : \(say(matters)).

        **\(say(Heading.basis))** : \(basis.map { say($0.title) }.joined(separator: " ; ")).

        **\(say(Heading.fix))** : \(say(fixTitle)).

        """
    }
    return """
      # \(code.name) · \(title.fr)

      \(section(.french))
      \(Heading.example.fr) :

      ```relance
      \(example)
      ```

      \(Heading.instead.fr) :

      ```relance
      \(instead)
      ```

      ## \(title.en) (\(severityTitle.en))

      \(section(.english))
      """
  }

  /// The list of all pages as a file of the documentation.
  public static var markdownIndex: String {
    let rows = all.map { page in
      "| [\(page.code.name)](\(page.code.name).md) | \(page.severityTitle.fr) | \(page.title.fr)"
        + " | \(page.title.en) |\n"
    }
    return """
      # Ce que `relance lint` rapporte

      `relance lint --explain CODE` affiche la même page. Les exemples complets, avec ce que le
      programme en dit en français et en anglais, sont dans `Tests/LintingTests/Samples`.

      | code | poids | en français | in English |
      |---|---|---|---|
      \(rows.joined())
      """
  }

  /// How much its findings weigh, in words.
  public var severityTitle: Message {
    switch severity {
    case .error: Message(fr: "erreur", en: "error")
    case .warning: Message(fr: "avertissement", en: "warning")
    case .information: Message(fr: "conseil", en: "advice")
    }
  }

  private var fixTitle: Message {
    let safe = Message(fr: "sûre (`--fix`)", en: "safe (`--fix`)")
    let proposed = Message(fr: "proposée (`--fix --unsafe`)", en: "proposed (`--fix --unsafe`)")
    switch (fixes.contains(.safe), fixes.contains(.proposed)) {
    case (true, true):
      return Message(fr: "\(safe.fr) ou \(proposed.fr)", en: "\(safe.en) or \(proposed.en)")
    case (true, false): return safe
    case (false, true): return proposed
    case (false, false):
      return Message(fr: "aucune : c'est à vous de choisir", en: "none: it is for you to choose")
    }
  }
}

private enum Heading {
  static let reports = Message(fr: "Ce qui est rapporté", en: "What it reports")
  static let matters = Message(fr: "Pourquoi c'est important", en: "Why it matters")
  static let example = Message(fr: "Par exemple", en: "For example")
  static let instead = Message(fr: "À écrire plutôt", en: "Write instead")
  static let basis = Message(fr: "Comment c'est décidé", en: "How it is decided")
  static let fix = Message(fr: "Correction automatique", en: "Automatic fix")
}
