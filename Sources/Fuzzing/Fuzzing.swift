#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Runs one fuzz target under libFuzzer: `Fuzzing scenario CORPUS -max_total_time=1800`.
///
/// Built on demand only, by `.ci/fuzz`: it needs the compiler's fuzzing runtime.
@main
enum Fuzzing {
  nonisolated(unsafe) private static var target: FuzzTarget?

  static func main() {
    var arguments = CommandLine.arguments
    let name = arguments.count > 1 ? arguments.remove(at: 1) : ""
    guard let chosen = FuzzTarget.named(name) else {
      complain("usage: Fuzzing TARGET [CORPUS…] [-libfuzzer_option=value…]")
      complain("targets: \(FuzzTarget.all.map(\.name).joined(separator: ", "))")
      return
    }
    target = chosen
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    var count = Int32(pointers.count)
    pointers.append(nil)
    pointers.withUnsafeMutableBufferPointer { buffer in
      var base = buffer.baseAddress
      _ = runFuzzer(&count, &base) { data, size in
        let bytes = UnsafeBufferPointer(start: data, count: size)
        Fuzzing.target?.run(Array(bytes))
        return 0
      }
    }
  }
}

/// libFuzzer's entrance for programs that have a `main` of their own.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ argumentCount: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ run: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
