public import WatchwordText

/// What gets published and checked: one text and what is known about it.
public struct Post: Hashable, Sendable {
  /// The id, unique in its draft: the JSON `id`, `row 2` of a table,
  /// or the file's name without extension, with `#1` for the first part of several.
  public var id: String
  /// The bytes of the file that say the id; nil where the reader made it up.
  public var idRange: SourceRange?
  /// The UTF-8 bytes that readers will see, without markup; well-formed.
  public var text: [UInt8]
  /// The draft's id where it has several parts, each a post; nil for a post on its own.
  public var thread: String?
  /// What is known besides the text.
  public var context: Context
  /// The way back to the bytes of the file.
  public var map: SourceMap
  /// Ranges of ``text`` that a block quotation holds, in reading order.
  public var blockQuotes: [SourceRange]
  /// Suppressions written in the draft for this post.
  public var suppressions: [Suppression]
  /// The bytes of the file that hold the object of the post in JSON; nil in any other format.
  public var object: SourceRange?
  /// What became of the signature under its approval; nil where nobody asked.
  public var signature: SignatureVerdict?

  /// Makes a post.
  public init(
    id: String,
    idRange: SourceRange? = nil,
    text: [UInt8],
    thread: String? = nil,
    context: Context = Context(),
    map: SourceMap,
    blockQuotes: [SourceRange] = [],
    suppressions: [Suppression] = []
  ) {
    self.id = id
    self.idRange = idRange
    self.text = text
    self.thread = thread
    self.context = context
    self.map = map
    self.blockQuotes = blockQuotes
    self.suppressions = suppressions
    object = nil
    signature = nil
  }

  /// The post's text as a string.
  public var string: String { String(decoding: text, as: UTF8.self) }
}

/// A reasoned decision, written in the draft, not to act on a rule's findings.
public struct Suppression: Hashable, Sendable {
  /// The rule as written: `pack/name`, or a name alone.
  public var rule: String
  /// The reason given; empty where the author gave none, which is itself reported.
  public var reason: String
  /// The last day it counts, as `YYYY-MM-DD`, if it has one.
  public var until: String?
  /// The bytes of the file that hold it.
  public var range: SourceRange

  /// Makes a suppression.
  public init(rule: String, reason: String, until: String?, range: SourceRange) {
    self.rule = rule
    self.reason = reason
    self.until = until
    self.range = range
  }
}
