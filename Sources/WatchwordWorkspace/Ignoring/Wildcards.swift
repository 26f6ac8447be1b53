/// A pattern with wildcards, as gitignore(5) has them, ready to be compared with paths.
///
/// `*` and `?` stand for anything but `/`; `**/` for any directories or none; `/**` for everything
/// below; `[a-z]` for one byte. The time to compare is at most the product of both lengths, whatever
/// the pattern.
struct Wildcards: Hashable, Sendable {
  /// One step of the pattern.
  private enum Step: Hashable, Sendable {
    /// This byte.
    case byte(UInt8)
    /// Any byte but a slash.
    case one
    /// One of these bytes.
    case choice(Set<UInt8>)
    /// Any bytes but slashes, or none.
    case run
    /// Any bytes, or none.
    case everything
    /// Any bytes that end in a slash, or none.
    case directories
  }

  /// The steps; nil for a pattern that is not well formed and so matches nothing.
  private let steps: [Step]?
  /// The bytes that must end the path, where the pattern is no more than these, or a run before them.
  private let ending: [UInt8]?
  /// Whether a run stands before ``ending``.
  private let hasRun: Bool

  /// Whether the pattern can match anything: no bracket is open, and no backslash ends it.
  var isWellFormed: Bool { steps != nil }

  /// Reads a pattern.
  init(_ pattern: some Collection<UInt8>) {
    var reader = Reader(bytes: Array(pattern))
    let steps = reader.steps()
    self.steps = steps
    hasRun = steps?.first == .run
    let bytes = (steps ?? []).dropFirst(hasRun ? 1 : 0).compactMap { step -> UInt8? in
      if case .byte(let byte) = step { byte } else { nil }
    }
    ending = bytes.count + (hasRun ? 1 : 0) == steps?.count ? bytes : nil
  }

  /// Whether the whole of a path matches.
  func match(_ path: some BidirectionalCollection<UInt8>) -> Bool {
    guard let steps else { return false }
    if let ending {
      // Most patterns are a name, or an ending; these need no search.
      var rest = path[...]
      for byte in ending.reversed() {
        guard rest.popLast() == byte else { return false }
      }
      return hasRun ? !rest.contains(Self.slash) : rest.isEmpty
    }
    // The places in the pattern that the bytes so far can lead to; a path begins as if behind a slash.
    var places = Array(repeating: false, count: steps.count + 1)
    places[0] = true
    Self.passOver(&places, steps, afterSlash: true)
    for byte in path {
      let isSlash = byte == Self.slash
      var next = Array(repeating: false, count: places.count)
      var isAlive = false
      for (place, step) in steps.enumerated() where places[place] {
        let stays: Bool
        let goesOn: Bool
        switch step {
        case .byte(let wanted): (stays, goesOn) = (false, byte == wanted)
        case .one: (stays, goesOn) = (false, !isSlash)
        case .choice(let bytes): (stays, goesOn) = (false, bytes.contains(byte))
        case .run: (stays, goesOn) = (!isSlash, false)
        case .everything: (stays, goesOn) = (true, false)
        case .directories: (stays, goesOn) = (true, isSlash)
        }
        if stays { next[place] = true }
        if goesOn { next[place + 1] = true }
        isAlive = isAlive || stays || goesOn
      }
      guard isAlive else { return false }
      places = next
      Self.passOver(&places, steps, afterSlash: isSlash)
    }
    return places[steps.count]
  }

  /// Adds the places behind steps that can stand for nothing.
  private static func passOver(_ places: inout [Bool], _ steps: [Step], afterSlash: Bool) {
    for (place, step) in steps.enumerated() where places[place] {
      switch step {
      case .run, .everything: places[place + 1] = true
      // What directories have begun must end in a slash, so they are left only there.
      case .directories: if afterSlash { places[place + 1] = true }
      default: break
      }
    }
  }

  private static let slash = UInt8(ascii: "/")

  /// Reads the steps of a pattern.
  private struct Reader {
    let bytes: [UInt8]
    var position = 0

    /// The byte at a distance, if there is one.
    private func peek(_ distance: Int = 0) -> UInt8? {
      let index = position + distance
      return bytes.indices.contains(index) ? bytes[index] : nil
    }

    /// The steps; nil where the pattern is not well formed.
    mutating func steps() -> [Step]? {
      var steps: [Step] = []
      while let byte = peek() {
        switch byte {
        case UInt8(ascii: "\\"):
          guard let escaped = peek(1) else { return nil }
          steps.append(.byte(escaped))
          position += 2
        case UInt8(ascii: "?"):
          steps.append(.one)
          position += 1
        case UInt8(ascii: "*"):
          steps.append(stars())
        case UInt8(ascii: "["):
          position += 1
          guard let choice = choice() else { return nil }
          steps.append(.choice(choice))
        default:
          steps.append(.byte(byte))
          position += 1
        }
      }
      return steps
    }

    /// One star or several; two between slashes reach over directories.
    private mutating func stars() -> Step {
      let start = position
      while peek() == UInt8(ascii: "*") { position += 1 }
      guard position - start > 1, start == 0 || bytes[start - 1] == Wildcards.slash else {
        return .run
      }
      switch peek() {
      case nil: return .everything
      case Wildcards.slash:
        position += 1
        return .directories
      case UInt8(ascii: "\\") where peek(1) == Wildcards.slash: return .everything
      default: return .run
      }
    }

    /// The bytes that a bracket stands for, the position behind it; nil where nothing closes it.
    private mutating func choice() -> Set<UInt8>? {
      var bytes: Set<UInt8> = []
      var isNegated = false
      if let mark = peek(), mark == UInt8(ascii: "!") || mark == UInt8(ascii: "^") {
        isNegated = true
        position += 1
      }
      var isFirst = true
      var last: UInt8?
      while let byte = peek(), byte != UInt8(ascii: "]") || isFirst {
        isFirst = false
        position += 1
        switch byte {
        case UInt8(ascii: "\\"):
          guard let escaped = peek() else { return nil }
          position += 1
          bytes.insert(escaped)
          last = escaped
        case UInt8(ascii: "-"):
          guard let low = last, let next = peek(), next != UInt8(ascii: "]") else {
            bytes.insert(byte)
            last = byte
            continue
          }
          position += 1
          var high = next
          if next == UInt8(ascii: "\\") {
            guard let escaped = peek() else { return nil }
            position += 1
            high = escaped
          }
          if low <= high { bytes.formUnion(low...high) }
          last = nil
        case UInt8(ascii: "[") where peek() == UInt8(ascii: ":"):
          guard let end = self.bytes[(position + 1)...].firstIndex(of: UInt8(ascii: "]")) else {
            return nil
          }
          guard end > position + 1, self.bytes[end - 1] == UInt8(ascii: ":") else {
            bytes.insert(byte)
            last = byte
            continue
          }
          let name = String(decoding: self.bytes[position + 1..<end - 1], as: UTF8.self)
          guard let named = Wildcards.classes[name] else { return nil }
          bytes.formUnion(named)
          position = end + 1
          last = nil
        default:
          bytes.insert(byte)
          last = byte
        }
      }
      guard peek() != nil else { return nil }
      position += 1
      let chosen = isNegated ? Set(0...255).subtracting(bytes) : bytes
      return chosen.subtracting([Wildcards.slash])
    }
  }

  /// The classes of POSIX in the C locale.
  private static let classes: [String: Set<UInt8>] = {
    let digits = Set(UInt8(ascii: "0")...UInt8(ascii: "9"))
    let lower = Set(UInt8(ascii: "a")...UInt8(ascii: "z"))
    let upper = Set(UInt8(ascii: "A")...UInt8(ascii: "Z"))
    let visible = Set(UInt8(0x21)...0x7E)
    let letters = lower.union(upper)
    return [
      "alnum": letters.union(digits), "alpha": letters, "blank": [0x20, 0x09],
      "cntrl": Set(UInt8(0)...0x1F).union([0x7F]), "digit": digits, "graph": visible,
      "lower": lower, "print": visible.union([0x20]),
      "punct": visible.subtracting(letters).subtracting(digits),
      "space": [0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D], "upper": upper,
      "xdigit": digits.union(UInt8(ascii: "a")...UInt8(ascii: "f"))
        .union(UInt8(ascii: "A")...UInt8(ascii: "F")),
    ]
  }()
}
