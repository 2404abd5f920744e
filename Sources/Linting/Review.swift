import Diagnostics
import Semantics

/// Everything there is to say about scenario files, in reading order: what reading them found, what
/// the lints find, and `others`, the findings of checks that need more than the files; without what
/// comments silence.
///
/// Lints look only at files without errors: what is wrong in itself has no other faults yet.
public func review(_ subject: LintSubject, with others: [Diagnostic] = []) -> [Diagnostic] {
  let mistakes = subject.analysis.diagnostics
  if mistakes.hasErrors { return mistakes.inReadingOrder }
  let findings =
    mistakes + Lint.all.flatMap { $0.check(subject) } + subject.spentBudget + others
  return subject.silenced(findings + subject.layoutFindings(after: findings)).inReadingOrder
    .limited(to: findingLimit)
}
