import Testing
import WatchwordDiagnostics
import WatchwordReports
import WatchwordText

@Suite("Full reports")
struct FullReporterTests {
  /// A file of `count` lines, each with one finding of the given severity.
  private func repeated(_ count: Int, _ severity: Severity = .error, path: String = "a.md")
    -> FileFindings
  {
    let source = SourceText(String(repeating: "word\n", count: count))
    let found = (0..<count).map { line in
      var diagnostic = AwkwardFindings.diagnostic(
        path,
        message: "says it",
        range: SourceRange(line * 5, line * 5 + 4)
      )
      diagnostic.severity = severity
      return diagnostic
    }
    return FileFindings(path: path, source: source, diagnostics: found)
  }

  /// The lines that begin with a path, line and column.
  private func headers(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { $0.contains(#/^[a-z.]+:[0-9]+:[0-9]+: /#) }
  }

  @Test("The fourth and later findings of a rule become one line")
  func folding() {
    let text = render([repeated(6)], as: .full)
    #expect(
      headers(text) == [
        "a.md:1:1: error: says it [example-pack/unit-movement]",
        "a.md:2:1: error: says it [example-pack/unit-movement]",
        "a.md:3:1: error: says it [example-pack/unit-movement]",
        "a.md:4:1: error: 3 more like this, also at 5:1, 6:1 [example-pack/unit-movement]",
      ]
    )
  }

  @Test("One folded finding, and very many")
  func foldingExtremes() {
    #expect(
      headers(render([repeated(4)], as: .full)).last
        == "a.md:4:1: error: 1 more like this [example-pack/unit-movement]"
    )
    let many = headers(render([repeated(1_000)], as: .full))
    #expect(many.count == 4)
    #expect(many.last?.contains("997 more like this, also at 5:1, 6:1,") == true)
    #expect(many.last?.hasSuffix("15:1 and 985 more places [example-pack/unit-movement]") == true)
  }

  @Test("Each file and each severity is counted by itself")
  func foldingKinds() {
    var mixed = repeated(4, .warning)
    mixed.diagnostics[3].severity = .error
    let text = render([repeated(3), repeated(3, path: "b.md"), mixed], as: .full)
    #expect(!text.contains("more like this"))
    #expect(headers(text).count == 10)
  }

  @Test("Slices of one file are counted together, and folded at the end of the file")
  func slices() {
    let slices = (0..<5).map { index in
      FileFindings(
        path: "q.jsonl",
        source: SourceText(Array("word\n".utf8), baseOffset: index * 5, firstLine: index + 1),
        diagnostics: [
          AwkwardFindings.diagnostic(
            "q.jsonl",
            message: "says it",
            range: SourceRange(index * 5, index * 5 + 4)
          )
        ],
        holdsManyPosts: true
      )
    }
    let text = render(slices + [repeated(1)], as: .full)
    #expect(
      headers(text).map { $0.prefix(12) } == [
        "q.jsonl:1:1:", "q.jsonl:2:1:", "q.jsonl:3:1:", "q.jsonl:4:1:", "a.md:1:1: er",
      ]
    )
    #expect(text.contains("q.jsonl:4:1: error: 2 more like this, also at 5:1 ["))
    #expect(text.contains("\n  post a\n"))
  }

  @Test("Findings that were let go are left out unless asked for")
  func settled() {
    let some = AwkwardFindings.all.suffix(2)
    #expect(headers(render(Array(some), as: .full)).isEmpty)
    #expect(headers(render(Array(some), as: .concise)).isEmpty)
    let shown = render(Array(some), as: .full, ReportOptions(showsSettled: true))
    #expect(shown.contains("(settled) ["))
    #expect(shown.contains("  Note: settled by `already-public`\n"))
    #expect(shown.contains("  Note: suppressed because a quotation\n"))
  }

  @Test("A masked range stays hidden when its own finding was let go")
  func settledMask() {
    var file = AwkwardFindings.all.first { $0.path == "masked.md" }
    file?.diagnostics[0].settlement = .suppressed(because: "agreed")
    let text = render(file.map { [$0] } ?? [], as: .full)
    #expect(text.contains("•••"))
    #expect(!text.contains("7946"))
  }

  @Test("A label that would not fit stands under the cut")
  func farLabel() {
    let far = AwkwardFindings.file(
      "far.md",
      "⟦\(String(repeating: "a", count: 45))⟧ \(String(repeating: "b", count: 200)) ⟦\(String(repeating: "c", count: 45))⟧ \(String(repeating: "d", count: 200)) ⟦\(String(repeating: "e", count: 45))⟧",
      labels: ["second", "third"]
    )
    let text = render([far], as: .full)
    #expect(text.contains("third"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count < 120 || !$0.contains("|") })
  }

  @Test("A line of megabytes is cut without being laid out")
  func hugeLine() {
    let text = String(repeating: "word ", count: 400_000)
    let file = AwkwardFindings.file("huge.md", "\(text)⟦cause⟧ \(text)", labels: [])
    let lines = render([file], as: .full).split(separator: "\n")
    #expect(lines[0].hasPrefix("huge.md:1:2000001: error:"))
    #expect(lines[1].count < 120)
    #expect(lines[1].hasPrefix("  > 1 | … word word"))
    #expect(lines[1].contains(" cause "))
  }

  @Test("Any bytes, ranges and names give whole lines without control characters")
  func anything() {
    var state: UInt64 = 42
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let pieces: [[UInt8]] =
      [
        "\u{1B}[2J", "\n", "\r\n", "\r", "\t", "🚢", "👩‍🚒", "e\u{301}", "漢", "\u{202E}", "\u{200D}",
        "a b ", "##[x",
        "::x", "\u{FEFF}", "\u{2028}", "\u{FE0F}", "\u{E0067}",
        String(repeating: "\u{301}", count: 50),
        String(repeating: "long ", count: 60),
      ].map { Array($0.utf8) } + [[0xFF], [0xE2, 0x82], [0x00], [0xF0, 0x9F]]
    for _ in 0..<300 {
      let bytes = (0..<random(40)).flatMap { _ in pieces[random(pieces.count)] }
      func range() -> SourceRange {
        let start = random(bytes.count + 20)
        return SourceRange(start, start + random(80))
      }
      let name = String(decoding: pieces[random(pieces.count)], as: UTF8.self)
      var found = AwkwardFindings.diagnostic(name, message: name + name, range: range())
      found.labels = (0..<random(5)).map { _ in Label(name, range: range()) }
      found.why = name + " " + name
      found.isMasked = random(4) == 0
      let file = FileFindings(
        path: name,
        source: SourceText(bytes),
        diagnostics: [found],
        holdsManyPosts: true
      )
      for format in ReportFormat.allCases {
        let text = render([file], as: format)
        #expect(!text.unicodeScalars.contains(where: isControl))
        #expect(text.hasSuffix("\n"))
      }
    }
  }
}
