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
    _ pieces: [[Element]],
    at places: [UInt32],
    threads: Int,
    _ copy: @Sendable (_ element: Element, _ piece: Int) -> Element
  ) {
    var starts = [0]
    for piece in pieces { starts.append(starts[starts.count - 1] + piece.count) }
    self.init(unsafeUninitializedCapacity: places.count) { elements, initializedCount in
      elements.preferLargePages()
      // Each place is written by one thread.
      nonisolated(unsafe) let elements = elements
      _ = sideBySide(pieces.count, threads: threads) { [starts] piece, _ in
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
    var starts = [0]
    for piece in pieces { starts.append(starts[starts.count - 1] + piece.count) }
    let count = starts[pieces.count]
    self.init(unsafeUninitializedCapacity: count) { elements, initializedCount in
      elements.preferLargePages()
      // Each place is written by one thread.
      nonisolated(unsafe) let elements = elements
      _ = sideBySide(pieces.count, threads: threads) { [starts] piece, _ in
        elements[starts[piece]...].initialize(fromContentsOf: pieces[piece])
      }
      initializedCount = count
    }
  }
}
