import Diagnostics
import Planning
import Receivables

extension ComparisonFormat {
  /// For programs.
  public static let json = ComparisonFormat(
    name: "json",
    write: { report, settings, output in
      ComparisonJSON(report: report, language: settings.language).document.write(to: output)
    }
  )
}

private struct ComparisonJSON {
  let report: ComparisonReport
  let language: MessageLanguage

  var document: JSONValue {
    var object: JSONObject = ["rules": .array(report.rules.map(rule), .linePerItem)]
    if let plans = report.plans {
      var counts: JSONObject = [:]
      for (kind, changes) in plans.byKind { counts.append(kind.rawValue, JSONValue(changes.count)) }
      object.append("from", .string(plans.new.from.description))
      object.append("to", .string(plans.new.to.description))
      object.append("different", JSONValue(plans.changes.count))
      object.append("counts", .object(counts, .oneLine))
      object.append("invoices", .rows(plans.changes, change))
      object.append("totals", load(plans.old.totals.byChannel, plans.new.totals.byChannel, [:]))
      let weeks = zip(plans.old.weeks, plans.new.weeks).map { old, new in
        load(old.byChannel, new.byChannel, ["monday": .string(old.monday.description)])
      }
      object.append("weeks", .array(weeks, .linePerItem))
    }
    return .object(object, .linePerItem)
  }

  private func rule(_ change: RuleChange) -> JSONValue {
    .object(
      [
        "scenario": JSONValue(change.scenario),
        "matter": .string(change.matter.rawValue),
        "subject": .string(change.subject),
        "old": JSONValue(change.old),
        "new": JSONValue(change.new),
        "reach": .string(change.reach.name),
        "witness": JSONValue(change.reach.witness?.text(in: language)),
      ],
      .oneLine
    )
  }

  private func change(_ change: TreatmentChange) -> JSONValue {
    .object(
      [
        "invoice": .string(change.invoice),
        "customer": .string(change.customer),
        "changes": .array(change.kinds.map { .string($0.rawValue) }, .oneLine),
        "old": .array(change.old.map(treatment), .oneLine),
        "new": .array(change.new.map(treatment), .oneLine),
        "old_status": JSONValue(change.oldStatus?.rawValue),
        "new_status": JSONValue(change.newStatus?.rawValue),
        "old_step": JSONValue(change.oldStep),
        "new_step": JSONValue(change.newStep),
        "old_next_on": JSONValue(change.oldNextOn?.description),
        "new_next_on": JSONValue(change.newNextOn?.description),
      ],
      .oneLine
    )
  }

  private func treatment(_ treatment: Treatment) -> JSONValue {
    .object(
      [
        "date": .string(treatment.date.description),
        "step": .string(treatment.step),
        "channels": .array(treatment.channels.map { .string($0.rawValue) }, .oneLine),
        "nature": .string(treatment.nature.rawValue),
        "tone": .string(treatment.tone.rawValue),
        "mode": .string(treatment.mode.rawValue),
      ],
      .oneLine
    )
  }

  private func load(_ old: ChannelLoad, _ new: ChannelLoad, _ title: JSONObject) -> JSONValue {
    .object(title + ["old": old.json, "new": new.json], .oneLine)
  }
}
