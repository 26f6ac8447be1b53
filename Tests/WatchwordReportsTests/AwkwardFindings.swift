import TestSupport
import WatchwordDiagnostics
import WatchwordReports
import WatchwordText

/// The findings every format is shown: each is awkward in one way.
enum AwkwardFindings {
  /// All of them, in the order of the stored files.
  static let all: [FileFindings] =
    widths + lineEnds + labels + places + hostile + [masked] + longLines + [slice] + help

  private static let widths = [
    file(
      "emoji-before.md",
      "---\npresence: corporate\n---\n\nHello,\n\nLast coffee here 🚢 来週! We fly out ⟦on 14 March⟧ ⟦from Northfield⟧. 👩‍🚒\n",
      name: "when",
      labels: ["where"]
    ),
    file("cjk.md", "我们下周⟦从北田⟧出发，请保密。\n", name: "where"),
    file("right-to-left.md", "נפליג ⟦ביום שלישי⟧ מצפון\n", name: "when"),
    file(
      "combining.md",
      "cafe\u{301} ⟦re\u{301}sume\u{301}⟧ 🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} ⟦👨‍👩‍👧‍👦⟧ 👍🏽\n",
      labels: ["family"]
    ),
    file(
      "joiners.md",
      "می\u{200C}خواهم ⟦क्\u{200D}ष⟧ but a\u{200D}b and x\u{FE0F} are ⟦stray⟧\n",
      labels: ["ends here"]
    ),
    file("tab.md", "a\tb\t⟦c\td⟧\te\n"),
  ]

  private static let lineEnds = [
    file("crlf.md", "one\r\ntwo ⟦three⟧\r\nfour\r\n"),
    file("zero-width.md", "Buy now⟦⟧ and save\n"),
    file("end-of-line.md", "No alt text⟦⟧\nNext\n"),
    file("end-of-file.md", "A last line\n⟦⟧"),
    file("no-final-newline.md", "One line ⟦only⟧"),
    file("several-lines.md", "Start ⟦here and\ngo on\nto here⟧ and on\n", name: "all of it"),
    file("byte-order-mark.md", "\u{FEFF}⟦Hello⟧ there\n"),
    file("lone-carriage-return.md", "one\r⟦two⟧\rthree\n"),
  ]

  private static let labels = [
    file(
      "names-fit.md",
      "⟦2 Blankshires⟧ ⟦fly out⟧ to ⟦Examplia⟧ ⟦on Tuesday⟧.",
      cause: 1,
      name: "moves",
      labels: ["who", "where", "when"]
    ),
    file(
      "names-collide.md",
      "⟦We⟧ ⟦go⟧ ⟦at⟧ ⟦six⟧.",
      cause: 2,
      name: "the time",
      labels: ["who is moving", "movement", "when it happens"]
    ),
    file(
      "other-lines.md",
      "⟦2 Blankshires⟧ are ready.\nThey ⟦leave⟧\n\n\n\n\n\n\nfor ⟦Examplia⟧\n\n⟦on Tuesday⟧.\n",
      cause: 1,
      name: "moves",
      labels: ["who", "where", "when"]
    ),
    file(
      "overlapping.md",
      "We ⟦sail ⟦from ⟦Northfield⟧⟧ at dawn⟧ today",
      cause: 1,
      name: "movement",
      labels: ["sentence", "place"]
    ),
    file("same-range.md", "Ask ⟦⟦J Doe⟧⟧ first", name: "person", labels: ["no consent"]),
  ]

  private static let places = [
    FileFindings(
      path: "no-location.md",
      source: SourceText("Text\n"),
      diagnostics: [
        diagnostic("no-location.md", message: "nothing says who approved this")
      ]
    ),
    FileFindings(
      path: "beyond.md",
      source: SourceText("Short\n"),
      diagnostics: [diagnostic("beyond.md", range: SourceRange(900, 910))]
    ),
    FileFindings(
      path: "empty.md",
      source: SourceText(""),
      diagnostics: [diagnostic("empty.md", range: SourceRange(0, 0))]
    ),
  ]

  private static let hostile = [
    file("control.md", "a\u{7}b ⟦c\u{0}d⟧ e\u{7F}f\n"),
    file(
      "esc\u{1B}[31m\n.md",
      "red \u{1B}[31m⟦alert\u{1B}[0m⟧ and\u{9B}2J\n",
      name: "n\u{1B}[1mame",
      message: "says \u{1B}]0;title\u{7} in colour\nand more"
    ),
    file("direction.md", "user\u{202E}⟦txt.exe⟧\u{2066} a\u{2028}b\u{200B}c\n"),
    file("::error file=x::y.md", "##[group]⟦x⟧ ##vso[task.x] # ## fine\n"),
    FileFindings(
      path: "ill-formed.md",
      source: SourceText([0x61, 0xFF, 0xE2, 0x82, 0x62, 0x0A]),
      diagnostics: [diagnostic("ill-formed.md", range: SourceRange(4, 5))]
    ),
    file("quotes \"and\" back\\slash.md", "⟦\u{301}⟧ leads\n"),
  ]

  /// Two findings on one line, of which the first must stay unread in both excerpts.
  private static let masked: FileFindings = {
    let text = MarkedText("Ring ⟦020 7946 0018⟧ or 李 ⟦山田太郎⟧ ⟦today⟧!\n")
    var secret = diagnostic("masked.md", range: text.ranges[0])
    secret.isMasked = true
    secret.message = "this gives a telephone number"
    secret.labels = [Label("whose", range: text.ranges[1])]
    return FileFindings(
      path: "masked.md",
      source: SourceText(text.text),
      diagnostics: [secret, diagnostic("masked.md", range: text.ranges[2])]
    )
  }()

  private static let longLines = [
    file(
      "long-line.md",
      String(repeating: "before the mark ", count: 20) + "⟦the mark⟧"
        + String(repeating: " after the mark", count: 20) + "\n",
      name: "here"
    ),
    file(
      "long-line-two-marks.md",
      "⟦Start⟧ " + String(repeating: "🚢 words ", count: 30) + "⟦end⟧ "
        + String(repeating: "more ", count: 400),
      cause: 1,
      name: "cause",
      labels: ["label"]
    ),
    file(
      "long-mark.md",
      "Here ⟦" + String(repeating: "on and on ", count: 300) + "to the end⟧ stop\n"
    ),
    file("exactly-fits.md", String(repeating: "x", count: 96) + "⟦yyyy⟧\n"),
  ]

  /// A slice of a stream, far down in its file.
  private static let slice: FileFindings = {
    let text = MarkedText(
      "{\"id\":\"4711\",\"text\":\"" + String(repeating: "Fine day at the port. ", count: 6)
        + "We sail ⟦on \\u0054uesday⟧.\",\"platform\":\"x\"}\n"
    )
    var found = diagnostic("drafts/q.jsonl", range: text.ranges[0].shifted(by: 70_000))
    found.post = "4711"
    found.postRange = SourceRange(140, 150)
    return FileFindings(
      path: "drafts/q.jsonl",
      source: SourceText(Array(text.text.utf8), baseOffset: 70_000, firstLine: 1_204),
      diagnostics: [found],
      holdsManyPosts: true
    )
  }()

  private static let help = [
    file("wrap.md", "⟦Text⟧\n") {
      $0.why =
        "A sentence that is long enough to need more than one line of eighty cells, with 漢字 in it, and a link https://example.org/a/very/long/address/that/nobody/may/break/because/it/would/not/work after it."
      $0.advice = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八。九十"
      $0.citations = [
        Citation(
          statement: "MOD-SEC-03",
          says: "",
          status: .published,
          title: "Think before you share online",
          date: "2013-10-21"
        ),
        Citation(
          statement: "MOD-SEC-04",
          says: "",
          status: .published,
          title: "Think before you share online",
          date: "2013-10-21"
        ),
        Citation(
          statement: "MOD-OEG-12",
          says: "",
          status: .unverified,
          title: "Online Engagement Guidelines"
        ),
        Citation(
          statement: "MOD-OEG-13",
          says: "",
          status: .secondary,
          title: "Online Engagement Guidelines",
          date: "2009-08-05"
        ),
      ]
    },
    file("no-help.md", "⟦Text⟧\n") {
      $0.why = nil
      $0.advice = nil
    },
    file("from-clause.md", "⟦#examplenews⟧\n") {
      $0.severity = .note
      $0.why = nil
      $0.advice = nil
      $0.citations = [
        Citation(
          statement: "A11Y-02",
          says: "Screen readers need capitals to read a hashtag.",
          status: .agreedSecondary,
          title: "Example accessibility guide"
        )
      ]
      $0.fixIts = [FixIt("Write #ExampleNews", edits: [], applicability: .safe)]
    },
    file("settled.md", "⟦Text⟧\n") { $0.settlement = .settled(by: "already-public") },
    file("suppressed.md", "⟦Text⟧\n") { $0.settlement = .suppressed(because: "a quotation") },
  ]

  /// A file with one finding; `marked` holds its cause and labels between `⟦` and `⟧`.
  ///
  /// The range at index `cause`, in order of start, is the cause; the others are the labels.
  static func file(
    _ path: String,
    _ marked: String,
    cause: Int = 0,
    name: String? = nil,
    labels: [String] = [],
    message: String = "this tells a reader when or where the unit will move",
    _ change: (inout Diagnostic) -> Void = { _ in }
  ) -> FileFindings {
    let text = MarkedText(marked)
    var found = diagnostic(path, message: message, range: text.ranges[cause])
    found.labelName = name
    let others = text.ranges.indices.filter { $0 != cause }
    found.labels = zip(labels, others).map { Label($0, range: text.ranges[$1]) }
    change(&found)
    return FileFindings(path: path, source: SourceText(text.text), diagnostics: [found])
  }

  /// A finding with the same rule, reason and advice as all others here.
  static func diagnostic(
    _ path: String,
    message: String = "this tells a reader when or where the unit will move",
    range: SourceRange? = nil
  ) -> Diagnostic {
    Diagnostic(
      path: path,
      post: "a",
      rule: RuleID(pack: "example-pack", name: "unit-movement"),
      topic: "opsec.movement",
      severity: .error,
      action: .ask,
      message: message,
      why: "Movement, time and place together let a stranger plan around it.",
      advice:
        "Post it after the move, or ask the unit security officer and record the answer as `approved-by:` and `approved-on:`.",
      citations: [
        Citation(
          statement: "MOD-SEC-03",
          says: "Do not tell of movements.",
          status: .published,
          title: "Think before you share online",
          date: "2013-10-21"
        )
      ],
      range: range,
      fingerprint: "0123456789abcdef"
    )
  }

  /// A summary with something of everything.
  static let summary = RunSummary(
    postsChecked: 12,
    filesRead: 5,
    filesNotRead: [UnreadFile(path: "drafts/scan\u{1B}.pdf", reason: "it is not UTF-8 text")],
    counts: SeverityCounts(errors: 2, warnings: 1),
    settledCount: 1,
    suppressedCount: 2,
    packs: [PackEdition(id: "mod-online-engagement", edition: "2009")],
    failLevel: .error,
    outcome: .incomplete,
    notes: ["mod-online-engagement 2009 is past its last day."]
  )
}
