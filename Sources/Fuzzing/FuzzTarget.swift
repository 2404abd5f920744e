/// One entrance through which bytes nobody vouches for come in.
///
/// To add one, write a file with its target and add a line to `FuzzTarget.all`.
struct FuzzTarget: Sendable {
  /// The name on the command line.
  let name: String
  /// Takes any bytes; what they must never do ends the program.
  let run: @Sendable ([UInt8]) -> Void

  /// Every target, by name.
  static let all: [FuzzTarget] = [csv, header, scenario, template]

  /// The target of a name.
  static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}
