/// The names of the ledger's columns; several tables share some of them.
///
/// The raw value is the name in the database and in `--map`.
public enum ColumnName: String, CaseIterable, Sendable {
  case address
  case amount = "amount_minor"
  case category
  case channel
  case closedOn = "closed_on"
  case consumer
  case country
  case creditLimit = "credit_limit_minor"
  case currency
  case customerID = "customer_id"
  case customerName = "customer_name"
  case dueOn = "due_on"
  case email
  case fromOn = "from_on"
  case id
  case insolvencyOn = "insolvency_on"
  case instalmentPlan = "instalment_plan"
  case invoiceID = "invoice_id"
  case issuedOn = "issued_on"
  case kind
  case language
  case madeOn = "made_on"
  case messageID = "message_id"
  case mode
  case name
  case nature
  case number
  case occurrence
  case openedOn = "opened_on"
  case paidOn = "paid_on"
  case paymentTerms = "payment_terms"
  case perEuro = "per_euro"
  case phone
  case promisedOn = "promised_on"
  case rank
  case reason
  case risk
  case role
  case runID = "run_id"
  case scenario
  case segment
  case sensitive
  case sentOn = "sent_on"
  case step
  case strategic
  case tone
  case untilOn = "until_on"
  case validFrom = "valid_from"
}
