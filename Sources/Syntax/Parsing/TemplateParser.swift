import Diagnostics

extension Parser {
  mutating func parseTemplateLine() throws(Unreadable) -> Bool { false }
  mutating func checkCompleteness(of template: Block.OpenTemplate) {}
}
