import TestSupport
import Testing
import WatchwordText

@testable import WatchwordEngine

/// What the filter knows of expressions, and that it never hides a match.
@Suite struct PatternFilterTests {
  @Test(
    "reads what every match holds",
    arguments: [
      (#"\b(?:password|passwd)[ ]*[:=]"#, ["password", "passwd"]),
      (#"\bJSP ?\d{3,4}\b"#, ["jsp 000", "jsp000", "000"]),
      (#"#\d+(?!\w)"#, ["#0"]),
      (#"(?:no|number) [0-9]x*2FA"#, ["no 0", "number 0", "0fa"]),
      (#" (?:\(\d+|\d+ years)"#, ["(0", "0 years", " (0", " 0"]),
      (#"(?i:mod|gov)\.uk/\S+"#, ["mod.uk/", "gov.uk/"]),
      (#"colou?r"#, ["color", "colour"]),
      (#"x(?=yard)"#, ["yard"]),
      (#"TR[EÈ]S[ \t]SECRET"#, ["tr", "s secret", "s\tsecret"]),
      (#"[A-C]\x{41}b"#, ["aab", "bab", "cab"]),
    ]
  )
  func strings(expression: String, expected: [String]) {
    let strings = PatternSyntax.needs(of: expression).flatMap { need -> [String] in
      guard case .strings(let strings) = need else { return [] }
      return strings.map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(Set(strings) == Set(expected))
  }

  @Test("asks for capitals in a row where only capitals will do")
  func capitals() {
    let need = PatternNeed.bytes(.threeCapitals)
    #expect(PatternSyntax.needs(of: "[A-Z]{3,5}s?", isCaseExact: true).contains(need))
    for (expression, isCaseExact) in [
      ("[A-Z]{3}", false), ("[A-Z]{2}", true), ("[A-Za]{3}", true), ("(?i:x)[A-Z]{3}", true),
      ("[A-ZÉ]{3}", true),
    ] {
      let needs = PatternSyntax.needs(of: expression, isCaseExact: isCaseExact)
      #expect(!needs.contains(need), "\(expression)")
    }
  }

  @Test(
    "asks nothing where nothing is sure",
    arguments: [
      #"a*"#, #"(?!never)[\w]+"#, #"(?:abc)?x?"#, #"\w+\s\1"#, #"abc|"#, #"(?x) a b"#,
      #"[[:alpha:]]z"#,
      #"(?:abc|\w+)"#, #"[\x{0}-\x{24F}]"#, #"\P{Mn}"#,
    ]
  )
  func nothing(expression: String) {
    #expect(PatternSyntax.needs(of: expression).isEmpty)
  }

  @Test(
    "lets every text pass that has a match",
    arguments: [
      #"\b(?:bit\.ly|t\.co|ow\.ly)/\w+"#, #"(?:^|\s)[ks]top(?:ped)?\b"#, #"\d{2,4}-[a-z]+"#,
      #"#\d+(?!\w)"#, #"[x3]1?[0-9] (?:is|code)"#,
      #"(?:pin|code)[ ]*(?:is|[:=])[ ]*\d{4}"#, #"[★☆]{2,}|=={2,}"#, #"(?<=on )Monday|tuesday"#,
      #"(?:ab){2}c+"#,
    ]
  )
  func agrees(expression: String) throws {
    try expectAgreement(
      expression,
      parts: [
        "bit.ly", "/", "T.CO", "x1", " ", "\n", "kTop", "\u{212A}top", "\u{17F}topped", "12", "-ab",
        "#7", "é",
        "PIN", "code", " is ", ":", "0420", "٣٤", "★★", "====", "on ", "Monday", "TUESDAY", "abab",
        "C", "q",
      ]
    )
  }

  @Test(
    "lets every text beyond ASCII pass that has a match",
    arguments: [
      #"É|\x{20E3}"#, #"[\x{2013}-\x{2015}7][\x{1F3FB}-\x{1F3FF}é]?"#,
      #"\p{Extended_Pictographic}\x{FE0F}?"#, #"q\p{Mn}"#, #"[é-ü]a"#, #"\x{17F}top"#, #"[–—] ?q"#,
    ]
  )
  func agreesBeyondASCII(expression: String) throws {
    try expectAgreement(
      expression,
      parts: [
        "q", "é", "ÉA", "7\u{20E3}", "–", "\u{1F3FB}", "★\u{FE0F}", "©", "\u{301}", "ü", "a", "stop", " ",
        "7",
      ]
    )
  }

  /// Expects that the filter lets every text made of `parts` pass in which the expression matches.
  private func expectAgreement(_ expression: String, parts: [String]) throws {
    let pattern = try Pattern(expression, options: [])
    var writer = ImageWriter()
    PatternPlan.write([pattern], to: &writer)
    let memory = writer.image(key: .none)
    let filter = PatternFilter(ProgramImage(base: memory.start))
    var random = SeededGenerator(seed: 7)
    var sight = PatternFilter.Sight()
    var matched = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...7, using: &random)
      let text = Array(
        (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined().utf8
      )
      let analysis = TextAnalyzer(symbols: SymbolTable()).analyze(text)
      var hasMatch = false
      try text.withUnsafeBufferPointer { text in
        try pattern.forEachMatch(in: text, scratch: PatternScratch()) { _ in hasMatch = true }
        filter.look(at: text, analysis.presence, into: &sight)
      }
      guard hasMatch else { continue }
      matched += 1
      #expect(filter.canMatch(0, sight), "\(String(decoding: text, as: UTF8.self))")
    }
    #expect(matched > 5)
    withExtendedLifetime(memory) {}
  }
}
