internal import WatchwordDiagnostics
internal import WatchwordReports
internal import WatchwordWorkspace

/// Reads the plain calls of `check`, those that hooks and most people make.
///
/// ArgumentParser finds out at run time what a command takes, which costs several times what checking
/// a short post does. A call is plain where every word is a path, a flag, or an option by its whole
/// name with its value in the next word or behind `=`. Whatever else there is, mistakes and calls for
/// help among it, is left to ``CheckCommand``, and so are its messages; a call that both read means
/// the same to both.
struct PlainCheckReader {
  /// What was read so far.
  private var arguments = CheckArguments()
  /// The configuration that is named.
  private var configuration: String?
  /// Whether no configuration counts.
  private var usesNoConfiguration = false

  /// What the words behind `check` ask for; nil where they are not plain.
  static func arguments(of words: some Sequence<String>) -> CheckArguments? {
    var reader = PlainCheckReader()
    guard reader.read(words) else { return nil }
    var arguments = reader.arguments
    if reader.usesNoConfiguration {
      guard reader.configuration == nil else { return nil }
      arguments.packs.configuration = .none
    } else if let path = reader.configuration {
      arguments.packs.configuration = .file(path)
    }
    do {
      try arguments.layout.validate()
      try arguments.context.validate()
      try arguments.validate()
    } catch {
      return nil
    }
    return arguments
  }

  /// Reads all words; false where one of them is not plain.
  private mutating func read(_ words: some Sequence<String>) -> Bool {
    var words = words.makeIterator()
    while let word = words.next() {
      if Self.isPlain(word) {
        arguments.paths.append(word)
      } else if !setFlag(word) {
        guard let (name, value) = Self.parts(of: word, next: { words.next() }),
          setOption(name, to: value)
        else { return false }
      }
    }
    return true
  }

  /// Whether a word stands for itself, as a path or a value.
  private static func isPlain(_ word: String) -> Bool {
    word == "-" || word.utf8.first.map { $0 != UInt8(ascii: "-") } ?? false
  }

  /// An option and its value, be it behind `=` or the next word; nil where there is no plain value.
  private static func parts(
    of word: String,
    next: () -> String?
  ) -> (name: Substring, value: String)? {
    guard let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")) else {
      guard let value = next(), value != "-", isPlain(value) else { return nil }
      return (word[...], value)
    }
    let value = String(word[word.utf8.index(after: equals)...])
    // A mark that combines with the sign would make another character of it.
    guard let first = value.utf8.first, first < 0x80 else { return nil }
    return (word[..<equals], value)
  }

  /// Turns a flag on; false where there is none of this name.
  private mutating func setFlag(_ name: String) -> Bool {
    switch name {
    case "--staged": arguments.staged = true
    case "--require-signature": arguments.requiresSignature = true
    case "--timing": arguments.timing = true
    case "--show-settled": arguments.showsSettled = true
    case "--no-ignore": arguments.search.respectsGitIgnore = false
    case "--force-exclude": arguments.search.excludesNamedFiles = true
    case "--no-cache": arguments.packs.noCache = true
    case "--no-config": usesNoConfiguration = true
    default: return false
    }
    return true
  }

  /// Gives an option its value; false where there is none of this name, or it cannot have this value.
  private mutating func setOption(_ name: Substring, to value: String) -> Bool {
    switch name {
    case "--format":
      guard let format = ReportFormat(rawValue: value) else { return false }
      arguments.format = format
    case "--color", "--colour":
      guard let colour = ColourChoice(rawValue: value) else { return false }
      arguments.colour = colour
    case "--fail-level":
      guard let level = Severity(rawValue: value) else { return false }
      arguments.failLevel = level
    case "--jobs":
      guard let jobs = Int(value) else { return false }
      arguments.jobs = jobs
    case "--stdin-filename": arguments.standardInputPath = value
    case "--since": arguments.since = value
    case "--baseline": arguments.baseline = value
    case "--allowed-signers": arguments.allowedSigners = value
    case "--show-config": arguments.shownPath = value
    case "--json-text": arguments.layout.jsonText = value
    case "--presence": arguments.context.presence = value
    case "--platform": arguments.context.platform = value
    case "--account": arguments.context.account = value
    case "--market": arguments.context.market = value
    case "--context": arguments.context.other.append(value)
    case "--as-of": arguments.context.asOf = value
    case "--packs", "--pack": arguments.packs.packs.append(value)
    case "--config": configuration = value
    default: return false
    }
    return true
  }
}
