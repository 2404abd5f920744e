import Diagnostics
import Planning

/// A form in which a simulation is written.
///
/// To add one, add a file that extends this type with a value, and name the value in `all`.
public struct SimulationFormat: Sendable {
  /// The name after `--format`.
  public let name: String
  /// Whether it shows the actions themselves or only counts them.
  public let journal: SimulationTally.Journal
  /// Writes a simulation; the text ends with a line feed.
  public let write: @Sendable (SimulationReport, TextSettings, TextOutput) -> Void

  /// The forms, the default first.
  public static let all: [SimulationFormat] = [.table, .csv, .json]

  /// The form of a name, if there is one.
  public static func named(_ name: String) -> SimulationFormat? { all.first { $0.name == name } }
}

/// A simulation with what its forms need beside it.
public struct SimulationReport: Sendable {
  /// The simulation.
  public var simulation: Simulation
  /// The scenario files, for the places in reasons.
  public var files: SourceFiles

  /// A simulation to be written.
  public init(_ simulation: Simulation, files: SourceFiles) {
    self.simulation = simulation
    self.files = files
  }
}
