/// Numbers that look random and depend on a seed alone.
///
/// SplitMix64: a counter that grows by the golden ratio, each value scrambled by Stafford's variant
/// 13 of a 64-bit mixing function (Steele, Lea, Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014).
struct SeededNumbers {
  private var counter: UInt64

  /// The numbers of one invoice in one run.
  ///
  /// Every invoice has numbers of its own, so that they depend neither on the order in which
  /// invoices are met nor on which others there are.
  init(seed: UInt64, run: Int, invoice: String) {
    // FNV-1a over the bytes of the identifier.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in invoice.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    counter = SeededNumbers.mixed(seed) ^ SeededNumbers.mixed(UInt64(truncatingIfNeeded: run))
    counter = SeededNumbers.mixed(counter ^ hash)
  }

  /// A number from zero up to, not including, a bound; zero for a bound below one.
  mutating func next(below bound: Int) -> Int {
    counter &+= 0x9E37_79B9_7F4A_7C15
    guard bound > 0 else { return 0 }
    // The high half of the product: even to one part in 2⁶⁴ divided by the bound.
    let product = SeededNumbers.mixed(counter).multipliedFullWidth(by: UInt64(bound))
    return Int(product.high)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
