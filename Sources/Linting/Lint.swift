import Diagnostics

/// An opinion about scenario files: its page and the check itself.
///
/// To add one, write a file with its `Lint`, add a line to `Lint.all`, and write a sample
/// `Tests/LintingTests/Samples/CODE.relance` with lines that must and must not be reported.
public struct Lint: Sendable {
  /// What it reports, why, and what to write instead.
  public let page: CodePage
  /// The check: the findings in the files of a subject.
  public let check: @Sendable (LintSubject) -> [Diagnostic]

  /// A lint of its page and its check.
  init(_ page: CodePage, check: @escaping @Sendable (LintSubject) -> [Diagnostic]) {
    self.page = page
    self.check = check
  }

  /// Every lint, by code.
  public static let all: [Lint] = [
    weekendDrift,
    shiftedCollision,
    ratesRunOut,
    unregisteredNotice,
    missingMentions,
    consumersCharged,
    rateBelowFloor,
    disputesNotHeld,
    highRiskAutomated,
    waiver,
    timeBarredStep,
    alwaysTrue,
    neverTrue,
    unreachable,
    redundantRule,
    conflict,
    uncoveredInvoices,
    forgottenBound,
    duplicateRule,
    equalityOnDuration,
    fieldWithoutEffect,
    roundaboutForm,
    overlappingScenarios,
    unreachableStep,
    stepOrder,
    stepsOfOneDay,
    toneGoesDown,
    skippedEscalation,
    longGap,
    shortGap,
    pressure,
    openEnd,
    noFallbackChannel,
    noEarlyReminder,
    noThreshold,
    noCap,
    misleadingText,
    missingAccent,
    commaInList,
    amountForm,
    typographicCharacter,
    untestedRule,
    mayBeAbsent,
    unusedDeclaration,
  ]
}

extension Lint {
  /// A finding of this lint; it weighs what the page says unless said otherwise.
  func finding(
    _ severity: Severity? = nil,
    at range: SourceRange,
    _ message: Message,
    label: Message? = nil,
    notes: [DiagnosticNote] = [],
    help: Message? = nil,
    fix: Fix? = nil
  ) -> Diagnostic {
    Diagnostic(
      page.code,
      severity ?? page.severity,
      at: range,
      message,
      label: label,
      notes: notes,
      help: help,
      fix: fix
    )
  }
}
