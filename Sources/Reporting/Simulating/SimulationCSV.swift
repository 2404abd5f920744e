import Planning

extension SimulationFormat {
  /// For spreadsheets: the journal, one line per invoice of each action, in the order of days.
  public static let csv = SimulationFormat(
    name: "csv",
    journal: .kept,
    write: { report, settings, output in
      var table = ActionTable(files: report.files, language: settings.language, to: output)
      for entry in report.simulation.journal { table.append(entry.action, on: entry.date) }
    }
  )
}
