/// One pattern of a `.gitignore` or of `exclude`, with the meaning of gitignore(5).
struct IgnorePattern: Hashable, Sendable {
  /// Whether it takes back what an earlier pattern says.
  let isNegated: Bool
  /// Whether it is for directories alone.
  private let isForDirectories: Bool
  /// Whether it names a path from its directory and not a name at any depth.
  private let isAnchored: Bool
  /// What the path or the name must look like.
  private let wildcards: Wildcards

  /// Whether the pattern can match anything.
  let isWellFormed: Bool

  /// Reads a pattern; an empty one matches nothing.
  init(_ pattern: some Collection<UInt8>) {
    var rest = Array(pattern)[...]
    isNegated = rest.first == UInt8(ascii: "!")
    if isNegated { rest = rest.dropFirst() }
    isForDirectories = rest.last == UInt8(ascii: "/")
    if isForDirectories { rest = rest.dropLast() }
    isAnchored = rest.contains(UInt8(ascii: "/"))
    if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
    wildcards = Wildcards(rest)
    isWellFormed = wildcards.isWellFormed && !rest.isEmpty
  }

  /// Whether it is about a path, given from the pattern's own directory.
  func matches(_ path: Substring.UTF8View, isDirectory: Bool) -> Bool {
    guard isDirectory || !isForDirectories else { return false }
    if isAnchored { return wildcards.match(path) }
    let name = path.lastIndex(of: UInt8(ascii: "/")).map { path.index(after: $0) }
    return wildcards.match(path[(name ?? path.startIndex)...])
  }
}

/// The patterns of one file, in order, with the directory they count from.
struct IgnoreRules: Sendable {
  /// The directory, absolute, without a slash at its end; empty for the root of the file system.
  let directory: String
  /// The patterns, each with its line in the file, from 1.
  let patterns: [(pattern: IgnorePattern, line: Int)]

  /// Makes rules of patterns.
  init(directory: String, patterns: [(pattern: IgnorePattern, line: Int)]) {
    self.directory = directory == "/" ? "" : directory
    self.patterns = patterns
  }

  /// Reads the bytes of a `.gitignore`: a pattern a line, with comments, blank lines and a byte-order mark.
  init(gitignore bytes: [UInt8], directory: String) {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    var patterns: [(pattern: IgnorePattern, line: Int)] = []
    let lines = rest.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let isEnded = index < lines.count - 1
      let text = Self.trimmed(isEnded && line.last == 0x0D ? line.dropLast() : line)
      guard let first = text.first, first != UInt8(ascii: "#") else { continue }
      patterns.append((IgnorePattern(text), index + 1))
    }
    self.init(directory: directory, patterns: patterns)
  }

  /// What the last pattern that is about a path says of it; nil where none is.
  ///
  /// - Parameter path: An absolute path below ``directory``; about others the rules say nothing.
  func verdict(on path: String, isDirectory: Bool) -> (isIgnored: Bool, line: Int)? {
    guard path.utf8.starts(with: directory.utf8) else { return nil }
    let behind = path.utf8.dropFirst(directory.utf8.count)
    guard behind.first == UInt8(ascii: "/") else { return nil }
    let relative = Substring(behind.dropFirst()).utf8
    for (pattern, line) in patterns.reversed()
    where pattern.matches(relative, isDirectory: isDirectory) {
      return (!pattern.isNegated, line)
    }
    return nil
  }

  /// A line without blanks at its end, unless a backslash keeps one.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = line.startIndex
    var index = line.startIndex
    while index < line.endIndex {
      if line[index] == UInt8(ascii: "\\") {
        index = min(index + 2, line.endIndex)
        end = index
      } else {
        index += 1
        if line[index - 1] != 0x20 { end = index }
      }
    }
    return line[..<end]
  }
}
