#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

extension UnsafeMutableBufferPointer where Element: ~Copyable {
  /// Asks the system to put large pages under memory that is not written yet.
  ///
  /// Millions of rows are looked up in no order: where each look has to find its page first, that
  /// takes longer than the look. Systems that have no large pages take no notice.
  func preferLargePages() {
    #if os(Linux)
    let page = 1 << 21
    let start = UInt(bitPattern: baseAddress)
    let (first, overflow) = start.addingReportingOverflow(UInt(page - 1))
    let from = first & ~UInt(page - 1)
    let to = (start + UInt(count * MemoryLayout<Element>.stride)) & ~UInt(page - 1)
    let memory = UnsafeMutableRawPointer(bitPattern: from)
    guard !overflow, from < to, let memory else { return }
    _ = madvise(memory, Int(to - from), MADV_HUGEPAGE)
    #endif
  }
}
