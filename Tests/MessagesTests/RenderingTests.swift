import Diagnostics
import Planning
import Receivables
import Semantics
import TestSupport
import Testing

@testable import Messages

@Suite("Messages in words")
struct RenderingTests {
  /// Every built-in message about one invoice and about two, as the golden files have them.
  @Test("built-in messages are those that were read and found good", arguments: ["fr", "en"])
  func golden(_ language: String) throws {
    var text = ""
    for nature in Nature.allCases {
      // A notice goes out before the due date, all else after it.
      let (moment, days) = nature == .preDueNotice ? ("J-10", 10) : ("J+1", -1)
      let customer = sampleCustomer(language: language)
      let one = customer.owing([("FA-101", 123_450)], dueIn: days)
      let two = customer.owing([("FA-101", 123_450), ("FA-102", 80_000)], dueIn: days)
      for channel in Channel.allCases where channel != .registered {
        for tone in Tone.allCases {
          let step =
            "\(moment) \(nature.rawValue) \(channel.rawValue) \(tone.rawValue) délai 8 jours"
            + " avec pénalités, indemnité"
          for account in tone == .firm ? [one, two] : [one] {
            let found = try messages(sampleCreditor + step, to: account)
            for message in found {
              text += "=== \(nature.rawValue) · \(channel.rawValue) · \(tone.rawValue)\n"
              text += message.canonicalText + "\n"
            }
          }
        }
      }
    }
    try Golden.expect(spaced(text), matches: "Tests/MessagesTests/Samples/messages-\(language).txt")
  }

  @Test("a formal notice names what makes it one", arguments: ["fr", "en"])
  func formalNotice(_ language: String) throws {
    let account = sampleCustomer(language: language).owing([
      ("FA-101", 123_450), ("FA-102", 80_000),
    ])
    let scenario = sampleCreditor + "J+1 mise en demeure recommandée délai 15 jours"
    let message = try #require(try messages(scenario, to: account).first)
    let text = spaced(message.canonicalText)
    let words =
      language == "fr"
      ? ["mettons en demeure", "02/02/2026", "FA-101", "1 234,50 €", "01/02/2026", "15 jours"]
      : ["formal notice", "2 February 2026", "FA-102", "€2,034.50", "1 February 2026", "15 days"]
    for word in words + ["Menuiserie Le Gall & Fils", "Ateliers Brunel SAS", "1344"] {
      #expect(text.contains(word), "\(word)")
    }
  }

  @Test(
    "an SMS of ours fits into one message, whatever the ledger says",
    arguments: Nature.allCases.flatMap { nature in Tone.allCases.map { (nature, $0) } }
  )
  func shortMessages(_ nature: Nature, _ tone: Tone) throws {
    let long = String(repeating: "Très longue raison sociale ", count: 8)
    let scenario =
      "soit créancier = « \(long)»\nJ+1 \(nature.rawValue) SMS \(tone.rawValue) délai 8 jours"
    for language in ["fr", "en"] {
      let account = sampleCustomer(language: language)
        .owing([("FACTURE-2026-\(String(repeating: "9", count: 80))", 999_999_999_99)])
      let message = try #require(try messages(scenario, to: account).first)
      let short = try #require(message.short)
      #expect(short.parts == 1 && short.units <= 160, "\(short.units) \(short.text)")
      #expect(!short.text.contains("\n"))
    }
  }

  /// What a template says and what it gives for invoices FA-1 (100,00) and FA-2 (250,00).
  static let templates: [(String, String)] = [
    ("{total} au {date}, {nombre} factures", "350,00 € au 02/02/2026, 2 factures\n"),
    ("{si nombre > 1}plusieurs{sinon}une{fin}", "plusieurs\n"),
    (
      "Avant\n{pour chaque facture}\n- {facture} : {solde}\n{fin}\nAprès",
      "Avant\n\n- FA-1 : 100,00 €\n- FA-2 : 250,00 €\n\nAprès\n"
    ),
    ("{pour chaque facture}[{facture}]{fin}", "[FA-1][FA-2]\n"),
    (
      "{pour chaque facture}\n{si solde > 200 €}\n{facture}\n{sinon}\npetite\n{fin}\n{fin}",
      "petite\nFA-2\n"
    ),
    ("{région} {signature}.", " Zoé d'Arc.\n"),
    ("{si région est renseigné}oui{sinon}non{fin}", "non\n"),
    ("{retard}, {ton}, {particulier}, {jour}", "1 jour, ferme, non, lundi\n"),
    ("{délai} {date limite}", "8 jours 10/02/2026\n"),
    ("{IBAN}/{créancier}", "/\n"),
    ("{facture} ({nom})", "FA-1 (Menuiserie Le Gall & Fils)\n"),
  ]

  @Test("own templates say what they are told", arguments: templates)
  func ownTemplate(_ body: String, expected: String) throws {
    let scenario = """
      champ « région » texte client
      soit signature = « Zoé d'Arc »
      modèle « Le mien »
        objet « Pour {nom} »
      ---
      \(body)
      ---
      scénario « S »
        J+1 email ferme délai 8 jours modèle « Le mien »
      """
    let account = sampleCustomer(language: "en").owing([("FA-1", 100_00), ("FA-2", 250_00)])
    let message = try #require(try messages(scenario, to: account).first)
    #expect(spaced(message.text) == expected.drop { $0 == " " })
    #expect(message.subject == "Pour Menuiserie Le Gall & Fils")
  }

  @Test("what the ledger says never becomes markup, a table or a line of its own")
  func hostileTexts() throws {
    var account = sampleCustomer().owing([("<b>&\"1\" | x\n- y", 100_00)])
    account.customer.name = "A<script>\r\nBcc: x@y\u{202E}| =cmd()"
    for message in try messages("J+1 email + courrier + appel + tâche", to: account) {
      #expect(!message.subject.contains { $0.isNewline })
      #expect(!message.html.contains("<script"))
      #expect(!message.html.contains("<b>"))
      #expect(!message.text.contains("\u{202E}"))
      #expect(!message.canonicalText.contains("\nBcc:"))
      #expect(!message.text.contains("\n- y"))
    }
  }

  @Test("the names of two messages are never equal")
  func keys() throws {
    let account = sampleCustomer().owing([("F1", 100_00), ("F2", 100_00)])
    let found = try messages("regrouper par facture\nJ+1 email + courrier", to: account)
    #expect(Set(found.map(\.key)).count == 4)
  }
}
