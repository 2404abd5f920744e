import Diagnostics

extension Parser {
  mutating func parseExampleLine(of example: Block.OpenExample) throws(Unreadable) -> Bool { false }
}
