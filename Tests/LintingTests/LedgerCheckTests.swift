import Diagnostics
import Linting
import Receivables
import Semantics
import Testing

@Suite("Checks against a ledger: what is true of these customers today")
struct LedgerCheckTests {
  private static let scenario = """
    scénario « Entreprises »
      pour segment = PME

      J+7   email doux
      J+20  appel ferme
      J+30 « décider »  tâche
    """

  private static let today = LintSample.today

  /// An account of a customer with one invoice that is so many days late.
  private func account(
    _ id: String,
    late days: Int,
    currency: Currency = .euro,
    _ change: (inout Customer) -> Void = { _ in }
  ) -> CustomerAccount {
    var customer = Customer(id: id)
    customer.segment = "PME"
    customer.email = "\(id)@exemple.fr"
    customer.phone = "0102030405"
    change(&customer)
    var account = CustomerAccount(customer)
    let invoice = Invoice(
      id: "F\(id)",
      dueOn: Self.today.adding(days: -days),
      amount: 50_000,
      currency: currency
    )
    account.invoices = [InvoiceAccount(invoice)]
    return account
  }

  private func told(
    _ accounts: [CustomerAccount],
    _ source: String = LedgerCheckTests.scenario
  ) -> [String] {
    let text = SourceText(name: "essai.relance", bytes: Array(source.utf8))
    let subject = LintSubject(analyze([text]), on: Self.today)
    let ledger = Ledger(accounts: accounts, exchangeRates: ExchangeRates(entries: []))
    let without = Set(review(subject))
    return review(subject, against: ledger).filter { !without.contains($0) }
      .map { "\($0.code.name) \($0.severity) \($0.message.fr)" }
  }

  private func reminder(_ step: String, _ days: Int, _ message: String) -> Reminder {
    Reminder(
      step: step,
      rank: 35,
      channel: "email",
      nature: "relance",
      sentOn: Self.today.adding(days: -days),
      occurrence: nil,
      messageID: message
    )
  }

  @Test("a ledger with nothing wrong brings nothing")
  func calm() {
    #expect(told([account("A", late: 3)]) == [])
    #expect(told([]) == [])
  }

  @Test("invoices that no scenario takes")
  func uncovered() {
    let others = ["B", "C"].map { account($0, late: 3) { $0.segment = "ETI" } }
    #expect(
      told([account("A", late: 3)] + others) == [
        "LOG206 warning dans la base, 2 factures ne sont prises par aucun scénario : FB, FC"
      ]
    )
  }

  @Test("a scenario that only the ledger knows; customers who owe nothing don't matter")
  func unknownScenario() {
    var paid = account("B", late: 3) { $0.scenario = "Inconnu" }
    paid.invoices[0].payments = [Payment(paidOn: Self.today, amount: 50_000)]
    let customer = account("A", late: 3) { $0.scenario = "Entreprise" }
    #expect(
      told([customer, paid]) == [
        "TYP106 error la base donne à A le scénario « Entreprise », qu'aucun fichier ne déclare :"
          + " rien ne part"
      ]
    )
  }

  @Test("a currency without a rate, where it changes an answer")
  func missingRate() throws {
    let dollars = try #require(Currency(code: "USD"))
    let source = Self.scenario + "\n\n  si solde > 1 000 € alors manuel\n"
    #expect(
      told([account("A", late: 3, currency: dollars)], source) == [
        "TYP105 error pas de taux de change USD dans la base : rien ne part pour 1 facture (FA),"
          + " dont le montant ne se compare à aucun autre"
      ]
    )
    #expect(told([account("A", late: 3, currency: dollars)]) == [])
  }

  @Test("customers whom a step cannot reach")
  func addresses() {
    let customers = ["A", "B", "C"].map { id in
      account(id, late: 3) { if id != "A" { $0.email = nil } }
    }
    #expect(
      told(customers) == [
        "SEQ310 information dans la base, 2 clients sur 3 ne peuvent être joints par `email` : B, C"
      ]
    )
  }

  @Test("more than four contacts in thirty days, messages and not rows counted")
  func pressure() {
    var customer = account("A", late: 3)
    customer.invoices[0].reminders = (0..<5).map {
      reminder("ancienne \($0)", 25 - 5 * $0, "\($0)")
    }
    #expect(
      told([customer]) == [
        "SEQ308 warning d'après la base, 1 client a eu plus de 4 contacts en 30 jours : A (5)"
      ]
    )
    customer.invoices[0].reminders = (0..<5).map { reminder("ancienne \($0)", 25 - 5 * $0, "1") }
    #expect(told([customer]) == [])
    customer.invoices[0].reminders = (0..<5).map {
      reminder("ancienne \($0)", 30 - 5 * $0, "\($0)")
    }
    #expect(told([customer]) == [])
  }

  @Test("a call that nobody marks done holds back what follows (R98)")
  func waiting() {
    var customer = account("A", late: 50)
    customer.invoices[0].reminders = [reminder("J+7 relance email", 42, "1")]
    #expect(
      told([customer]) == [
        "SEQ306 warning cette étape attend une personne depuis plus de 14 jours pour 1 facture : FA"
      ]
    )
    var recent = account("B", late: 25)
    recent.invoices[0].reminders = [reminder("J+7 relance email", 18, "1")]
    #expect(told([recent]) == [])
  }

  @Test("files with errors are not held against a ledger")
  func mistakes() {
    #expect(told([account("A", late: 3)], "J+7 email si retrad > 3 jours") == [])
  }
}
