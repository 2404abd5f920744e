/// A postal address in the columns that mailing services ask for.
struct PostalAddress {
  /// The lines between the name and the town: at most three, what is left joined to the third.
  let street: [String]
  /// The five digits of a French postal code, or empty.
  let code: String
  /// The town, or the whole last line of an address that has no such code.
  let town: String
  /// What stands behind the town: the country.
  let country: String

  /// The columns of an address of the ledger.
  init(_ party: Party) {
    var bare = party
    bare.person = nil
    bare.name = ""
    var lines = bare.lines
    let place = lines.lastIndex { line in
      let digits = line.prefix(5)
      return digits.utf8.count == 5 && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
        && line.utf8.count > 6
    }
    if let place {
      code = String(lines[place].prefix(5))
      town = String(lines[place].dropFirst(5)).trimmed
      country = lines[(place + 1)...].joined(separator: ", ")
      lines.removeSubrange(place...)
    } else {
      code = ""
      town = lines.popLast() ?? ""
      country = ""
    }
    street =
      lines.count <= 3
      ? lines : lines.prefix(2) + [lines.dropFirst(2).joined(separator: ", ")]
  }

  /// The line of a place among the three; empty where there is none.
  func line(_ index: Int) -> String { index < street.count ? street[index] : "" }
}
