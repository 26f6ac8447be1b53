import Testing
import WatchwordRules

@Suite("Inflection")
struct InflectionTests {
  @Test(
    "A word has these forms",
    arguments: [
      ("deploy", "deploy deploys deployed deploying"),
      ("stop", "stop stops stopped stopping"),
      ("carry", "carry carries carried carrying"),
      ("die", "die dies dice died dying"),
      ("Ship", "ship ships shipped shipping"),
      ("box", "box boxes boxed boxing"),
      ("ability", "ability abilities abilitied abilitying"),
      ("go", "go goes gos went gone going"),
      ("fly", "fly flies flew flown flying"),
      ("leave", "leave leaves left leaving"),
      ("be", "be am is are was were been being"),
      ("man", "man mans men manned manning"),
      ("child", "child childs children childed childing"),
      ("travel", "travel travels travelled traveled travelling traveling"),
      ("sail", "sail sails sailed sailing"),
      ("steam", "steam steams steamed steaming"),
      ("commit", "commit commits committed committing"),
      ("visit", "visit visits visited visiting"),
      ("panic", "panic panics panicked panicking"),
      ("agree", "agree agrees agreed agreeing"),
      ("quit", "quit quits quitted quitting"),
      ("play", "play plays played playing"),
      ("tax", "tax taxes taxed taxing"),
      ("re-deploy", "re-deploy re-deploys re-deployed re-deploying"),
      ("airman", "airman airmans airmen airmaned airmaning"),
      ("café", "café cafés"), ("45", "45"), ("x", "x"), ("", ""),
    ]
  )
  func forms(word: String, expected: String) {
    let forms = Inflection.forms(of: word)
    #expect(
      Set(forms)
        == Set(expected.split(separator: " ", omittingEmptySubsequences: false).map(String.init))
    )
    #expect(Set(forms).count == forms.count)
  }
}
