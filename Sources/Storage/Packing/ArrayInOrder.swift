import CSQLite

extension Array where Element: Sendable {
  /// Some elements in an order of their own, put together by several threads.
  ///
  /// - Parameters:
  ///   - order: The places of the elements.
  ///   - threads: How many threads work.
  /// - Returns: The elements of those places, in that order.
  func inOrder(_ order: [UInt32], threads: Int) -> [Element] {
    // Few elements are copied before a thread has begun.
    let shares = order.count < 1 << 14 ? 1 : threads
    return withUnsafeBufferPointer { elements in
      nonisolated(unsafe) let elements = elements
      return Array(unsafeUninitializedCapacity: order.count) { copies, initializedCount in
        copies.preferLargePages()
        // Each place is written by one thread.
        nonisolated(unsafe) let copies = copies
        _ = sideBySide(shares, threads: threads) { share, _ in
          let places = order.count * share / shares..<order.count * (share + 1) / shares
          for place in places {
            // The elements lie anywhere: memory is asked for before it is needed.
            let ahead = place + 16
            if ahead < places.upperBound {
              relance_prefetch(elements.baseAddress.map { $0 + Int(order[ahead]) })
            }
            copies.initializeElement(at: place, to: elements[Int(order[place])])
          }
        }
        initializedCount = order.count
      }
    }
  }
}
