/// Classes of word that the language itself has, by which phrases and guards can ask.
public struct WordClass: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// The bits.
  public let rawValue: UInt16

  /// Makes classes from their bits.
  @inlinable
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// A function word or other common word that starts many sentences and is never a name.
  @inlinable public static var common: WordClass { WordClass(rawValue: 1 << 0) }
  /// A cardinal number in words.
  @inlinable public static var number: WordClass { WordClass(rawValue: 1 << 1) }
  /// An ordinal number in words.
  @inlinable public static var ordinal: WordClass { WordClass(rawValue: 1 << 2) }
  /// A day of the week.
  @inlinable public static var weekday: WordClass { WordClass(rawValue: 1 << 3) }
  /// A month.
  @inlinable public static var month: WordClass { WordClass(rawValue: 1 << 4) }
  /// A word that denies what follows.
  @inlinable public static var negation: WordClass { WordClass(rawValue: 1 << 5) }

  /// The words of each class, in lower case.
  public static let words: [(WordClass, [String])] = [
    (
      .common,
      list(
        """
        a an the this that these those my your his her its our their i we you he she it they me us him
        them who what when where why how which and but or so if as at by for from in into of on off out
        over to under up with about after before during since until while because then than there here
        is are was were be been being am do does did have has had will would can could should may might
        must shall not no yes all any both each every few more most much many some such other another
        just only also very too now today tonight tomorrow yesterday please thanks thank happy great good
        new well done join see get let make take come go read find watch check meet dear hello hi hey
        rt via dm ps faq i'm i've i'll i'd we're we've we'll you're it's that's there's let's don't can't
        """
      )
    ),
    (
      .number,
      list(
        """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds
        thousand thousands million millions billion dozen dozens several
        """
      )
    ),
    (
      .ordinal,
      list(
        """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth
        """
      )
    ),
    (
      .weekday,
      list(
        """
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri
        mondays tuesdays wednesdays thursdays fridays saturdays sundays
        """
      )
    ),
    (
      .month,
      list(
        """
        january february march april may june july august september october november december
        jan feb mar apr jun jul aug sep sept oct nov dec
        """
      )
    ),
    (
      .negation,
      list(
        """
        not no never none neither nor without cannot can't don't doesn't didn't won't wouldn't couldn't
        shouldn't isn't aren't wasn't weren't haven't hasn't hadn't ain't dont doesnt didnt wont cant isnt
        wasnt werent havent hasnt hadnt wouldnt couldnt shouldnt mustn't mustnt needn't neednt shan't
        mightn't daren't oughtn't unable hardly
        """
      )
    ),
  ]

  /// The words of a text.
  private static func list(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
