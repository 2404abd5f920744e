import Diagnostics
import Planning
import Receivables
import Reporting

/// An e-mail as a file that mail programs open and `sendmail` takes (RFC 5322, RFC 2045).
public struct Email: Sendable {
  /// Where it stands in a person's work.
  enum State {
    /// Ready to be sent.
    case ready
    /// To be looked at first: mail programs open it as a draft.
    case draft
  }

  /// What identifies it for all time, with its angle brackets.
  public let messageID: String
  /// The bytes of the file.
  public let bytes: [UInt8]

  /// The e-mail of a message.
  ///
  /// Nothing in it hangs on the clock: its date is the day of the plan, its identity that of the
  /// message, so that the same plan gives the same bytes.
  init(_ message: RenderedMessage, to: [Mailbox], _ state: State) {
    let sender = Mailbox.all(in: message.sender.address, name: message.sender.name)
    let domain = sender?.first?.address.split(separator: "@").last.map(String.init)
    let id = "<\(message.key.prefix(40))@\(domain ?? "relance.invalid")>"
    let copies = message.copies.flatMap { copy in
      Mailbox.all(in: copy.address, name: copy.person ?? copy.name) ?? []
    }
    var text = "Date: \(Email.date(message.day))\r\n"
    // Without a sender the mail program puts in its own.
    if let sender { text += HeaderText.field("From", Array(sender.prefix(1))) }
    if !to.isEmpty { text += HeaderText.field("To", to) }
    let others = copies.filter { copy in !to.contains { $0.address == copy.address } }
    if !others.isEmpty { text += HeaderText.field("Cc", others) }
    text += HeaderText.field("Subject", message.subject)
    text += "Message-ID: \(id)\r\n"
    text += "MIME-Version: 1.0\r\n"
    text += "Content-Language: \(message.language.code)\r\n"
    switch state {
    case .ready: break
    case .draft: text += "X-Unsent: 1\r\n"
    }
    // The boundary holds a character that quoted-printable never writes.
    let boundary = "=_\(message.key.suffix(24))"
    text += "Content-Type: multipart/alternative; boundary=\"\(boundary)\"\r\n\r\n"
    text += Email.part("plain", message.text, boundary)
    text += Email.part("html", Email.page(message), boundary)
    text += "--\(boundary)--\r\n"
    messageID = id
    bytes = Array(text.utf8)
  }

  private static func part(_ kind: String, _ content: String, _ boundary: String) -> String {
    "--\(boundary)\r\nContent-Type: text/\(kind); charset=utf-8\r\n"
      + "Content-Transfer-Encoding: quoted-printable\r\n\r\n\(quotedPrintable(content))\r\n"
  }

  private static func page(_ message: RenderedMessage) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(message.language.code)">
    <head><meta charset="utf-8"><title>\(escapedHTML(message.subject))</title></head>
    <body style="font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.45;color:#222">
    \(message.html)</body>
    </html>

    """
  }

  /// The day at eight o'clock, as headers write it.
  private static func date(_ day: CalendarDate) -> String {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let (year, month, number) = day.components
    let weekday = weekdays[Int(day.weekday.rawValue) - 1]
    return "\(weekday), \(number) \(months[month - 1]) \(year) 08:00:00 +0000"
  }
}

/// A text in the encoding quoted-printable (RFC 2045), lines of at most 76 characters ended by CRLF.
func quotedPrintable(_ text: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var output: [UInt8] = []
  var length = 0
  let bytes = Array(text.utf8)
  for (index, byte) in bytes.enumerated() {
    if byte == 0x0A {
      output += [0x0D, 0x0A]
      length = 0
      continue
    }
    let isAtLineEnd = index + 1 == bytes.count || bytes[index + 1] == 0x0A
    let isSpace = byte == 0x20 || byte == 0x09
    // A dot alone or `From ` at the start of a line would be changed on the way.
    let isRisky = length == 0 && (byte == 0x2E || byte == 0x46)
    let isPlain =
      (0x21...0x7E).contains(byte) && byte != 0x3D && !isRisky || isSpace && !isAtLineEnd
    let encoded =
      isPlain ? [byte] : [0x3D, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    if length + encoded.count > 75 {
      output += [0x3D, 0x0D, 0x0A]
      length = 0
    }
    output += encoded
    length += encoded.count
  }
  return String(decoding: output, as: UTF8.self)
}
