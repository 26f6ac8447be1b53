internal import WatchwordText

/// What can be said of the bytes of a scalar beyond ASCII in a text that an expression matches.
///
/// Where case does not count, a letter can stand in the text as another scalar: that is known only of
/// scalars which have no case.
enum ScalarLeads {
  /// Exactly this scalar.
  case exact(UInt32)
  /// Some scalar beyond ASCII.
  case high
  /// Perhaps an ASCII letter.
  case unknown

  /// What is known of one scalar.
  init(of scalar: UInt32) {
    switch scalar {
    // They match s and k.
    case 0x017F, 0x212A: self = .unknown
    case 0x2010...0x205E, 0x2190...0x24B5, 0x24EA...0x2BFF, 0x1F300...0x1FAFF, 0xFE0E, 0xFE0F:
      self = .exact(scalar)
    default: self = .high
    }
  }

  /// The facts of a part that is this scalar.
  var facts: PatternFacts {
    switch self {
    case .exact(let scalar):
      guard let scalar = Unicode.Scalar(scalar) else { return .anything }
      return PatternFacts(strings: [Array(String(scalar).utf8)])
    case .high: return PatternFacts(oneOf: Self.all)
    case .unknown: return .anything
    }
  }

  /// The bytes that scalars beyond ASCII start with.
  static let all: BytePresence = {
    var bytes = BytePresence()
    for byte: UInt8 in 0xC2...0xF4 { bytes.insert(byte) }
    return bytes
  }()

  /// The bytes that pictographs start with.
  static let pictographs: BytePresence = {
    var bytes = BytePresence()
    for byte: UInt8 in [0xC2, 0xE2, 0xE3, 0xF0] { bytes.insert(byte) }
    return bytes
  }()
}

/// The members of a class of characters, as they are read.
struct SetMembers {
  /// Whether it can match something that is not told here.
  var isOpen = false
  /// ASCII members, letters in lower case.
  private var ascii: Set<UInt8> = []
  /// Bytes that other members start with.
  var bytes = BytePresence()
  /// Whether something other than a capital of ASCII is among them.
  private var holdsOthers = false

  /// Whether all members are capitals of ASCII.
  var holdsOnlyCapitals: Bool {
    !isOpen && !holdsOthers && !ascii.isEmpty && bytes == BytePresence()
  }

  /// Adds the scalars of a range.
  mutating func add(_ range: ClosedRange<UInt32>) {
    if range.contains(0x017F) || range.contains(0x212A) {
      isOpen = true
      return
    }
    if !(0x41...0x5A ~= range.lowerBound && 0x41...0x5A ~= range.upperBound) { holdsOthers = true }
    if range.lowerBound < 0x80 {
      for byte in range.lowerBound...min(range.upperBound, 0x7F) {
        ascii.insert(PatternSyntax.lowered(UInt8(byte)))
      }
    }
    guard range.upperBound >= 0x80 else { return }
    if case .exact(let first) = ScalarLeads(of: range.lowerBound),
      case .exact(let last) = ScalarLeads(of: range.upperBound),
      first == last || last - first < 0x40,
      let low = Unicode.Scalar(first)?.utf8.first, let high = Unicode.Scalar(last)?.utf8.first
    {
      for byte in low...high { bytes.insert(byte) }
    } else {
      bytes = bytes.union(ScalarLeads.all)
    }
  }

  /// The facts of the class.
  var facts: PatternFacts {
    if isOpen { return .anything }
    guard bytes != BytePresence() else {
      return PatternFacts(strings: ascii.sorted().map { [$0] })
    }
    var all = bytes
    for byte in ascii { all.insertCases(of: byte) }
    return PatternFacts(oneOf: all)
  }
}
