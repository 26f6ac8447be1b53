internal import CPCRE2
internal import WatchwordText

/// Tells what a program was made from: 128 bits of a SHA-256 hash.
public struct ProgramKey: BitwiseCopyable, Hashable, Sendable {
  /// The first 64 bits.
  let high: UInt64
  /// The next 64 bits.
  let low: UInt64

  /// The key of nothing in particular, for programs that are not kept.
  public static let none = ProgramKey(high: 0, low: 0)

  /// Makes a key from its halves.
  private init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The key of some parts, in order; no two lists of parts share one.
  public init(_ parts: some Sequence<some Collection<UInt8>>) {
    var message: [UInt8] = []
    for part in parts {
      withUnsafeBytes(of: UInt64(part.count).littleEndian) { message += $0 }
      message += part
    }
    let hash = SHA256.hash(message)
    func word(_ start: Int) -> UInt64 {
      hash[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
    self.init(high: word(0), low: word(8))
  }

  /// The key as 32 hexadecimal digits.
  public var hexadecimal: String {
    [high, low].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

extension ProgramImage {
  /// Tells the version of PCRE2, which an image holds facts from.
  static let patternEngine: UInt64 = {
    withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { buffer in
      let length = pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), buffer.baseAddress)
      let count = max(0, min(Int(length), buffer.count))
      return ImageHash.of(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }()
}

extension ProgramKey {
  /// The key of the program of built-in packs in a build with this stamp.
  public static func ofBuiltIns(_ packs: [String], stamp: String) -> ProgramKey {
    ProgramKey(([stamp, "built-in"] + packs).map(\.utf8))
  }
}
