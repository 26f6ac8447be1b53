internal import WatchwordDrafts
internal import WatchwordRules
internal import WatchwordText

/// What a post's context says once and for all rules: the day, the order of dates, and which rules are for it.
///
/// Most posts of a file have the same context, so the facts are kept from post to post.
struct ContextFacts {
  /// The context they were worked out for.
  private let context: Context
  /// When the post counts as published.
  let published: Moment
  /// The day of publication, as days since 1970-01-01.
  let publicationDay: Int
  /// How dates in figures are written.
  let dateOrder: DateOrder
  /// The rules that count on that day and in that context.
  let rules: RuleBits

  /// Works out the facts of a context.
  init(_ context: Context, program: Program, options: CheckOptions) {
    self.context = context
    published = options.publication(in: context)
    publicationDay = published.day.dayNumber
    dateOrder = DateOrder(market: context["market"]?.texts)
    var rules = RuleBits(count: program.rules.count)
    for (index, rule) in program.rules.enumerated()
    where (!rule.isDated || rule.counts(at: published, in: context))
      && ContextMatching.applies(rule, in: context)
    {
      rules.insert(index)
    }
    self.rules = rules
  }

  /// Whether they hold for a context, too; where in the draft a key is set makes no difference.
  func hold(for other: Context) -> Bool {
    guard context.entries.count == other.entries.count else { return false }
    return context.entries.allSatisfy { other.entries[$0.key]?.value == $0.value.value }
  }
}

/// A set of rules by their places in the program.
struct RuleBits {
  /// The bits, 64 rules a word.
  private(set) var words: [UInt64]

  /// Makes an empty set for so many rules.
  init(count: Int) {
    words = Array(repeating: 0, count: (count + 63) / 64)
  }

  /// Adds a rule.
  @inline(__always)
  mutating func insert(_ rule: Int) {
    words[rule / 64] |= 1 << UInt64(rule % 64)
  }

  /// Whether a rule is in the set.
  @inline(__always)
  func contains(_ rule: Int) -> Bool {
    words[rule / 64] & 1 << UInt64(rule % 64) != 0
  }

  /// Makes it the same set as another for the same number of rules, in its own memory.
  @inline(__always)
  mutating func copy(_ other: RuleBits) {
    for index in words.indices { words[index] = other.words[index] }
  }
}
