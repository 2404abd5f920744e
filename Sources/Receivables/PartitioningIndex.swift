extension RandomAccessCollection where Index == Int {
  /// The first place from which on all elements meet a condition, for elements in such an order that
  /// those which do not stand before those which do.
  @inlinable
  public func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
