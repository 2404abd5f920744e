import Receivables

extension CustomerAccount {
  /// Records in memory every action of a day as done, whatever its mode: what examples and
  /// simulations do between two days (R98).
  ///
  /// An invoice gets one row for its step, with the channels of all the actions it is in (R73). The
  /// row belongs to the first of these actions, so that invoices that went out together count as one
  /// contact (R83).
  public mutating func record(_ actions: [PlannedAction], on day: CalendarDate) {
    let messages = actions.indices.map { "\(day)/\($0)" }
    for index in invoices.indices {
      let id = invoices[index].invoice.id
      var row: Reminder?
      var channels: Set<Channel> = []
      for (action, message) in zip(actions, messages) {
        guard let planned = action.invoices.first(where: { $0.id == id }) else { continue }
        channels.insert(action.channel)
        row =
          row
          ?? Reminder(
            step: planned.step,
            rank: planned.rank,
            channel: action.channel.rawValue,
            nature: action.nature.rawValue,
            sentOn: day,
            occurrence: planned.occurrence,
            messageID: message
          )
      }
      guard var row else { continue }
      row.channel = Channel.allCases.filter { channels.contains($0) }.map { $0.rawValue }
        .joined(separator: " + ")
      invoices[index].reminders.append(row)
    }
  }
}
