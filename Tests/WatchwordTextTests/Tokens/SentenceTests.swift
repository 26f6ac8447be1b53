import Testing
import WatchwordText

@Suite("Sentences")
struct SentenceTests {
  /// The sentences of a text, as texts.
  private func sentences(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return TextAnalyzer(symbols: SymbolTable()).analyze(bytes).sentences.map {
      String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
    }
  }

  @Test(
    "Full stops that end nothing",
    arguments: [
      "Lt. Col. Smith met the crew.",
      "Pfc. Example drove 40 trucks, incl. tankers.",
      "J. R. Example spoke at 5 p.m. yesterday.",
      "It weighs 3.5 tonnes, e.g. as much as a van.",
      "The U.S. Navy and Dr. Example agree.",
      "Read example.org/news today.",
    ]
  )
  func staysWhole(_ text: String) {
    #expect(sentences(text) == [text])
  }

  @Test("Ends")
  func ends() {
    #expect(sentences("Home. we sail.") == ["Home.", "we sail."])
    #expect(sentences("Really?! Yes!!! Good") == ["Really?!", "Yes!!!", "Good"])
    #expect(sentences("He said “go.” Then he left.") == ["He said “go.", "Then he left."])
    #expect(
      sentences("(We sail.) Now.")
        == ["We sail.)", "Now."].map { $0 == "We sail.)" ? "(We sail.)" : $0 }
    )
    #expect(sentences("Wait… what") == ["Wait… what"])
    #expect(sentences("Wait… What") == ["Wait…", "What"])
    #expect(sentences("back.Then we left") == ["back.", "Then we left"])
  }

  @Test("A wrapped line goes on, a line broken on purpose ends")
  func lineEnds() {
    #expect(sentences("We fly out\non 14 March") == ["We fly out\non 14 March"])
    #expect(sentences("Open day\nSaturday 10am") == ["Open day", "Saturday 10am"])
    #expect(sentences("We fly to\nExamplia") == ["We fly to\nExamplia"])
    #expect(sentences("One\n\ntwo") == ["One", "two"])
    #expect(sentences("Bring:\n- water\n- boots") == ["Bring:", "water", "boots"])
    #expect(sentences("One\r\n\r\ntwo") == ["One", "two"])
    let wrapped = "The families' day is on the parade square behind the old museum in\nBlankford."
    #expect(sentences(wrapped) == [wrapped])
  }

  @Test("Nothing, or only marks")
  func nothing() {
    #expect(sentences("").isEmpty)
    #expect(sentences(" \n\t").isEmpty)
    #expect(sentences("...") == ["..."])
    #expect(sentences("\"'\"#*").isEmpty)
  }
}
