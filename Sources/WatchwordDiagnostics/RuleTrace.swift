public import WatchwordText

/// What one rule saw in one post, and why it spoke or stayed silent.
public struct RuleTrace: Hashable, Sendable {
  /// What it came to.
  public enum Outcome: String, CaseIterable, Sendable {
    /// It has a finding.
    case spoke
    /// It has findings, and a key or a suppression lets each go.
    case settled
    /// It has findings, and yields to other rules with each.
    case yielded
    /// Something was found, too seldom for its lowest severity.
    case below
    /// Guards let go what was found.
    case letGo = "let-go"
    /// Its parts are there, and share words or stand in another order.
    case clash
    /// Parts that it needs stand too far off.
    case apart
    /// It has too few of its parts.
    case fewer
    /// Parts that it needs are missing.
    case missing
    /// What it requires is there.
    case satisfied
    /// What it counts is within its limit.
    case within
    /// Nothing that it looks for is there.
    case nothing
    /// It is not for posts like this one.
    case otherContext = "other-context"
    /// It does not count on the day the post goes out.
    case otherDay = "other-day"
  }

  /// What lets go of something that was found.
  public enum LetGo: String, CaseIterable, Sendable {
    /// It does not stand where it must.
    case position
    /// It is quoted.
    case quoted
    /// It is negated.
    case negated
    /// Its sentence speaks of the past.
    case history
    /// A phrase that means something else covers it.
    case except
    /// Something that excludes it stands near, or something that must is not there.
    case unless
    /// There are too few of it in the post.
    case minimum
    /// It is a time of another tense, or not exact enough.
    case otherTime = "other-time"
    /// It is what must not be there.
    case unwanted
  }

  /// Something that a rule looks for and that stands in the post.
  public struct Sighting: Hashable, Sendable {
    /// The part it was found for; empty where the rule has none.
    public var part: String
    /// The bytes in the file.
    public var range: SourceRange
    /// The bytes in the post's text.
    public var postRange: SourceRange
    /// The words, as they stand in the post's text.
    public var words: String
    /// What let it go; nil where nothing did.
    public var letGo: LetGo?
    /// The words that let it go; nil where it was none.
    public var cause: Cause?

    /// Makes a sighting that nothing let go.
    public init(part: String, range: SourceRange, postRange: SourceRange, words: String) {
      self.part = part
      self.range = range
      self.postRange = postRange
      self.words = words
    }
  }

  /// Words that let something go.
  public struct Cause: Hashable, Sendable {
    /// The bytes in the file.
    public var range: SourceRange
    /// The bytes in the post's text.
    public var postRange: SourceRange
    /// The words, as they stand in the post's text.
    public var words: String

    /// Makes a cause.
    public init(range: SourceRange, postRange: SourceRange, words: String) {
      self.range = range
      self.postRange = postRange
      self.words = words
    }
  }

  /// The path of the draft as the user wrote it.
  public var path: String
  /// The id of the post.
  public var post: String
  /// The rule.
  public var rule: RuleID
  /// Whether no report may print what it saw.
  public var isMasked: Bool
  /// What it came to.
  public var outcome: Outcome
  /// What it saw, in reading order.
  public var sightings: [Sighting]
  /// Parts it needs that are nowhere in the post, or that something unwanted takes from it.
  public var missing: [String]
  /// Parts it needs that stand too far from the others.
  public var apart: [String]
  /// The rules it yields to that have findings in the post.
  public var rivals: [RuleID]

  /// Makes a trace of a rule that saw nothing.
  public init(path: String, post: String, rule: RuleID, isMasked: Bool = false) {
    self.path = path
    self.post = post
    self.rule = rule
    self.isMasked = isMasked
    outcome = .nothing
    sightings = []
    missing = []
    apart = []
    rivals = []
  }

  /// Whether the rule came near to speaking: something that it looks for is there, whatever let it go.
  public var cameClose: Bool {
    switch outcome {
    case .otherContext, .otherDay: false
    default: sightings.contains { $0.letGo != .otherTime && $0.letGo != .unwanted }
    }
  }
}
