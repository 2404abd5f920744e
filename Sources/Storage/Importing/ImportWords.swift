import Receivables

/// Words as imported files have them, in French and English; the ledger has the canonical ones.
enum ImportWords {
  static let truth = WordList<Bool>([
    "oui": true, "non": false, "o": true, "n": false, "vrai": true, "faux": false, "yes": true,
    "no": false, "y": true, "true": true, "false": false, "1": true, "0": false, "x": true,
  ])

  static let invoiceKind = WordList<InvoiceKind>([
    "standard": .standard, "récurrente": .recurring, "exceptionnelle": .exceptional,
    "acompte": .downPayment, "avoir": .creditNote,
    "facture": .standard, "invoice": .standard, "recurring": .recurring,
    "abonnement": .recurring, "subscription": .recurring, "exceptional": .exceptional,
    "facture d'acompte": .downPayment, "down payment": .downPayment, "deposit": .downPayment,
    "credit note": .creditNote, "credit memo": .creditNote, "credit": .creditNote,
  ])

  static let role = WordList<ContactRole>([
    "principal": .principal, "comptabilité": .accounting, "direction": .management,
    "commercial": .sales,
    "principale": .principal, "main": .principal, "primary": .principal,
    "compta": .accounting, "comptable": .accounting, "accounting": .accounting,
    "accounts payable": .accounting, "finance": .accounting,
    "directeur": .management, "directrice": .management, "management": .management,
    "manager": .management, "commerciale": .sales, "ventes": .sales, "sales": .sales,
  ])

  /// A currency's code, or what people write for the euro and the pound; other symbols stand for
  /// several currencies.
  static func currency(_ text: String) -> Currency? {
    switch text {
    case "€", "euro", "Euro", "euros", "Euros", "EURO", "EUROS": .euro
    case "£": Currency(code: "GBP")
    case _: Currency(code: text)
    }
  }

  /// Whether a symbol or code written beside an amount can stand for a currency.
  static func isSymbol(_ symbol: String, of currency: Currency) -> Bool {
    switch symbol {
    case "$": currency.code.hasSuffix("D")
    case "¥": ["JPY", "CNY"].contains(currency.code)
    case _: self.currency(symbol) == currency
    }
  }
}
