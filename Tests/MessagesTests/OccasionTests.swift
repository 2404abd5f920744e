import Planning
import Receivables
import TestSupport
import Testing

@testable import Messages

/// A situation in which the words of a nature alone would say what is not true.
struct Occasion: Sendable, CustomTestStringConvertible {
  let name: String
  /// The step, without its channels.
  let step: String
  /// When the invoices are due, in days from the day of the samples.
  let dueIn: [Int]
  /// What else the ledger says of each invoice and of the customer.
  var change: @Sendable (inout CustomerAccount) -> Void = { _ in }

  var testDescription: String { name }

  static let all: [Occasion] = [
    Occasion(name: "relance avant l'échéance", step: "J-10 relance", dueIn: [10]),
    Occasion(name: "relance ferme le jour de l'échéance", step: "J relance ferme", dueIn: [0]),
    Occasion(name: "mise en demeure avancée", step: "J-10 mise en demeure", dueIn: [10]),
    Occasion(name: "contentieux avancé", step: "J-10 contentieux", dueIn: [10]),
    Occasion(name: "prévenance", step: "J-10 prévenance", dueIn: [10]),
    Occasion(name: "prévenances à deux échéances", step: "J-10 prévenance", dueIn: [1, 10]),
    Occasion(name: "prévenances du jour", step: "J prévenance", dueIn: [0, 0]),
    Occasion(name: "prévenances tardives", step: "J prévenance", dueIn: [-3, 0]),
    Occasion(name: "prévenances échues", step: "J prévenance", dueIn: [-3, -2]),
    Occasion(name: "relevé avant l'échéance", step: "J-10 relevé ferme", dueIn: [1, 10]),
    Occasion(
      name: "paiement partiel, échue",
      step: "au paiement partiel",
      dueIn: [-20],
      change: payPart
    ),
    Occasion(
      name: "paiement partiel, échues",
      step: "au paiement partiel ferme",
      dueIn: [-20, -5],
      change: payPart
    ),
    Occasion(
      name: "paiement partiel, sévère",
      step: "au paiement partiel sévère",
      dueIn: [-20],
      change: payPart
    ),
    Occasion(
      name: "paiement partiel avant l'échéance",
      step: "au paiement partiel",
      dueIn: [36],
      change: payPart
    ),
    Occasion(
      name: "remerciement d'un paiement partiel",
      step: "au paiement partiel remerciement",
      dueIn: [36],
      change: payPart
    ),
    Occasion(
      name: "mise en demeure après un paiement partiel",
      step: "au paiement partiel mise en demeure",
      dueIn: [-20],
      change: payPart
    ),
    Occasion(
      name: "promesse rompue",
      step: "à promesse rompue ferme",
      dueIn: [-20],
      change: breakPromise
    ),
    Occasion(
      name: "promesses rompues",
      step: "à promesse rompue",
      dueIn: [-20, -5],
      change: breakPromise
    ),
    Occasion(
      name: "promesse rompue avant l'échéance",
      step: "à promesse rompue",
      dueIn: [10],
      change: breakPromise
    ),
    Occasion(
      name: "relance d'une facture soldée",
      step: "au paiement relance",
      dueIn: [-20],
      change: payAll
    ),
    Occasion(
      name: "procédure collective",
      step: "à procédure collective",
      dueIn: [-20],
      change: openProceedings
    ),
    Occasion(
      name: "procédure collective, contentieux",
      step: "à procédure collective contentieux",
      dueIn: [-20, 10],
      change: openProceedings
    ),
  ]

  private static let payPart: @Sendable (inout CustomerAccount) -> Void = { account in
    pay(&account) { $0 / 4 }
  }

  private static let payAll: @Sendable (inout CustomerAccount) -> Void = { account in
    pay(&account) { $0 }
  }

  private static func pay(_ account: inout CustomerAccount, _ part: (Int64) -> Int64) {
    for index in account.invoices.indices {
      let amount = part(account.invoices[index].invoice.amount)
      account.invoices[index].payments = [
        Payment(paidOn: sampleDay.adding(days: -1), amount: amount)
      ]
    }
  }

  private static let breakPromise: @Sendable (inout CustomerAccount) -> Void = { account in
    for index in account.invoices.indices {
      let promised = sampleDay.adding(days: -1 - index)
      account.invoices[index].promises = [
        PaymentPromise(madeOn: promised.adding(days: -7), promisedOn: promised)
      ]
    }
  }

  private static let openProceedings: @Sendable (inout CustomerAccount) -> Void = { account in
    account.customer.insolvencyOn = sampleDay.adding(days: -3)
  }

  /// The account of a customer in this situation.
  func account(language: String) -> CustomerAccount {
    var account = sampleCustomer(language: language)
    for (index, days) in dueIn.enumerated() {
      let amount: Int64 = index == 0 ? 123_400 : 80_000
      account = account.owing([("FA-10\(index + 1)", amount)], dueIn: days)
    }
    change(&account)
    return account
  }
}

@Suite("What a message says fits the situation")
struct OccasionTests {
  static let channels = "email + courrier + SMS + appel + tâche"

  @Test("the texts are those that were read and found good", arguments: ["fr", "en"])
  func golden(_ language: String) throws {
    var text = ""
    for occasion in Occasion.all {
      let account = occasion.account(language: language)
      let step = "\(occasion.step) \(OccasionTests.channels) avec pénalités"
      for message in try messages(sampleCreditor + step, to: account) {
        text += "=== \(occasion.name) · \(message.action.channel.rawValue)\n"
        text += message.canonicalText + "\n"
      }
    }
    try Golden.expect(
      spaced(text),
      matches: "Tests/MessagesTests/Samples/occasions-\(language).txt"
    )
  }

  @Test("without a creditor the short texts are whole sentences", arguments: ["fr", "en"])
  func anonymous(_ language: String) throws {
    var text = ""
    for occasion in Occasion.all {
      let account = occasion.account(language: language)
      for message in try messages("\(occasion.step) SMS + appel", to: account) {
        let words = message.short?.text ?? OccasionTests.said(message.text)
        // A statement gone through by telephone has no words to begin with.
        guard let first = words.first else { continue }
        #expect(first.isUppercase || first.isNumber, "\(words)")
        text += "\(occasion.name) · \(message.action.channel.rawValue)\n  \(words)\n"
      }
    }
    try Golden.expect(
      spaced(text),
      matches: "Tests/MessagesTests/Samples/anonymous-\(language).txt"
    )
  }

  @Test("an SMS fits into one message with names and numbers as companies have them")
  func shortEnough() throws {
    let creditor = "soit créancier = « Établissements Charpentier et Associés »\n"
    for occasion in Occasion.all {
      for language in ["fr", "en"] {
        var account = occasion.account(language: language)
        for index in account.invoices.indices {
          account.invoices[index].invoice.number = "FACT-2026-00\(index)417"
        }
        for message in try messages(creditor + "\(occasion.step) SMS", to: account) {
          let short = try #require(message.short)
          #expect(short.parts == 1)
          // Names may be shortened, but no sentence.
          #expect(!short.text.hasSuffix("..."), "\(short.text)")
        }
      }
    }
  }

  /// What the script of a call has the caller say.
  private static func said(_ script: String) -> String {
    let spoken = script.drop { $0 != "«" && $0 != "“" }.dropFirst()
    return String(spoken.prefix { $0 != "»" && $0 != "”" }).trimmed
  }

  /// Words that claim, or call a debt late.
  static let claims = [
    "impayé", "échue", "retard", "mettons en demeure", "contentieux", "Sans règlement",
    "dès réception",
  ]

  @Test(
    "R104: what is not past due is neither claimed nor called late",
    arguments: Occasion.all.filter { $0.dueIn.allSatisfy { $0 >= 0 } }
  )
  func notDue(_ occasion: Occasion) throws {
    let account = occasion.account(language: "fr")
    for message in try messages("\(occasion.step) \(OccasionTests.channels)", to: account) {
      for word in OccasionTests.claims {
        let text = message.canonicalText.replacing("pas encore échue", with: "")
        #expect(!text.contains(word), "\(word): \(text)")
      }
    }
  }

  @Test("a formal notice of what is not due yet waits for a person")
  func formalNoticeTooEarly() throws {
    let account = sampleCustomer().owing([("F1", 100_00)], dueIn: 10)
    let early = try messages("J-10 mise en demeure automatique", to: account)
    #expect(early.map(\.problems.count) == [1])
    let reminder = try messages("J-10 relance email", to: account)
    #expect(reminder.map(\.problems.count) == [0])
  }

  /// Settings, whether the customer is a consumer, and whether interest is said to run.
  static let waivers: [(settings: String, isConsumer: Bool, runs: Bool)] = [
    ("", false, true),
    ("pénalités 3 × taux légal\n", false, true),
    ("pénalités 12 %\n", false, true),
    ("indemnité 0 €\n", false, true),
    ("sans pénalités\n", false, false),
    ("pénalités 0 %\n", false, false),
    ("", true, false),
  ]

  @Test("a formal notice says that penalties run where they do", arguments: waivers)
  func waiver(_ settings: String, isConsumer: Bool, runs: Bool) throws {
    for (language, words) in [("fr", "continuent de courir"), ("en", "continues to run")] {
      var account = sampleCustomer(language: language).owing([("F1", 100_00)])
      account.customer.isConsumer = isConsumer
      let message = try #require(
        try messages(settings + "J+1 mise en demeure avec pénalités, indemnité", to: account).first
      )
      #expect(message.text.contains(words) == runs)
      #expect(message.text.contains("L441-10") == runs)
      let owesIndemnity = !isConsumer && !settings.contains("indemnité 0")
      #expect(message.text.contains("D441-5") == owesIndemnity)
    }
  }

  @Test("a file's own columns do not reach the built-in templates")
  func ownColumns() throws {
    var account = sampleCustomer().owing([("F1", 100_00)])
    account.customer.extras = Array(repeating: .truth(true), count: 9)
    account.invoices[0].invoice.extras = Array(repeating: .money(1), count: 9)
    let plain = try messages("J+1 relance email", to: sampleCustomer().owing([("F1", 100_00)]))
    let mixed = try messages("J+1 relance email", to: account)
    #expect(plain.map(\.canonicalText) == mixed.map(\.canonicalText))
  }
}
