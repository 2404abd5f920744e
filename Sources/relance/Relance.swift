/// The program: one command a run, an exit status, nothing kept between runs.
@main
struct Relance {
  static func main() {
    keepRunningWhenAWriteFails()
    let console = Console.standard
    let status = run(Array(CommandLine.arguments.dropFirst()), console)
    console.flush()
    exitProcess(status)
  }

  /// Runs the command that `words` name and gives the status to exit with.
  static func run(_ words: [String], _ console: Console) -> ExitStatus {
    do throws(Failure) {
      let invocation = try Invocation(words, console)
      if invocation.arguments.has(.help) {
        console.write(invocation.command.help(in: console.language))
        return .done
      }
      return try invocation.command.run(invocation)
    } catch {
      console.flush()
      console.complain(error, words)
      return error.status
    }
  }
}
