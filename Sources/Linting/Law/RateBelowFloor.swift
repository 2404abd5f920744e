import Diagnostics
import Receivables
import Semantics
import Syntax

extension Lint {
  /// DRO504: agreed penalties below what the law allows to agree.
  static let rateBelowFloor = Lint(
    CodePage(
      code: "DRO504",
      severity: .warning,
      title: Message(fr: "taux sous le plancher", en: "rate below the floor"),
      reports: Message(
        fr:
          "des pénalités convenues à moins de trois fois le taux légal, dans un des trois derniers"
          + " semestres connus au jour de la vérification ; `BCE + 10 points` et plus, le taux que la"
          + " loi prévoit elle-même, n'est jamais rapporté, bien qu'il ait été sous le plancher en"
          + " 2024, ni ce qui ne vaut que pour des particuliers",
        en: "penalties agreed at less than three times the legal rate in one of the last three"
          + " half-years known on the day of the check; `BCE + 10 points` and more, the rate that"
          + " the law itself provides, is never reported, although it was below the floor in 2024,"
          + " nor is what holds for consumers only"
      ),
      matters: Message(
        fr: "le taux convenu ne peut pas être inférieur à trois fois le taux d'intérêt légal"
          + " (art. L441-10 II du code de commerce) ; une clause plus basse expose à une amende",
        en:
          "an agreed rate may not be below three times the legal interest rate (article L441-10 II"
          + " of the French commercial code); a lower clause risks a fine"
      ),
      example: "pénalités 5 %\nJ+7 email\nJ+30 tâche",
      instead: "pénalités 3 × taux légal\nJ+7 email\nJ+30 tâche",
      basis: [.intervals]
    ),
    check: { subject in
      subject.scenarioSources.compactMap { source -> Diagnostic? in
        guard source.scenario.appliesTo?.isForConsumers != true else { return nil }
        return lowRate(in: source, subject)
      }
    }
  )
}

private func lowRate(in source: ScenarioSource, _ subject: LintSubject) -> Diagnostic? {
  for item in source.syntax.items {
    guard case .setting(let setting) = item, case .penalties(let rule) = setting.kind else {
      continue
    }
    let message: Message?
    switch rule {
    case .none: message = nil
    case .legalTimes(let factor):
      message =
        factor < Rational(3)
        ? Message(
          fr: "moins de trois fois le taux légal, le minimum de la loi",
          en: "less than three times the legal rate, the minimum by law"
        ) : nil
    case .ecbPlus(let points):
      let isStatutory = points >= Percentage(basisPoints: 1_000)
      message = isStatutory ? nil : shortfall(of: rule, subject)
    case .fixed: message = shortfall(of: rule, subject)
    }
    guard let message else { continue }
    return Lint.rateBelowFloor.finding(
      at: setting.range,
      message,
      help: Message(
        fr: "écrire `pénalités 3 × taux légal` ou `pénalités BCE + 10 points`",
        en: "write `pénalités 3 × taux légal` or `pénalités BCE + 10 points`"
      )
    )
  }
  return nil
}

/// The latest of the half-years in question in which a rate lies below the floor, in words.
private func shortfall(of rule: PenaltyRule, _ subject: LintSubject) -> Message? {
  let rates = subject.analysis.scenarios.rates
  var halfYear = HalfYear(containing: subject.day)
  var known = 0
  // Two years back at the most: rates older than that say nothing about today's contract.
  for _ in 0..<6 where known < 3 {
    defer { halfYear = halfYear.previous }
    guard let legal = rates.rate(.legal, in: halfYear) else { continue }
    known += 1
    do throws(ArithmeticOverflow) {
      let floor = try legal.fraction.multiplied(by: Rational(3))
      guard let rate = try rule.rate(in: halfYear, by: rates), rate < floor else { continue }
      let period = halfYear.message
      let (low, high) = (percent(rate), percent(floor))
      return Message(
        fr: "\(low.fr) au \(period.fr), sous le plancher de \(high.fr) (trois fois le taux légal)",
        en: "\(low.en) in the \(period.en), below the floor of \(high.en) (three times the legal"
          + " rate)"
      )
    } catch {
      continue
    }
  }
  return nil
}

extension PenaltyRule {
  /// The yearly rate of a half-year as a fraction of one; `nil` where it is not known.
  fileprivate func rate(
    in halfYear: HalfYear,
    by rates: InterestRates
  ) throws(ArithmeticOverflow) -> Rational? {
    switch self {
    case .ecbPlus(let points):
      guard let base = rates.rate(.ecb, in: halfYear) else { return nil }
      return try base.fraction.adding(points.fraction)
    case .legalTimes(let factor):
      guard let base = rates.rate(.legal, in: halfYear) else { return nil }
      return try base.fraction.multiplied(by: factor)
    case .fixed(let rate): return rate.fraction
    case .none: return nil
    }
  }
}

private func percent(_ fraction: Rational) -> Message {
  do throws(ArithmeticOverflow) {
    let value = try fraction.multiplied(by: Rational(100))
    return Message(fr: value.french(decimals: 2) + "\u{A0}%", en: value.english(decimals: 2) + "%")
  } catch {
    return Message(fr: "un taux", en: "a rate")
  }
}
