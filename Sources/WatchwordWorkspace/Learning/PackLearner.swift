internal import WatchwordDiagnostics
public import WatchwordDrafts
public import WatchwordEngine
internal import WatchwordRules
internal import WatchwordText

/// Turns the reasoned suppressions of drafts into examples of the rules they let go.
public struct PackLearner {
  /// One suppression and what became of it.
  public struct Lesson: Hashable, Sendable {
    /// What became of it.
    public enum Outcome: Hashable, Sendable {
      /// The rule is silent on the text, and is to stay so.
      case good
      /// The rule still speaks, as is known from now on.
      case wrongAlarm
      /// Nothing was learnt; the reason as a clause.
      case left(String)
    }

    /// The draft.
    public var path: String
    /// The post in it.
    public var post: String
    /// The rule's id.
    public var rule: String
    /// The rule's file, as the user can open it.
    public var file: String
    /// The text of the example; empty where nothing was learnt.
    public var text: String
    /// What became of it.
    public var outcome: Outcome
    /// The context the example needs, by key.
    var context: [[String]] = []
  }

  /// The longest text that makes an example, in bytes.
  private static let longest = 600
  /// The keys that an example may need and that tell of nobody.
  private static let keys = [
    "presence", "platform", "market", "commercial", "product-class", "author-role", "kind",
    "audience-min-age", "publish-at",
  ]

  /// The pack's files, by their paths in it.
  private let files: [String: [UInt8]]
  /// The pack's directory.
  private let root: String
  /// The pack's rules, by their ids.
  private let rules: [String: Rule]
  /// The words that the pack lists.
  private let listed: Set<String>
  /// What holds for every post.
  private let options: CheckOptions
  /// How drafts are read.
  private let reading: ReadingOptions
  /// Checks drafts.
  private var checker: Checker
  /// Checks examples, as a test of the pack would.
  private var tester: Checker
  /// Finds what must not be told.
  private let redaction = Redaction()

  /// Makes a learner for the one pack that was chosen; nil where that is not a directory.
  public init?(
    _ selection: PackSelection,
    program: Program,
    options: CheckOptions,
    reading: ReadingOptions = ReadingOptions()
  ) {
    guard let pack = selection.chosen.first,
      let loaded = selection.loaded.first(where: { $0.pack?.id == pack.id }),
      !loaded.source.root.hasPrefix("built-in/")
    else { return nil }
    root = loaded.source.root
    files = Dictionary(
      loaded.source.files.map { ($0.path, $0.bytes) },
      uniquingKeysWith: { first, _ in first }
    )
    rules = Dictionary(
      selection.rules.map(\.rule).filter { $0.id.pack == pack.id }
        .map { ($0.id.description, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    listed = Self.words(in: files)
    // Each rule is taught by itself.
    var options = options
    options.letsRulesYield = false
    self.options = options
    self.reading = reading
    checker = Checker(program: program, options: options)
    tester = Checker(
      program: program,
      options: CheckOptions(asOf: ExampleTest.publicationDay, letsRulesYield: false)
    )
  }

  /// What the suppressions of drafts teach, each text once.
  ///
  /// - Throws: A problem where a draft cannot be read.
  public mutating func lessons(from paths: [String]) throws(FileProblem) -> [Lesson] {
    var lessons: [Lesson] = []
    for path in paths {
      let draft = try EditableDraft(path, options: reading)
      let findings = checker.check(draft.reading.posts, path: path, in: draft.source)
      for post in draft.reading.posts {
        let own = findings.filter { $0.post == post.id || $0.post == post.thread }
        lessons += self.lessons(from: post, own, path: path)
      }
    }
    var seen: Set<[String]> = []
    return lessons.filter {
      seen.insert([$0.rule, $0.text, $0.text.isEmpty ? $0.post : ""]).inserted
    }
  }

  /// What the suppressions of one post teach.
  private mutating func lessons(
    from post: Post,
    _ findings: [Diagnostic],
    path: String
  ) -> [Lesson] {
    var lessons: [Lesson] = []
    for finding in findings {
      guard case .suppressed = finding.settlement, let rule = rules[finding.rule.description] else {
        continue
      }
      lessons.append(lesson(rule, post, finding, path: path))
    }
    // What the rule no longer speaks about is a good example as it stands.
    let spoken = Set(findings.map(\.rule.description))
    for suppression in post.suppressions where !suppression.reason.isEmpty {
      for rule in rules.values.sorted(by: { $0.id < $1.id })
      where !spoken.contains(rule.id.description)
        && (suppression.rule == rule.id.name || suppression.rule == rule.id.description)
      {
        lessons.append(lesson(rule, post, nil, path: path))
      }
    }
    return lessons
  }

  /// What one suppression teaches.
  private mutating func lesson(
    _ rule: Rule,
    _ post: Post,
    _ finding: Diagnostic?,
    path: String
  ) -> Lesson {
    var lesson = Lesson(
      path: path,
      post: post.id,
      rule: rule.id.description,
      file: "\(root)/\(rule.file)",
      text: "",
      outcome: .left("its text is too long for an example")
    )
    for text in texts(around: finding, in: post) where text.utf8.count <= Self.longest {
      for context in contexts(of: post) {
        guard speaks(rule, text, context) == (finding != nil) else {
          lesson.outcome = .left("the rule reads it in another way on its own")
          continue
        }
        guard let safe = redacted(text, rule, context, speaks: finding != nil) else {
          lesson.outcome = .left("without its names it is about something else; write it by hand")
          continue
        }
        let known = (rule.goodExamples + rule.wrongAlarms).map(\.text)
        lesson.text = safe
        lesson.context = context
        lesson.outcome = finding == nil ? .good : .wrongAlarm
        if known.contains(safe) {
          lesson.text = ""
          lesson.outcome = .left("the rule has this example already")
        }
        return lesson
      }
    }
    return lesson
  }

  /// The texts that may do for an example: the sentences of a finding, then the whole post.
  private func texts(around finding: Diagnostic?, in post: Post) -> [String] {
    let whole = post.string.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard let finding, let mark = finding.postRange, !mark.isEmpty else { return [whole] }
    let marks = [mark] + finding.labels.compactMap(\.postRange)
    let sentences = Inspector().inspect(post, asOf: options.asOf).analysis.sentences.filter {
      sentence in marks.contains { $0.start < sentence.end && sentence.start < $0.end }
    }
    guard let first = sentences.first, let last = sentences.last else { return [whole] }
    // A sentence ends with its last word; its mark belongs to it.
    var end = last.end
    while end < post.text.count, ".!?…\"”'’".utf8.contains(post.text[end]) { end += 1 }
    let part = String(decoding: post.text[first.start..<end], as: UTF8.self)
    return [part.split(whereSeparator: \.isNewline).joined(separator: " "), whole]
  }

  /// The contexts in which an example may be checked, the plainest first.
  private func contexts(of post: Post) -> [[[String]]] {
    let context = post.context.filled(from: options.context)
    let stated = Self.keys.compactMap { key in
      context[key]?.texts.first.map { [key, $0] }
    }
    var contexts: [[[String]]] = [[]]
    let lasting = stated.filter { $0[0] != "publish-at" }
    if !lasting.isEmpty { contexts.append(lasting) }
    let day = stated.first { $0[0] == "publish-at" } ?? ["publish-at", options.asOf.description]
    return contexts + [lasting + [day]]
  }

  /// A text without names, numbers and addresses on which the rule speaks, or is silent, as before; nil where none is found.
  ///
  /// Words that the pack lists, then the first words of sentences, stay where the rule needs them.
  private mutating func redacted(
    _ text: String,
    _ rule: Rule,
    _ context: [[String]],
    speaks: Bool
  ) -> String? {
    let all = redaction.replacements(
      in: text,
      listed: listed,
      asOf: ExampleTest.publicationDay
    )
    /// The text with replacements, if the rule takes it as it took the original.
    func attempt(_ replacements: [Redaction.Replacement]) -> String? {
      let candidate = Redaction.applying(replacements, to: text)
      return self.speaks(rule, candidate, context) == speaks ? candidate : nil
    }
    if let candidate = attempt(all) { return candidate }
    for needs in [[Redaction.Replacement.Need.listed], [.listed, .possible]] {
      var chosen = all.filter { !needs.contains($0.need) }
      guard var best = attempt(chosen) else { continue }
      // As few as possible stay.
      for replacement in all where needs.contains(replacement.need) {
        guard let candidate = attempt(chosen + [replacement]) else { continue }
        chosen.append(replacement)
        best = candidate
      }
      return best
    }
    return nil
  }

  /// Whether a rule speaks about a text, as a test of its examples would see it.
  private mutating func speaks(_ rule: Rule, _ text: String, _ context: [[String]]) -> Bool {
    let bytes = Array(text.utf8)
    var post = Post(id: "example", text: bytes, map: SourceMap(verbatim: bytes.count, at: 0))
    for pair in context { post.context.entries[pair[0]] = ContextEntry(.text(pair[1])) }
    return tester.check(post, path: "example.txt").contains {
      $0.rule == rule.id && $0.settlement == nil
    }
  }

  /// Writes lessons into the files of their rules.
  ///
  /// - Returns: The lessons, those whose file has no place for them marked as left.
  /// - Throws: A problem where a file cannot be written.
  public func write(_ lessons: [Lesson]) throws(FileProblem) -> [Lesson] {
    var lessons = lessons
    for file in Set(lessons.filter { !$0.text.isEmpty }.map(\.file)).sorted() {
      let indices = lessons.indices.filter { lessons[$0].file == file && !lessons[$0].text.isEmpty }
      guard let old = files[String(file.dropFirst(root.count + 1))] else { continue }
      /// The examples of an outcome.
      func examples(_ outcome: Lesson.Outcome) -> [ExampleEditor.Example] {
        indices.filter { lessons[$0].outcome == outcome }.map { index in
          ExampleEditor.Example(
            text: lessons[index].text,
            context: lessons[index].context.map { (key: $0[0], value: $0[1]) }
          )
        }
      }
      let edited = ExampleEditor(old)
        .adding(good: examples(.good), wrongAlarms: examples(.wrongAlarm))
      guard let edited, edited.keepsTheRest(of: old), YAMLReader.read(edited.bytes).problems.isEmpty
      else {
        for index in indices {
          lessons[index].outcome = .left("its file has no list with an item on each line")
        }
        continue
      }
      try AtomicFile.replace(file, holding: old, with: edited.bytes)
    }
    return lessons
  }

  /// The words in a pack's files, in lower case, but for those of examples.
  private static func words(in files: [String: [UInt8]]) -> Set<String> {
    var words: Set<String> = []
    for bytes in files.values {
      var isExample = false
      for line in bytes.split(separator: 0x0A) {
        if let first = line.first, first != 0x20, first != UInt8(ascii: "#"), first != 0x0D {
          isExample = line.starts(with: "examples:".utf8)
        }
        guard !isExample else { continue }
        for word in line.split(whereSeparator: { !isWordByte($0) }) {
          words.insert(String(decoding: word, as: UTF8.self).lowercased())
        }
      }
    }
    return words
  }

  /// Whether a byte belongs to a word.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte >= 0x80
  }
}
