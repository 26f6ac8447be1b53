public import WatchwordDiagnostics

/// The findings that were accepted when a repository adopted the tool.
///
/// The file is text, a line for each finding, sorted, so that branches merge line by line:
///
///     watchword-baseline 1
///     FINGERPRINT<TAB>RULE<TAB>PATH<TAB>POST
///
/// The fingerprint alone decides; rule, path and post are for people. No line holds words of a draft.
public struct Baseline: Hashable, Sendable {
  /// One accepted finding.
  public struct Entry: Hashable, Sendable {
    /// The finding's fingerprint: 16 hexadecimal digits.
    public var fingerprint: String
    /// The rule's id.
    public var rule: String
    /// The path it was found at.
    public var path: String
    /// The id of the post.
    public var post: String
  }

  /// A file that is no baseline, or not one this version can read.
  public struct Mistake: Error, Hashable, Sendable {
    /// The line, counted from 1.
    public var line: Int
    /// What is wrong, as a clause without a full stop.
    public var reason: String
  }

  /// The version of the file's form.
  private static let version = 1
  /// The first word of the file.
  private static let name = "watchword-baseline"

  /// The entries, sorted and each once.
  public private(set) var entries: [Entry]

  /// Makes a baseline of findings; one without a fingerprint cannot be accepted and is left out.
  public init(_ findings: [Diagnostic]) {
    self.init(
      entries: findings.filter { !$0.fingerprint.isEmpty }.map {
        Entry(
          fingerprint: $0.fingerprint,
          rule: $0.rule.description,
          path: $0.path,
          post: $0.post ?? ""
        )
      }
    )
  }

  /// Makes a baseline of entries in any order; of several with one fingerprint the first in order stays.
  init(entries: [Entry]) {
    var known: Set<String> = []
    self.entries = entries.sorted { $0.sortKey.lexicographicallyPrecedes($1.sortKey) }
      .filter { known.insert($0.fingerprint).inserted }
  }

  /// Reads the bytes of a baseline file.
  public init(reading bytes: [UInt8]) throws(Mistake) {
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    let head = lines[0].split(separator: " ")
    guard head.count == 2, head[0] == Self.name, let version = Int(head[1]) else {
      throw Mistake(
        line: 1,
        reason: "this is not a baseline; it does not start with “\(Self.name)”"
      )
    }
    guard version <= Self.version else {
      throw Mistake(
        line: 1,
        reason:
          "this baseline has form \(version), and this watchword knows \(Self.version) at most"
      )
    }
    var entries: [Entry] = []
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains(where: line.hasPrefix) {
        throw Mistake(line: index + 1, reason: "a merge has left its marks here")
      }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 4, fields[0].count == 16, fields[0].allSatisfy(\.isHexDigit) else {
        throw Mistake(line: index + 1, reason: "this is not an entry of a baseline")
      }
      entries.append(
        Entry(
          fingerprint: String(fields[0]),
          rule: String(fields[1]),
          path: Self.unescaped(fields[2]),
          post: Self.unescaped(fields[3])
        )
      )
    }
    self.init(entries: entries)
  }

  /// The fingerprints.
  public var fingerprints: Set<String> { Set(entries.map(\.fingerprint)) }

  /// The entries whose fingerprints are among those given.
  public func keeping(_ fingerprints: Set<String>) -> Baseline {
    Baseline(entries: entries.filter { fingerprints.contains($0.fingerprint) })
  }

  /// The bytes of the file.
  public var bytes: [UInt8] {
    let lines = entries.map { entry in
      [entry.fingerprint, entry.rule, Self.escaped(entry.path), Self.escaped(entry.post)]
        .joined(separator: "\t")
    }
    return Array((["\(Self.name) \(Self.version)"] + lines).map { $0 + "\n" }.joined().utf8)
  }

  /// A name without characters that would end its field.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "\t": "\\t"
      case "\n": "\\n"
      case "\r": "\\r"
      default: String(scalar)
      }
    }.joined()
  }

  /// A name as it was before ``escaped(_:)``.
  private static func unescaped(_ text: Substring) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        switch scalar {
        case "t": result.append("\t")
        case "n": result.append("\n")
        case "r": result.append("\r")
        default: result.append(scalar)
        }
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}

extension Baseline.Entry {
  /// What entries are sorted by: path, post, rule and fingerprint, as bytes.
  fileprivate var sortKey: [UInt8] {
    Array([path, post, rule, fingerprint].joined(separator: "\u{0}").utf8)
  }
}
