extension Array where Element: Sendable {
  /// The elements of several arrays, each at a place of its own, put there by several threads.
  ///
  /// - Parameters:
  ///   - pieces: The arrays.
  ///   - places: The places of the elements as they stand in the arrays one after the other; each
  ///     below their number, and of one element only.
  ///   - threads: How many threads work.
  ///   - copy: What is put there of an element of an array.
  init(
    joining pieces: [[Element]],
    at places: [UInt32],
    threads: Int,
    _ copy: @Sendable (_ element: Element, _ piece: Int) -> Element
  ) {
    let starts = runStarts(pieces.map(\.count))
    self.init(unsafeUninitializedCapacity: places.count) { elements, initializedCount in
      elements.preferLargePages()
      // Each place is written by one thread.
      nonisolated(unsafe) let elements = elements
      _ = sideBySide(pieces.count, threads: threads) { piece, _ in
        for (number, element) in pieces[piece].enumerated() {
          let place = places[starts[piece] + number]
          elements.initializeElement(at: Int(place), to: copy(element, piece))
        }
      }
      initializedCount = places.count
    }
  }

  /// The elements of several arrays, one array after the other, put there by several threads.
  init(joining pieces: [[Element]], threads: Int) {
    let starts = runStarts(pieces.map(\.count))
    let count = starts[pieces.count]
    self.init(unsafeUninitializedCapacity: count) { elements, initializedCount in
      elements.preferLargePages()
      // Each place is written by one thread.
      nonisolated(unsafe) let elements = elements
      _ = sideBySide(pieces.count, threads: threads) { piece, _ in
        elements[starts[piece]...].initialize(fromContentsOf: pieces[piece])
      }
      initializedCount = count
    }
  }
}

/// Where runs of so many elements begin that stand one after the other, and where the last one ends.
func runStarts(_ counts: [Int]) -> [Int] {
  var starts = [0]
  for count in counts { starts.append(starts[starts.count - 1] + count) }
  return starts
}
