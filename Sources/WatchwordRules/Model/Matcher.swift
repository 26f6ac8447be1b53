public import WatchwordText

/// Something that finds spans in a post: what a rule's `flag`, `when`, `text` or guard holds.
public struct Matcher: Sendable {
  /// What is looked for.
  public var kind: Kind
  /// What lets a match go.
  public var guards: Guards
  /// Where the matcher is written.
  public var place: Located<String>

  /// Makes a matcher.
  public init(kind: Kind, guards: Guards = Guards(), place: Located<String>) {
    self.kind = kind
    self.guards = guards
    self.place = place
  }

  /// The kinds of matcher (`docs/rule-language.md`).
  public indirect enum Kind: Sendable {
    /// Phrases.
    case words(WordsMatcher)
    /// A regular expression.
    case pattern(PatternMatcher)
    /// Entities of these kinds.
    case entity([EntityKind])
    /// Dates and times.
    case time(TimeMatcher)
    /// A way of writing.
    case shape(Shape)
    /// What any of these find.
    case any([Matcher])
    /// Parts that must stand near each other; `all` is this without names.
    case together(Together)
    /// True where the matcher finds nothing.
    case not(Matcher)
  }
}

/// Phrases, given one by one or by a vocabulary's name.
public struct WordsMatcher: Sendable {
  /// Where the phrases come from.
  public enum Words: Sendable {
    /// The phrases of a vocabulary.
    case vocabulary(Located<String>)
    /// These phrases.
    case phrases([Phrase])
  }

  /// How hashtags count.
  public enum Hashtags: String, CaseIterable, Sendable {
    /// Their words count like others.
    case include
    /// Their words are passed over.
    case ignore
    /// Only they count.
    case only
  }

  /// The phrases looked for.
  public var words: Words
  /// Whether letters must stand as written, capitals included.
  public var isCaseExact: Bool
  /// How hashtags count.
  public var hashtags: Hashtags

  /// Makes a words matcher.
  public init(words: Words, isCaseExact: Bool = false, hashtags: Hashtags = .include) {
    self.words = words
    self.isCaseExact = isCaseExact
    self.hashtags = hashtags
  }
}

/// A regular expression in PCRE2 syntax.
public struct PatternMatcher: Sendable {
  /// The expression and its place: the bytes between the quotes, or the whole scalar where those differ.
  ///
  /// Byte *n* of the expression is byte *n* of the range where both have the same length.
  public var pattern: Located<String>
  /// Whether letters must stand as written; by default case is ignored.
  public var isCaseExact: Bool
  /// Whether `^` and `$` match at lines.
  public var matchesAtLines: Bool
  /// Whether a dot matches a line end.
  public var dotMatchesAll: Bool
  /// The name of a validator that a match must pass, if any.
  public var validator: Located<String>?

  /// Makes a pattern matcher.
  public init(
    pattern: Located<String>,
    isCaseExact: Bool = false,
    matchesAtLines: Bool = false,
    dotMatchesAll: Bool = false,
    validator: Located<String>? = nil
  ) {
    self.pattern = pattern
    self.isCaseExact = isCaseExact
    self.matchesAtLines = matchesAtLines
    self.dotMatchesAll = dotMatchesAll
    self.validator = validator
  }
}

/// Dates and times of a tense and a precision.
public struct TimeMatcher: Sendable {
  /// The tenses wanted; empty for any.
  public var tenses: Set<TimeTense>
  /// The least precision wanted.
  public var precision: TimePrecision

  /// Makes a time matcher.
  public init(tenses: Set<TimeTense> = [], precision: TimePrecision = .vague) {
    self.tenses = tenses
    self.precision = precision
  }
}

/// Ways of writing that a rule can look for.
public enum Shape: String, CaseIterable, Sendable {
  /// A run of words in capitals.
  case allCapitals = "all-capitals"
  /// Letters from blocks that are decoration: mathematical, enclosed, full-width.
  case decorativeLetters = "decorative-letters"
  /// One emoji.
  case emoji
  /// Emoji side by side.
  case emojiRun = "emoji-run"
  /// The same mark three times or more.
  case repeatedPunctuation = "repeated-punctuation"
  /// A hashtag of several words in lower case.
  case lowerCaseHashtag = "lower-case-hashtag"
}

/// Parts that must be found near each other.
public struct Together: Sendable {
  /// How near the parts must stand.
  public enum Scope: Hashable, Sendable {
    /// In one sentence.
    case sentence
    /// In one line or list item.
    case line
    /// In one post.
    case post
    /// In the posts of one thread: of one draft, or of one campaign or account within so many days.
    case thread(days: Int)
    /// In all posts of a run.
    case run
    /// Within this many words.
    case words(Int)
  }

  /// One part: a name and what finds it.
  public struct Part: Sendable {
    /// The name, for messages and labels; empty in an `all`.
    public var name: String
    /// What finds it.
    public var matcher: Matcher

    /// Makes a part.
    public init(name: String, matcher: Matcher) {
      self.name = name
      self.matcher = matcher
    }
  }

  /// How near.
  public var scope: Scope
  /// The parts, in their order.
  public var parts: [Part]
  /// The indices in ``parts`` of those that must be there.
  public var must: [Int]
  /// How many parts must be there in all.
  public var atLeast: Int
  /// Whether the `must` parts must stand in their order.
  public var isOrdered: Bool
  /// Whether parts may share words.
  public var mayOverlap: Bool
  /// The index in ``parts`` of the one that carries the mark.
  public var mark: Int

  /// Makes a together.
  public init(
    scope: Scope,
    parts: [Part],
    must: [Int],
    atLeast: Int,
    isOrdered: Bool = false,
    mayOverlap: Bool = false,
    mark: Int
  ) {
    self.scope = scope
    self.parts = parts
    self.must = must
    self.atLeast = atLeast
    self.isOrdered = isOrdered
    self.mayOverlap = mayOverlap
    self.mark = mark
  }
}

/// What lets a match go.
public struct Guards: Sendable {
  /// Where a match must stand.
  public enum Position: String, CaseIterable, Sendable {
    /// Its first word starts a sentence.
    case sentenceStart = "sentence-start"
    /// Its first word starts a line.
    case lineStart = "line-start"
    /// Its first word starts the post.
    case postStart = "post-start"
    /// Its last word ends the post.
    case postEnd = "post-end"
    /// It stands alone on its line.
    case line
  }

  /// One `unless`: a matcher and how far it looks.
  public struct Unless: Sendable {
    /// What must be absent.
    public var matcher: Matcher
    /// How far it looks; nil for the scope of the rule.
    public var scope: Together.Scope?

    /// Makes an unless.
    public init(matcher: Matcher, scope: Together.Scope? = nil) {
      self.matcher = matcher
      self.scope = scope
    }
  }

  /// Phrases that cover a match.
  public var except: [WordsMatcher.Words]
  /// What must be absent from the scope.
  public var unless: [Unless]
  /// Whether quoted matches are let go.
  public var ignoresQuoted: Bool
  /// Whether negated matches are let go.
  public var ignoresNegated: Bool
  /// Whether matches in a sentence about the past are let go.
  public var ignoresHistory: Bool
  /// Where a match must stand; nil for anywhere.
  public var position: Position?
  /// The fewest matches in the post for any to count.
  public var minimum: Int

  /// Makes guards; without arguments, none.
  public init(
    except: [WordsMatcher.Words] = [],
    unless: [Unless] = [],
    ignoresQuoted: Bool = false,
    ignoresNegated: Bool = false,
    ignoresHistory: Bool = false,
    position: Position? = nil,
    minimum: Int = 1
  ) {
    self.except = except
    self.unless = unless
    self.ignoresQuoted = ignoresQuoted
    self.ignoresNegated = ignoresNegated
    self.ignoresHistory = ignoresHistory
    self.position = position
    self.minimum = minimum
  }
}

extension Together.Scope {
  /// Within how many days posts of one campaign or account make a thread where a rule does not say.
  public static let usualDays = 7

  /// Whether the parts may stand in different posts.
  public var isAcrossPosts: Bool {
    switch self {
    case .thread, .run: true
    case .sentence, .line, .post, .words: false
    }
  }
}
