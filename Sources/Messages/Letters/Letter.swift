import Diagnostics
import Planning
import Receivables
import Reporting

/// Letters as HTML pages to be printed on A4 and folded into French DL envelopes.
///
/// The window of such an envelope (110 × 220 mm) is 45 × 100 mm, 20 mm from its right and lower edge.
/// Of a sheet folded in three the stretch from 45 to 79 mm below the upper edge and from 100 to 190 mm
/// from the left one shows in it wherever the sheet lies; the address stands there and nothing else.
enum Letter {
  /// How a letter is posted.
  enum Post {
    /// By ordinary post.
    case ordinary
    /// By registered post with acknowledgement of receipt.
    case registered
  }

  /// A page of letters, each begun on a new sheet.
  static func document(_ letters: [(RenderedMessage, Post)], title: String) -> String {
    let language = letters.first?.0.language ?? .french
    return """
      <!DOCTYPE html>
      <html lang="\(language.code)">
      <head>
      <meta charset="utf-8">
      <title>\(escapedHTML(title))</title>
      <style>
      \(styles)\(letters.count == 1 ? pageNumbers : "")</style>
      </head>
      <body>
      \(letters.map { section($0.0, $0.1) }.joined())</body>
      </html>

      """
  }

  private static func section(_ message: RenderedMessage, _ post: Post) -> String {
    let language = message.language
    let creditor = message.sender
    let place = creditor.lines.last.flatMap(town)
    let day = language.writeInWords(message.day)
    let dated: String =
      switch language {
      case .french: place.map { "\($0), le \(day)" } ?? "Le \(day)"
      case .english: place.map { "\($0), \(day)" } ?? day
      }
    var text = "<article lang=\"\(language.code)\">\n<header>\n"
    text += "<address class=\"sender\">\(lines(of: creditor.withoutPerson))"
    if let mentions = message.mentions {
      text += "<small>\(escapedHTML(plainLine(mentions)))</small>"
    }
    text += "</address>\n"
    text += "<address class=\"recipient\">\(lines(of: message.recipient))</address>\n"
    text += "<p class=\"date\">\(escapedHTML(dated))</p>\n</header>\n"
    switch post {
    case .ordinary: break
    case .registered:
      let words = Message(
        fr: "Lettre recommandée avec accusé de réception",
        en: "Registered letter with acknowledgement of receipt"
      )
      text += "<p class=\"post\">\(escapedHTML(language.say(words)))</p>\n"
    }
    let subject = language.say(Message(fr: "Objet :", en: "Subject:"))
    text += "<p class=\"subject\">\(subject) \(escapedHTML(message.subject))</p>\n"
    text += "<main>\n\(message.html)</main>\n"
    return text + "</article>\n"
  }

  private static func lines(of party: Party) -> String {
    party.lines.map(escapedHTML).joined(separator: "<br>")
  }

  /// The town of a line such as `69007 Lyon`.
  private static func town(_ line: String) -> String? {
    let words = line.split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[0].utf8.count == 5,
      words[0].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return String(words[1])
  }

  /// Numbers for the sheets of one letter; in a file of several they would run on from one to the next.
  private static let pageNumbers = """
    @page { @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Arial, sans-serif; color: #555; } }

    """

  private static let styles = """
    @page { size: A4; margin: 20mm 20mm 18mm 20mm; }
    body { font: 10.5pt/1.4 Arial, Helvetica, sans-serif; color: #111; margin: 0; }
    article { break-after: page; position: relative; }
    article:last-child { break-after: auto; }
    header { position: relative; height: 78mm; }
    address { font-style: normal; }
    .sender { position: absolute; left: 0; top: 0; width: 75mm; font-size: 10pt; }
    .recipient { position: absolute; left: 85mm; top: 28mm; width: 82mm; height: 31mm; overflow: hidden; line-height: 4.6mm; }
    .date { position: absolute; left: 85mm; top: 66mm; margin: 0; }
    .post { font-weight: bold; margin: 0 0 3mm 0; }
    .subject { font-weight: bold; margin: 0 0 6mm 0; }
    main p { margin: 0 0 3.2mm 0; }
    p { orphans: 3; widows: 3; }
    table { width: 100%; margin: 0 0 4mm 0; font-size: 10pt; font-variant-numeric: tabular-nums; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    ul { margin: 0 0 4mm 0; }
    small { display: block; margin-top: 1.5mm; font-size: 7.5pt; line-height: 1.3; color: #444; }
    @media screen {
      body { background: #ddd; }
      article { background: #fff; width: 170mm; min-height: 259mm; margin: 8mm auto; padding: 20mm 20mm 18mm 20mm; box-shadow: 0 0 3mm #999; }
    }

    """
}

extension Party {
  /// The company without the person there, for the head of a letter: who signs stands at its end.
  fileprivate var withoutPerson: Party {
    var party = self
    party.person = nil
    return party
  }
}
