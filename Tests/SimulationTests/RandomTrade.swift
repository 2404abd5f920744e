import Receivables
import TestSupport

/// A scenario and a ledger drawn from a seed, with every setting, kind of step and moving condition
/// that a simulation has to see ahead.
struct RandomTrade {
  static let firstDay = CalendarDate(year: 2026, month: 3, day: 2) ?? .earliest

  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  // MARK: Scenario

  mutating func scenario() -> String {
    var lines: [String] = []
    if chance(3) {
      lines += ["scénario « Premier »", "pour \(condition())", "priorité 5"]
      lines += body()
      lines.append("scénario « Second »")
    }
    return (lines + body()).joined(separator: "\n")
  }

  private mutating func body() -> [String] {
    var lines: [String] = []
    let settings = [
      "rattrapage direct", "espacement \(number(1, 12)) jours", "regrouper par niveau",
      "regrouper par facture",
      "plafond \(number(1, 2)) contacts par client par \(number(1, 9)) jours",
      "plafond 1 contact par facture par \(number(3, 15)) jours", "plafond 4 contacts par client",
      "seuil \(number(1, 400)) €", "décaler au jour ouvré précédent", "décaler aucun",
      "jours ouvrés lundi, mercredi, samedi", "fériés Alsace-Moselle",
      "fenêtre \(number(0, 12)) jours",
      "fériés le 17/03/2026, 18/03/2026", "seuil 90 USD",
    ]
    var kinds: Set<Substring> = []
    for setting in settings where chance(5) {
      let kind = setting.split(separator: " ")[0]
      if kind == "plafond" || kind == "fériés" || kinds.insert(kind).inserted {
        lines.append(setting)
      }
    }
    if chance(4) { lines.append("sans prélude") }
    var steps = [
      "J-7 email prévenance", "J-2 ouvrés SMS prévenance", "J email", "J+3 email doux",
      "J+7 ouvrés email + SMS", "J+2 semaines courrier ferme", "J+1 mois appel ferme",
      "J+20 fin de mois recommandé", "R+6 « rappel » email", "R+9 « dernier » appel",
      "J+45 mise en demeure", "J+60 contentieux", "J+5 tâche relance",
      "au paiement email remerciement", "au paiement partiel email",
      "à promesse rompue appel ferme",
      "à procédure collective tâche relance",
    ]
    steps.shuffle(using: &random)
    for step in steps.prefix(number(2, 9)) {
      lines.append(chance(3) ? "\(step) si \(condition())" : step)
    }
    let effects = [
      "suspendre", "exclure", "manuel", "validation", "retarder de \(number(1, 20)) jours",
      "avancer de \(number(1, 9)) jours", "sans SMS", "sans mise en demeure", "canal courrier",
      "ton sévère",
    ]
    for _ in 0..<number(0, 3) {
      let alternative = chance(4) ? " sinon \(pick(effects))" : ""
      lines.append("si \(condition()) alors \(pick(effects))\(alternative)")
    }
    return lines
  }

  private mutating func condition() -> String {
    let first = test()
    switch number(0, 4) {
    case 0: return "\(first) et \(test())"
    case 1: return "(\(first) ou \(test()))"
    case 2: return "non (\(first))"
    default: return first
    }
  }

  private mutating func test() -> String {
    let relation = pick(["<", "<=", ">", ">=", "=", "≠"])
    return pick([
      "retard \(relation) \(number(-5, 50)) jours", "âge \(relation) \(number(5, 90)) jours",
      "retard entre \(number(0, 9)) jours et \(number(10, 40)) jours",
      "retard dans (3 jours, 8 jours, 17 jours, 31 jours)",
      "jours depuis relance \(relation) \(number(1, 20)) jours",
      "nombre de relances \(relation) \(number(0, 4))", "mois \(relation) \(number(3, 5))",
      "jour = \(pick(["lundi", "jeudi"]))", "encours \(relation) \(number(0, 900)) €",
      "échu \(relation) \(number(0, 500)) €", "factures échues \(relation) \(number(0, 4))",
      "retard moyen \(relation) \(number(-2, 20)) jours", "taux de retard \(relation) 50 %",
      "litige", "promesse", "promesse rompue", "procédure collective", "solde \(relation) 120 USD",
      "payé \(relation) \(number(0, 100)) €", "retard \(relation) retard moyen",
      "retard + 3 jours \(relation) âge - retard moyen", "prescription \(relation) 1790 jours",
      "retard * 2 \(relation) \(number(5, 40)) jours", "risque = élevé", "segment = PME",
      "échéance + retard \(relation) 2026-04-\(number(10, 28))", "montant \(relation) 200 €",
      "limite de crédit \(relation) 150 €", "jours depuis relance est renseigné",
    ])
  }

  // MARK: Ledger

  mutating func ledger() -> Ledger {
    let accounts = (0..<6).map { account($0) }
    var rates: [ExchangeRate] = []
    if let dollar = Currency(code: "USD") {
      for offset in [-90, 9, 33] where chance(2) {
        guard let rate = Rational(numerator: Int128(number(90, 130)), denominator: 100) else {
          continue
        }
        rates.append(ExchangeRate(currency: dollar, validFrom: day(offset, offset), perEuro: rate))
      }
    }
    return Ledger(accounts: accounts, exchangeRates: ExchangeRates(entries: rates))
  }

  private mutating func account(_ index: Int) -> CustomerAccount {
    var customer = Customer(id: "C\(index)")
    if !chance(4) { customer.email = "a@example.fr" }
    if !chance(4) { customer.phone = "01" }
    if !chance(4) { customer.address = "1 rue" }
    customer.risk = chance(3) ? .high : .low
    customer.segment = chance(2) ? "PME" : nil
    customer.isConsumer = chance(6)
    customer.isSensitive = chance(6)
    customer.creditLimit = chance(2) ? Int64(number(50, 300)) * 100 : nil
    if chance(5) { customer.insolvencyOn = day(-20, 60) }
    if chance(8) { customer.scenario = "Second" }
    var account = CustomerAccount(customer)
    if chance(6) { account.holds = [hold()] }
    for number in 0..<number(1, 7) { account.invoices.append(invoice("F\(index)-\(number)")) }
    if chance(4) { account.otherReminders = [reminder("J+3 relance email")] }
    return account
  }

  private mutating func invoice(_ id: String) -> InvoiceAccount {
    let due = day(-90, 60)
    var invoice = Invoice(id: id, dueOn: due, amount: Int64(number(10, 400)) * 100)
    if chance(6), let dollar = Currency(code: "USD") { invoice.currency = dollar }
    if !chance(4) { invoice.issuedOn = due.adding(days: -number(0, 60)) }
    if chance(9) { invoice.kind = .creditNote }
    invoice.hasInstalmentPlan = chance(12)
    var account = InvoiceAccount(invoice)
    if chance(2) {
      let part = chance(2) ? invoice.amount : invoice.amount / 2
      account.payments.append(Payment(paidOn: due.adding(days: number(-10, 50)), amount: part))
      if chance(4) {
        account.payments.append(Payment(paidOn: due.adding(days: number(0, 60)), amount: -1_000))
      }
      if chance(3) {
        account.payments.append(
          Payment(paidOn: due.adding(days: number(0, 60)), amount: invoice.amount)
        )
      }
    }
    if chance(5) {
      let opened = day(-20, 50)
      let closed = chance(2) ? opened.adding(days: number(0, 30)) : nil
      account.disputes.append(Dispute(openedOn: opened, closedOn: closed))
    }
    for _ in 0..<2 where chance(5) {
      let promised = day(-20, 60)
      let made = chance(4) ? nil : promised.adding(days: number(-15, 3))
      account.promises.append(PaymentPromise(madeOn: made, promisedOn: promised))
    }
    if chance(9) { account.holds.append(hold()) }
    if chance(4) { account.reminders.append(reminder(pick(["J+3 relance email", "ancien"]))) }
    return account
  }

  private mutating func hold() -> Hold {
    let from = day(-10, 40)
    return Hold(from: from, until: chance(3) ? nil : from.adding(days: number(0, 25)))
  }

  private mutating func reminder(_ step: String) -> Reminder {
    Reminder(step: step, rank: 15, channel: "email", nature: "relance", sentOn: day(-20, 4))
  }

  private mutating func day(_ least: Int, _ most: Int) -> CalendarDate {
    RandomTrade.firstDay.adding(days: number(least, most))
  }

  private mutating func number(_ least: Int, _ most: Int) -> Int {
    Int.random(in: least...most, using: &random)
  }

  private mutating func chance(_ times: Int) -> Bool { number(1, times) == 1 }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[number(0, choices.count - 1)]
  }
}
