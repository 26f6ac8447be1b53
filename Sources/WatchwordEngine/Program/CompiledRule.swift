public import WatchwordDiagnostics
public import WatchwordRules
internal import WatchwordText

/// The rules of a program, in the order of packs and names.
public struct RuleTable: RandomAccessCollection, Sendable {
  /// The image they are in.
  private let image: ProgramImage
  /// What the image lies in.
  private let memory: FlatMemory
  /// The rules.
  private let records: FlatTable<RuleRecord>

  /// The rules of an image.
  init(_ image: ProgramImage, memory: FlatMemory) {
    self.image = image
    self.memory = memory
    records = image.table(.rules)
  }

  /// Always 0.
  public var startIndex: Int { 0 }

  /// The number of rules.
  public var endIndex: Int { records.count }

  /// A rule by its place.
  public subscript(index: Int) -> CompiledRule {
    precondition(records.indices.contains(index), "a rule lies in its table")
    return CompiledRule(record: records.base + index, image: image, memory: memory)
  }
}

/// A rule with its matchers compiled, read from an image.
///
/// What it says is decoded when it is asked for, since most rules have nothing to say on most posts.
public struct CompiledRule: @unchecked Sendable {
  /// The rule in the image.
  private let record: UnsafePointer<RuleRecord>
  /// The image.
  let image: ProgramImage
  /// What the image lies in.
  private let memory: FlatMemory

  /// A rule of an image.
  init(record: UnsafePointer<RuleRecord>, image: ProgramImage, memory: FlatMemory) {
    self.record = record
    self.image = image
    self.memory = memory
  }

  /// The rule's id.
  public var id: RuleID {
    RuleID(pack: image.string(record.pointee.pack), name: image.string(record.pointee.name))
  }

  /// How often it speaks.
  public var frequency: Rule.Frequency { .at(record.pointee.frequency) }

  /// Whether it speaks beside other findings only.
  var speaksBesideFindings: Bool {
    record.pointee.frequency == Self.placeBesideFindings
  }

  /// How images name the frequency of such a rule.
  private static let placeBesideFindings = UInt8(Rule.Frequency.besideFindings.place)

  /// Whether it speaks once per file or more seldom, so that other drafts decide whether it is heard.
  public var isRationed: Bool { record.pointee.frequency > Self.placeOncePerPost }

  /// How images name the last frequency that looks at one post only.
  private static let placeOncePerPost = UInt8(Rule.Frequency.oncePerPost.place)

  /// Whether it bears this id.
  public func isNamed(_ id: RuleID) -> Bool {
    image.isEqual(record.pointee.name, id.name) && image.isEqual(record.pointee.pack, id.pack)
  }

  /// The topic.
  public var topic: String { image.string(record.pointee.topic) }
  /// What a finding asks.
  var action: Action { .at(record.pointee.action) }
  /// The harm in one sentence.
  var why: String { image.string(record.pointee.why) }
  /// The one thing to do next.
  var advice: String? { image.optionalString(record.pointee.advice) }
  /// Whether reports must not print what it found.
  var isMasked: Bool { record.pointee.flags.contains(.isMasked) }
  /// Whether it is a draft that only notes.
  var isDraft: Bool { record.pointee.flags.contains(.isDraft) }
  /// Whether it is about a thread as a whole.
  var isForThreads: Bool { record.pointee.flags.contains(.isForThreads) }
  /// Whether it flags what adds up over several posts.
  var gathers: Bool { record.pointee.flags.contains(.gathers) }

  /// The node of its `flag`, `when` or counted matcher; -1 without one.
  var node: Int32 { record.pointee.node }
  /// The node of the text that `require` asks for; -1 without one.
  var requiredNode: Int32 { record.pointee.requiredNode }
  /// Whether it flags what is there, so that without a match it has nothing to say.
  var isFlag: Bool { record.pointee.verb == RuleVerb.flag.rawValue }

  /// Whether it can have something to say where its matcher finds nothing.
  func speaksWithoutMatch(in program: Program) -> Bool {
    switch RuleVerb(rawValue: record.pointee.verb) ?? .flag {
    case .flag: false
    case .require: program.holdsWithoutPlace(node)
    case .limit: record.pointee.flags.contains(.hasLeast)
    }
  }

  /// Whether it counts only on some days of publication.
  var isDated: Bool {
    record.pointee.validFrom != .none || record.pointee.validUntil != .none || isDuring
  }
  /// Whether it counts in ``windows`` only.
  var isDuring: Bool { record.pointee.flags.contains(.isDuring) }
  /// The windows it counts in.
  var windows: FlatTable<WindowRecord> { image.part(.windows, record.pointee.windows) }

  /// The days of publication it counts on.
  var validity: Validity {
    Validity(
      from: image.optionalString(record.pointee.validFrom),
      until: image.optionalString(record.pointee.validUntil)
    )
  }

  /// What it looks for besides matchers.
  var body: Body {
    let rule = record.pointee
    switch RuleVerb(rawValue: rule.verb) ?? .flag {
    case .flag: return .flag
    case .require:
      let before: Requirement.Before? =
        switch rule.before {
        case 0: nil
        case 1: .fold
        default: .characters(Int(rule.beforeCharacters))
        }
      return .require(
        before: before,
        keys: image.strings(rule.requiredKeys),
        notBefore: image.strings(rule.notBefore)
      )
    case .limit: return .limit(limit)
    }
  }

  /// What a limit counts and how far it may go; nil for any other rule.
  var measuredLimit: CompiledLimit? {
    record.pointee.verb == RuleVerb.limit.rawValue && node < 0 ? limit : nil
  }

  /// What a limit counts and how far it may go; only of a limit.
  private var limit: CompiledLimit {
    let rule = record.pointee
    return CompiledLimit(
      measure: rule.measure == 0 ? nil : .at(rule.measure - 1),
      scope: .at(rule.limitScope),
      atMost: rule.flags.contains(.hasMost) ? Int(rule.atMost) : nil,
      atLeast: rule.flags.contains(.hasLeast) ? Int(rule.atLeast) : nil
    )
  }

  /// The severity for a count, or nil below the lowest threshold.
  func severity(for count: Int) -> Severity? {
    image.part(.severitySteps, record.pointee.severity, of: StepRecord.self)
      .last { $0.threshold <= count }.map { .at($0.severity) }
  }

  /// The conditions a context must meet.
  var applies: FlatTable<ConditionRecord> { image.part(.conditions, record.pointee.applies) }
  /// Keys that must be set for the rule to speak at all.
  var stated: FlatTable<TextRecord> { image.part(.texts, record.pointee.stated) }
  /// The rules whose findings let its own go, by their places.
  var yieldsTo: FlatTable<Int32> { image.part(.numbers, record.pointee.yieldsTo) }
  /// What settles a finding.
  var settledBy: FlatTable<SettlerRecord> { image.part(.settlers, record.pointee.settledBy) }
  /// The pieces of its message.
  var message: FlatTable<PieceRecord> { image.part(.messagePieces, record.pointee.message) }

  /// The clauses it cites.
  var citations: [Citation] {
    image.part(.citations, record.pointee.citations, of: CitationRecord.self).map {
      Citation(
        statement: image.string($0.statement),
        says: image.string($0.says),
        status: .at($0.status),
        title: image.string($0.title),
        date: image.optionalString($0.date),
        url: image.optionalString($0.url)
      )
    }
  }

  /// After how many characters a platform, in lower case, hides the rest of a post; nil where not known.
  func fold(on platform: String) -> Int? {
    image.part(.folds, record.pointee.folds, of: FoldRecord.self)
      .first { image.string($0.platform) == platform }.map { Int($0.count) }
  }

  /// What a rule looks for besides its matchers.
  enum Body {
    /// Something is there.
    case flag
    /// Something is missing: a text, which must stand early, or one of these keys; or the post comes
    /// before the moment that one of these keys holds.
    case require(before: Requirement.Before?, keys: [String], notBefore: [String])
    /// Something is too many, too long, too few or too short.
    case limit(CompiledLimit)
  }
}

/// What a limit counts and how far it may go.
struct CompiledLimit {
  /// What is counted; nil for the matches of the rule's matcher.
  var measure: Limit.Measure?
  /// In what.
  var scope: Limit.Scope
  /// The most allowed, if there is one.
  var atMost: Int?
  /// The least allowed, if there is one.
  var atLeast: Int?
}
