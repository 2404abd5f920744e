import Diagnostics
import Receivables

/// What an axis of a condition space measures.
enum Subject: Hashable {
  /// A field: an amount in the space's own currency, a word by its place in a list.
  case field(FieldReference)
  /// A value that is derived from fields and stands alone in its comparisons.
  case atom(Int)
  /// A sum of multiples of several atoms.
  case form(Form)
  /// Whether two fields hold the same text.
  case sameText(FieldReference, FieldReference)
  /// A comparison that cannot be worked out, as a figure in it leaves the range of numbers.
  case outOfRange(Int)

  /// The field, if the axis measures one and nothing else.
  var field: FieldReference? {
    switch self {
    case .field(let reference): reference
    case .atom, .form, .sameText, .outOfRange: nil
    }
  }
}

/// An axis of a condition space: the possible answers to one question about an invoice.
///
/// Words and texts stand on it as whole numbers from 0, in the order of `words` or of the list.
struct Axis {
  /// What it measures.
  let subject: Subject
  /// How finely its values lie.
  let grain: Grain
  /// Whether there can be no value, which then lies before all values.
  let hasAbsence: Bool
  /// The values that occur.
  let domain: Interval
  /// The cuts that sets use, in their order along the axis.
  var cuts: [Int32] = []
  /// The texts of a text field, each at the place that stands for it.
  var words = WordList()

  /// An axis for a field.
  init(_ reference: FieldReference, _ type: ValueType) {
    subject = .field(reference)
    grain = type.grain
    switch reference {
    case .field(let field):
      hasAbsence = field.hasAbsence
      domain = field.domain
    case .column, .message:
      // An absent truth value reads as false.
      hasAbsence = type != .truth
      domain = type == .truth ? .words(2) : .all
    }
  }

  /// An axis for a value derived from fields that are all there.
  init(derived subject: Subject, _ grain: Grain, domain: Interval = .all) {
    self.subject = subject
    self.grain = grain
    self.domain = domain
    hasAbsence = false
  }

  /// An interval of the axis as it is written by cuts: within the domain, without those that part
  /// nothing; `nil` if no value of the axis lies in it.
  func trimmed(_ interval: Interval) throws(ArithmeticOverflow) -> Interval? {
    var result = grain == .whole ? try interval.amongWholes() : interval
    if let lower = result.lower, let least = domain.lower, lower <= least { result.lower = nil }
    if let upper = result.upper, let greatest = domain.upper, upper >= greatest {
      result.upper = nil
    }
    return result.intersection(domain).isEmpty || result.isEmpty ? nil : result
  }
}

/// Texts, each once, in the order in which they came up.
struct WordList {
  private var words: [FoldedText] = []
  private var places: [FoldedText: Int] = [:]

  /// The text at a place, if there is one.
  subscript(place: Int) -> FoldedText? { words.indices.contains(place) ? words[place] : nil }

  /// The place of a text; a new one comes last.
  mutating func place(of word: FoldedText) -> Int {
    if let known = places[word] { return known }
    places[word] = words.count
    words.append(word)
    return words.count - 1
  }
}

extension Interval {
  /// The places of so many words.
  static func words(_ count: Int) -> Interval {
    Interval(from: .before(.zero), to: .before(Rational(Int64(count))))
  }

  /// The numbers from one to another, both ends in, as whole numbers.
  fileprivate static func wholes(_ first: Int64, _ last: Int64) -> Interval {
    Interval(from: .before(Rational(first)), to: .before(Rational(last + 1)))
  }

  /// Zero and above.
  fileprivate static let fromZero = Interval(from: .before(.zero))
}

extension ValueType {
  /// How finely values lie: amounts, days and words are whole numbers.
  var grain: Grain {
    switch self {
    case .integer, .money, .duration, .date, .text, .truth, .risk, .kind, .weekday: .whole
    case .number, .percentage: .dense
    }
  }
}

extension Field {
  /// Whether an invoice can have no value for the field; an absent risk reads as `inconnu`.
  var hasAbsence: Bool {
    switch entry.presence {
    case .always: false
    case .maybe: self != .risk
    }
  }

  /// The values that occur where conditions are asked.
  ///
  /// Each bound holds for every invoice: credit notes, by their kind or a negative amount, are
  /// never asked about; an invoice exists from its issue on, and rows later than the day do not
  /// count, so that ages are never negative; the rest are counts, shares and lists.
  var domain: Interval {
    switch self {
    case .amount, .age, .reminderCount, .daysSinceReminder, .overdueInvoices: .fromZero
    case .month: .wholes(1, 12)
    case .lateShare: Interval(from: .before(.zero), to: .after(.one))
    case .dueDate, .issueDate:
      .wholes(Int64(CalendarDate.earliest.dayNumber), Int64(CalendarDate.latest.dayNumber))
    case .dispute, .instalmentPlan, .insolvency, .promise, .brokenPromise, .strategic, .sensitive,
      .consumer:
      .words(2)
    case .kind: .words(InvoiceKind.allCases.count - 1)
    case .risk: .words(Risk.allCases.count)
    case .weekday: .words(Weekday.allCases.count)
    case .invoice, .customer, .name, .segment, .category, .country, .language, .currency, .email,
      .phone, .address:
      .fromZero
    case .paid, .balance, .daysLate, .outstanding, .overdue, .averageDelay, .creditLimit,
      .limitation:
      .all
    }
  }
}

extension Value {
  /// The place of a word on the axis of its list; `nil` for texts and figures.
  ///
  /// Credit notes come last, behind the end of the axis.
  var placeInList: Int64? {
    switch self {
    case .truth(let truth): truth ? 1 : 0
    case .risk(let risk): Risk.allCases.firstIndex(of: risk).map { Int64($0) }
    case .kind(let kind): InvoiceKind.allCases.firstIndex(of: kind).map { Int64($0) }
    case .weekday(let day): Weekday.allCases.firstIndex(of: day).map { Int64($0) }
    case .text, .number, .percentage, .money, .duration, .date: nil
    }
  }
}
