import Planning
import Receivables

/// The calls and tasks of a day as a calendar (RFC 5545), which mail programs and telephones import.
///
/// They are events of the whole day that leave the time free: few programs show to-do entries.
struct CalendarFile {
  /// The text of the file.
  private(set) var text = ""
  private let day: CalendarDate

  /// A calendar of a day.
  init(_ messages: [RenderedMessage], on day: CalendarDate) {
    self.day = day
    add("BEGIN:VCALENDAR")
    add("VERSION:2.0")
    add("PRODID:-//Relance//Relance//FR")
    add("CALSCALE:GREGORIAN")
    for message in messages { add(message) }
    add("END:VCALENDAR")
  }

  private mutating func add(_ message: RenderedMessage) {
    var description = ""
    if let address = message.recipient.address { description += "\(plainLine(address))\n" }
    description += message.text
    add("BEGIN:VEVENT")
    add("UID:\(message.key.prefix(40))@relance.invalid")
    add("DTSTAMP:\(digits(day))T080000Z")
    add("DTSTART;VALUE=DATE:\(digits(day))")
    add("DTEND;VALUE=DATE:\(digits(day.adding(days: 1)))")
    add("TRANSP:TRANSPARENT")
    add("SUMMARY:\(escaped(message.subject))")
    add("DESCRIPTION:\(escaped(description))")
    add("CATEGORIES:\(escaped(message.action.channel.rawValue))")
    add("END:VEVENT")
  }

  private func digits(_ day: CalendarDate) -> String {
    String(day.description.filter { $0 != "-" })
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\\\"
      case ";": result += "\\;"
      case ",": result += "\\,"
      case "\n": result += "\\n"
      default: result.append(character)
      }
    }
    return result
  }

  /// Adds a line, folded after at most 75 bytes but within no character.
  private mutating func add(_ line: String) {
    var length = 0
    for scalar in line.unicodeScalars {
      let size = String(scalar).utf8.count
      if length + size > 75 {
        text += "\r\n "
        length = 1
      }
      text.unicodeScalars.append(scalar)
      length += size
    }
    text += "\r\n"
  }
}
