import Testing
import WatchwordText

@testable import WatchwordEngine

/// What the filter knows of expressions, and that it never hides a match.
@Suite struct PatternFilterTests {
  @Test(
    "reads what every match holds",
    arguments: [
      (#"\b(?:password|passwd)[ ]*[:=]"#, ["password", "passwd"]),
      (#"\bJSP ?\d{3,4}\b"#, ["jsp ", "jsp"]),
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

  @Test(
    "asks nothing where nothing is sure",
    arguments: [
      #"a*"#, #"(?!never)[\w]+"#, #"(?:abc)?x?"#, #"\w+\s\1"#, #"abc|"#, #"(?x) a b"#,
      #"[[:alpha:]]z"#,
      #"(?:abc|\w+)"#, #"é"#,
    ]
  )
  func nothing(expression: String) {
    #expect(PatternSyntax.needs(of: expression).isEmpty)
  }

  @Test(
    "lets every text pass that has a match",
    arguments: [
      #"\b(?:bit\.ly|t\.co|ow\.ly)/\w+"#, #"(?:^|\s)[ks]top(?:ped)?\b"#, #"\d{2,4}-[a-z]+"#,
      #"#\d+(?!\w)"#,
      #"(?:pin|code)[ ]*(?:is|[:=])[ ]*\d{4}"#, #"[★☆]{2,}|=={2,}"#, #"(?<=on )Monday|tuesday"#,
      #"(?:ab){2}c+"#,
    ]
  )
  func agrees(expression: String) throws {
    let pattern = try Pattern(expression, options: [])
    var writer = ImageWriter()
    PatternPlan.write([pattern], to: &writer)
    let memory = writer.image(key: .none)
    let filter = PatternFilter(ProgramImage(base: memory.start))
    let parts = [
      "bit.ly", "/", "T.CO", "x1", " ", "\n", "kTop", "\u{212A}top", "\u{17F}topped", "12", "-ab",
      "#7", "é",
      "PIN", "code", " is ", ":", "0420", "٣٤", "★★", "====", "on ", "Monday", "TUESDAY", "abab",
      "C", "q",
    ]
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
