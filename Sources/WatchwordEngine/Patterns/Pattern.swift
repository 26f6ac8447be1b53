internal import CPCRE2
internal import WatchwordText

/// A mistake in a regular expression.
struct PatternProblem: Error, Hashable {
  /// What PCRE2 says is wrong, in lower case without a full stop.
  var message: String
  /// Where, as a UTF-8 offset into the expression.
  var offset: Int
}

/// A compiled PCRE2 expression.
///
/// The compiled code is never changed after `init`, and PCRE2 allows any number of threads to match
/// with it at once; each brings its own ``PatternScratch``.
final class Pattern: @unchecked Sendable {
  /// How an expression is read.
  struct Options: OptionSet {
    /// The bits.
    let rawValue: Int
    /// Letters must stand as written.
    static let caseExact = Options(rawValue: 1)
    /// `^` and `$` match at lines.
    static let lines = Options(rawValue: 2)
    /// A dot matches a line end, too.
    static let dotAll = Options(rawValue: 4)
  }

  /// The expression.
  let expression: String
  /// How it is read.
  let options: Options
  /// The code PCRE2 made.
  private let code: OpaquePointer
  /// Named groups with their numbers, in the order of their numbers.
  let groups: [(name: String, number: Int)]

  /// Compiles an expression, with Unicode properties, for well-formed UTF-8 texts.
  init(_ expression: String, options: Options) throws(PatternProblem) {
    var flags = PCRE2_UTF | PCRE2_UCP
    if !options.contains(.caseExact) { flags |= PCRE2_CASELESS }
    if options.contains(.lines) { flags |= PCRE2_MULTILINE }
    if options.contains(.dotAll) { flags |= PCRE2_DOTALL }
    flags |= PCRE2_NEVER_BACKSLASH_C
    let context = pcre2_compile_context_create_8(nil)
    defer { pcre2_compile_context_free_8(context) }
    // A draft may use any line end.
    pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_ANYCRLF))
    pcre2_set_parens_nest_limit_8(context, 50)
    var errorCode: Int32 = 0
    var errorOffset = 0
    let bytes = Array(expression.utf8)
    let compiled = bytes.withUnsafeBufferPointer {
      pcre2_compile_8($0.baseAddress, $0.count, flags, &errorCode, &errorOffset, context)
    }
    guard let compiled else {
      throw PatternProblem(message: Self.message(for: errorCode), offset: errorOffset)
    }
    code = compiled
    self.expression = expression
    self.options = options
    pcre2_jit_compile_8(compiled, UInt32(PCRE2_JIT_COMPLETE))
    groups = Self.groups(of: compiled)
  }

  deinit {
    pcre2_code_free_8(code)
  }

  /// Calls `body` with each match from left to right; its vector holds start and end of each group.
  ///
  /// - Throws: ``PatternExhausted`` where the expression needs more steps than allowed.
  func forEachMatch(
    in text: UnsafeBufferPointer<UInt8>,
    scratch: PatternScratch,
    _ body: (UnsafePointer<Int>) -> Void
  ) throws(PatternExhausted) {
    let data = scratch.matchData(groups: groups.last?.number ?? 0)
    var offset = 0
    var options: UInt32 = PCRE2_NO_UTF_CHECK
    while offset <= text.count {
      let result = pcre2_match_8(
        code,
        text.baseAddress,
        text.count,
        offset,
        options,
        data,
        scratch.context
      )
      if result == PCRE2_ERROR_NOMATCH {
        guard options & PCRE2_NOTEMPTY_ATSTART != 0, offset < text.count else { return }
        // Nothing but an empty match here: go one character on.
        offset += UTF8Scan.scalar(at: offset, in: text).count
        options = PCRE2_NO_UTF_CHECK
        continue
      }
      guard result >= 0 else { throw PatternExhausted() }
      guard let vector = pcre2_get_ovector_pointer_8(data) else { return }
      let start = Int(vector[0])
      let end = Int(vector[1])
      if end > start {
        vector.withMemoryRebound(to: Int.self, capacity: 2 * Int(pcre2_get_ovector_count_8(data))) {
          body($0)
        }
      }
      offset = max(end, start)
      options = PCRE2_NO_UTF_CHECK
      if end <= start { options |= PCRE2_NOTEMPTY_ATSTART | PCRE2_ANCHORED }
      if end < start { return }
    }
  }

  // MARK: Facts that let most texts skip the expression

  /// The least length of a match in characters.
  var minimumLength: Int { Int(Self.info(code, PCRE2_INFO_MINLENGTH)) }

  /// Whether letters match in either case.
  private var isCaseless: Bool { !options.contains(.caseExact) }

  /// One number that PCRE2 knows of an expression.
  private static func info(_ code: OpaquePointer, _ what: Int32) -> UInt32 {
    var value: UInt32 = 0
    pcre2_pattern_info_8(code, UInt32(what), &value)
    return value
  }

  /// The bytes one of which starts every match; nil where any may.
  var firstBytes: BytePresence? {
    var bytes = BytePresence()
    if Self.info(code, PCRE2_INFO_FIRSTCODETYPE) == 1 {
      let byte = UInt8(truncatingIfNeeded: Self.info(code, PCRE2_INFO_FIRSTCODEUNIT))
      Self.insert(byte, isCaseless, &bytes)
      return bytes
    }
    var map: UnsafePointer<UInt8>?
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_FIRSTBITMAP), &map)
    guard let map else { return nil }
    for byte in 0..<256 where map[byte / 8] & (1 << UInt8(byte % 8)) != 0 {
      bytes.insert(UInt8(byte))
    }
    return bytes
  }

  /// A byte that every match holds, in its one or two cases; nil where none is known.
  var requiredByte: (UInt8, UInt8)? {
    guard Self.info(code, PCRE2_INFO_LASTCODETYPE) == 1 else { return nil }
    let byte = UInt8(truncatingIfNeeded: Self.info(code, PCRE2_INFO_LASTCODEUNIT))
    guard isCaseless else { return (byte, byte) }
    // Beyond ASCII the other case has other bytes, and two letters fold to beyond ASCII.
    if byte >= 0x80 { return nil }
    let small = byte | 0x20
    if small == UInt8(ascii: "k") || small == UInt8(ascii: "s") { return nil }
    return small &- 0x61 < 26 ? (small, byte & 0xDF) : (byte, byte)
  }

  /// Adds a byte, and its other case where case is ignored.
  private static func insert(_ byte: UInt8, _ isCaseless: Bool, _ bytes: inout BytePresence) {
    bytes.insert(byte)
    guard isCaseless, (byte | 0x20) &- 0x61 < 26 else { return }
    bytes.insert(byte | 0x20)
    bytes.insert(byte & 0xDF)
    // U+017F folds to s, U+212A to k.
    if byte | 0x20 == UInt8(ascii: "s") { bytes.insert(0xC5) }
    if byte | 0x20 == UInt8(ascii: "k") { bytes.insert(0xE2) }
  }

  /// The named groups, by number.
  private static func groups(of code: OpaquePointer) -> [(name: String, number: Int)] {
    let count = Int(info(code, PCRE2_INFO_NAMECOUNT))
    let size = Int(info(code, PCRE2_INFO_NAMEENTRYSIZE))
    var table: UnsafePointer<UInt8>?
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
    guard let table else { return [] }
    return (0..<count).map { index in
      let entry = table + index * size
      return (String(cString: entry + 2), Int(entry[0]) << 8 | Int(entry[1]))
    }.sorted { $0.number < $1.number }
  }

  /// What PCRE2 says about an error.
  private static func message(for code: Int32) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { buffer in
      let length = pcre2_get_error_message_8(code, buffer.baseAddress, buffer.count)
      guard length > 0 else { return "the pattern does not compile" }
      return String(decoding: buffer[..<Int(length)], as: UTF8.self)
    }
  }
}

/// An expression needed more steps on a text than it may take.
struct PatternExhausted: Error, Hashable {}

/// The memory one thread needs to match patterns, with the limits they have.
final class PatternScratch {
  /// The most steps one match may take; an honest expression needs a few thousand.
  static let stepLimit: UInt32 = 500_000
  /// The limits.
  let context: OpaquePointer?
  /// Room for the groups of a match.
  private var data: OpaquePointer?
  /// How many groups ``data`` has room for.
  private var capacity = -1

  /// Makes scratch memory without room for groups yet.
  init() {
    context = pcre2_match_context_create_8(nil)
    pcre2_set_match_limit_8(context, Self.stepLimit)
    pcre2_set_depth_limit_8(context, 10_000)
    pcre2_set_heap_limit_8(context, 20_000)
  }

  deinit {
    pcre2_match_data_free_8(data)
    pcre2_match_context_free_8(context)
  }

  /// Room for a match with this many groups.
  func matchData(groups: Int) -> OpaquePointer? {
    if groups > capacity {
      pcre2_match_data_free_8(data)
      capacity = max(groups, 15)
      data = pcre2_match_data_create_8(UInt32(capacity + 1), nil)
    }
    return data
  }
}
