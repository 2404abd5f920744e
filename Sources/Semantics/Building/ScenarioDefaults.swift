import Diagnostics
import Receivables
import Syntax

extension Scenario {
  /// A scenario of its items: what they leave open has its default, and steps have their ranks.
  init(name: String, range: SourceRange, items: OwnItems, prelude: [Rule]) {
    self.init(
      name: name,
      range: range,
      description: items.description,
      appliesTo: items.appliesTo,
      priority: items.priority ?? 0,
      calendar: BusinessCalendar(
        workingWeek: items.workingWeek ?? .mondayToFriday,
        holidays: HolidayCalendar(
          region: items.holidayRegion,
          additionalDates: Set(items.extraHolidays)
        )
      ),
      shift: items.shift ?? .following,
      catchUp: items.catchUp ?? .progressive,
      spacing: items.spacing ?? 7,
      grouping: items.grouping ?? .byCustomer,
      caps: items.caps,
      threshold: items.threshold ?? Money(minorUnits: 0, currency: .euro),
      places: items.places,
      penalties: items.penalties ?? .ecbPlus(Percentage(basisPoints: 1_000)),
      indemnity: items.indemnity ?? 4_000,
      window: items.window ?? 7,
      steps: items.rankedSteps,
      rules: items.rules + (items.withoutPrelude ? [] : prelude)
    )
  }
}

extension OwnItems {
  /// The days off of a scenario: several lines add up, and without a region those of France
  /// stay (R40).
  fileprivate var holidayRegion: HolidayCalendar.Region {
    if regions.contains(.alsaceMoselle) { return .alsaceMoselle }
    if regions.contains(.france) || regions.isEmpty { return .france }
    return .none
  }

  /// The steps with their ranks; `R+N` counts on from the step before it, events aside (R56).
  fileprivate var rankedSteps: [Step] {
    var previous = 0
    return steps.map { unranked in
      var step = unranked.step
      step.rank = step.moment.rank ?? previous + 5 * step.moment.offset
      if step.event == nil { previous = step.rank }
      return step
    }
  }
}
