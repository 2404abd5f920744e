import Diagnostics
import Planning
import Receivables

/// The load of each week by channel: the picture, and its figures in a table.
struct WeekPicture {
  let weeks: [SimulatedWeek]
  let language: MessageLanguage

  private func say(_ message: Message) -> String { message.text(in: language) }

  private var channels: [Channel] {
    Channel.allCases.filter { channel in weeks.contains { $0.byChannel[channel] > 0 } }
  }

  /// The picture and the table; the pointer is that of the list of weeks in the JSON form.
  func markup(at place: String) -> Markup {
    let caption = say(
      Message(fr: "Actions par semaine et par canal", en: "Actions by week and channel")
    )
    let chart = ColumnChart(
      description: caption,
      series: channels.map {
        ColumnChart.Series(name: say($0.noun.singular), colour: $0.colour)
      },
      columns: weeks.map { week in
        ColumnChart.Column(
          label: week.monday.inFewFigures(language),
          amounts: channels.map { Int128(week.byChannel[$0]) }
        )
      },
      scale: { language.amounts.write(Int(clamping: $0)) }
    )
    return .group([chart.markup, table(caption, at: place)])
  }

  private func table(_ caption: String, at place: String) -> Markup {
    let total = say(Message(fr: "Total", en: "Total"))
    var table = DataTable(
      caption: caption,
      columns: [.words(say(Message(fr: "Semaine du", en: "Week of")))]
        + channels.map { .figures(say($0.noun.singular)) } + [.figures(total)]
    )
    table.style = .series
    table.rows = weeks.enumerated().map { index, week in
      let cells = channels.map { channel -> DataTable.Cell in
        let count = week.byChannel[channel]
        guard count > 0 else {
          return DataTable.Cell([.node(.span, [.class("muted")], FigureText.none)], key: "0")
        }
        return DataTable.Cell([
          .figure(
            language.amounts.write(count),
            String(count),
            at: "\(place)/\(index)/by_channel/\(channel.rawValue)"
          )
        ])
      }
      return [
        DataTable.Cell([.day(week.monday, language)], key: week.monday.description)
      ] + cells + [
        DataTable.Cell([
          .figure(
            language.amounts.write(week.actions),
            String(week.actions),
            at: "\(place)/\(index)/actions"
          )
        ])
      ]
    }
    return table.markup(language)
  }
}

extension CalendarDate {
  /// The day and the month, for the foot of a picture: `02/02` in French, `02-02` in English.
  func inFewFigures(_ language: MessageLanguage) -> String {
    switch language {
    case .french: String(frenchDescription.prefix(5))
    case .english: String(description.suffix(5))
    }
  }
}
