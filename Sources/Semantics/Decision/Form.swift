import Receivables

/// A sum of multiples of atoms and a constant: what an expression comes to.
///
/// Amounts are in minor units, dates and durations in days, percentages fractions of one.
struct Form: Hashable {
  /// A multiple of an atom.
  struct Term: Hashable {
    /// The atom's number.
    let atom: Int
    /// How often it counts; never zero.
    let coefficient: Rational
  }

  /// The multiples, by the numbers of their atoms, each atom once.
  private(set) var terms: [Term]
  /// What is added to them.
  private(set) var constant: Rational

  /// A constant.
  init(_ constant: Rational) {
    terms = []
    self.constant = constant
  }

  /// An atom.
  init(atom: Int) {
    terms = [Term(atom: atom, coefficient: .one)]
    constant = .zero
  }

  /// The form without its constant.
  var linearPart: Form {
    var form = self
    form.constant = .zero
    return form
  }

  /// The sum of two forms.
  func adding(_ other: Form) throws(ArithmeticOverflow) -> Form {
    var sum = Form(try constant.adding(other.constant))
    var mine = terms[...]
    var theirs = other.terms[...]
    while let left = mine.first, let right = theirs.first {
      if left.atom < right.atom {
        sum.terms.append(left)
        mine.removeFirst()
      } else if right.atom < left.atom {
        sum.terms.append(right)
        theirs.removeFirst()
      } else {
        let coefficient = try left.coefficient.adding(right.coefficient)
        if coefficient != .zero {
          sum.terms.append(Term(atom: left.atom, coefficient: coefficient))
        }
        mine.removeFirst()
        theirs.removeFirst()
      }
    }
    sum.terms += mine
    sum.terms += theirs
    return sum
  }

  /// The form multiplied by a number.
  func multiplied(by factor: Rational) throws(ArithmeticOverflow) -> Form {
    var product = Form(try constant.multiplied(by: factor))
    guard factor != .zero else { return product }
    for term in terms {
      let coefficient = try term.coefficient.multiplied(by: factor)
      product.terms.append(Term(atom: term.atom, coefficient: coefficient))
    }
    return product
  }

  /// The difference of two forms.
  func subtracting(_ other: Form) throws(ArithmeticOverflow) -> Form {
    try adding(try other.multiplied(by: Rational(-1)))
  }

  /// The number that divides a linear part and all its multiples into the same form: whole
  /// coefficients without a common divisor, the first one positive.
  func scale() throws(ArithmeticOverflow) -> Rational {
    let coefficients = terms.map { $0.coefficient }
    guard let first = coefficients.first, let scale = try Rational.commonScale(of: coefficients)
    else { return .one }
    return first < .zero ? scale.negated() : scale
  }
}

/// The part of a value that is not known before an invoice is looked at.
indirect enum Atom: Hashable {
  /// A field; an amount in the space's own currency.
  case field(FieldReference)
  /// A field that is an amount, compared with amounts of another currency.
  case amount(FieldReference, Currency)
  /// An amount of another currency beside amounts of the space's own.
  case foreign(Money)
  /// A form rounded to the whole number, a half going away from zero.
  case rounded(Form)
  /// The product of two forms.
  case product(Form, Form, Grain)
}

/// How finely the values of an axis or an expression lie.
enum Grain: Hashable {
  /// Whole numbers only.
  case whole
  /// Any numbers.
  case dense
}
