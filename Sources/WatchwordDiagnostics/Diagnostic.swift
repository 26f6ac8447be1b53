public import WatchwordText

/// A finding in a draft, or a mistake in a pack or in a draft's own format.
///
/// One value feeds every report. Its file ranges are offsets into the whole file; its post ranges
/// are offsets into the post's own text, after quoting, escapes and markup are undone.
public struct Diagnostic: Hashable, Sendable {
  /// The path of the draft as the user wrote it.
  public var path: String
  /// The id of the post in its draft; nil for a mistake in a pack or configuration.
  public var post: String?
  /// The rule that speaks.
  public var rule: RuleID
  /// The topic the rule belongs to (`design.md`, section 4.3); empty for mistakes in a pack.
  public var topic: String
  /// How much it matters to the run.
  public var severity: Severity
  /// What it asks of the author.
  public var action: Action
  /// One plain sentence without a full stop, true on its own.
  public var message: String
  /// The harm in one sentence, if the rule gives it.
  public var why: String?
  /// The one thing to do next, if the rule gives it.
  public var advice: String?
  /// The clauses the rule comes from; empty for mistakes in a pack.
  public var citations: [Citation]
  /// The marked bytes in the file; nil when the finding is about the whole file or something absent.
  public var range: SourceRange?
  /// The marked bytes in the post's text; nil where ``range`` is nil or the text is not a post's.
  public var postRange: SourceRange?
  /// What the mark itself is called in the excerpt, such as `when`; nil for none.
  public var labelName: String?
  /// Further marked spans, in reading order.
  public var labels: [Label]
  /// Corrections on offer, best first.
  public var fixIts: [FixIt]
  /// Whether the marked text is personal data or a secret that no report may print.
  public var isMasked: Bool
  /// A key that survives edits elsewhere in the file: rule, normalised marked text, post id.
  public var fingerprint: String
  /// The decision that lets the finding go, if there is one.
  public var settlement: Settlement?

  /// Makes a diagnostic; all but place, rule, severity and message have a default.
  public init(
    path: String,
    post: String? = nil,
    rule: RuleID,
    topic: String = "",
    severity: Severity,
    action: Action = .fix,
    message: String,
    why: String? = nil,
    advice: String? = nil,
    citations: [Citation] = [],
    range: SourceRange? = nil,
    postRange: SourceRange? = nil,
    labelName: String? = nil,
    labels: [Label] = [],
    fixIts: [FixIt] = [],
    isMasked: Bool = false,
    fingerprint: String = "",
    settlement: Settlement? = nil
  ) {
    self.path = path
    self.post = post
    self.rule = rule
    self.topic = topic
    self.severity = severity
    self.action = action
    self.message = message
    self.why = why
    self.advice = advice
    self.citations = citations
    self.range = range
    self.postRange = postRange
    self.labelName = labelName
    self.labels = labels
    self.fixIts = fixIts
    self.isMasked = isMasked
    self.fingerprint = fingerprint
    self.settlement = settlement
  }
}

/// An extra marked span of a diagnostic.
public struct Label: Hashable, Sendable {
  /// What the span is, in one to three words.
  public var name: String
  /// The span in the file.
  public var range: SourceRange
  /// The span in the post's text; nil where the text is not a post's.
  public var postRange: SourceRange?
  /// Where the span stands if not in the post that the finding is in.
  public var elsewhere: Elsewhere?

  /// Makes a label for a span, in the finding's own post unless said.
  public init(
    _ name: String,
    range: SourceRange,
    postRange: SourceRange? = nil,
    elsewhere: Elsewhere? = nil
  ) {
    self.name = name
    self.range = range
    self.postRange = postRange
    self.elsewhere = elsewhere
  }

  /// Another post, of the same draft or of another one.
  public struct Elsewhere: Hashable, Sendable {
    /// The path of its draft as the user wrote it.
    public var path: String
    /// The id of the post in its draft.
    public var post: String
    /// The lines of the draft around the span, for drawing it.
    public var source: SourceText

    /// Makes a place in another post.
    public init(path: String, post: String, source: SourceText) {
      self.path = path
      self.post = post
      self.source = source
    }
  }
}

/// Why a finding does not count: a key in the draft settles it, somebody suppressed it, or it is older than the tool here.
public enum Settlement: Hashable, Sendable {
  /// The draft's own context settles it; the key that does.
  case settled(by: String)
  /// A reasoned suppression names its rule; the reason given.
  case suppressed(because: String)
  /// The baseline of the repository holds it.
  case accepted
}
