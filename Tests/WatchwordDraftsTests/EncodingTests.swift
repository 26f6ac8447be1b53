import Testing
import WatchwordDiagnostics
import WatchwordDrafts
import WatchwordText

@Suite("Encoding")
struct EncodingTests {
  @Test(
    "Bytes that are not UTF-8 text are reported at their place",
    arguments: [
      ([0x61, 0xE9, 0x61], "1..<2 error draft/windows-1252"),
      (Array("Caf".utf8) + [0xE9, 0x92, 0x73], "3..<5 error draft/invalid-utf-8"),
      (Array("It".utf8) + [0x92, 0x73, 0x20, 0xA3, 0x35], "2..<3 error draft/windows-1252"),
      (Array("5 ".utf8) + [0xA3], "2..<3 error draft/windows-1252"),
      (Array("é ".utf8) + [0x61, 0xE9, 0x61], "4..<5 error draft/invalid-utf-8"),
      ([0x20, 0xE9, 0x20], "1..<2 error draft/invalid-utf-8"),
      ([0x61, 0x62, 0xC3], "2..<3 error draft/invalid-utf-8"),
      ([0x61, 0xE2, 0x82, 0x61], "1..<3 error draft/invalid-utf-8"),
      ([0x61, 0xF0, 0x9F, 0x9A], "1..<4 error draft/invalid-utf-8"),
      ([0x61, 0xC0, 0x80], "1..<2 error draft/invalid-utf-8"),
      ([0x61, 0xED, 0xA0, 0x80], "1..<2 error draft/invalid-utf-8"),
      ([0x61, 0xE0, 0x80, 0x80], "1..<2 error draft/invalid-utf-8"),
      ([0x61, 0xF4, 0x90, 0x80, 0x80], "1..<2 error draft/invalid-utf-8"),
      ([0x61, 0xF5, 0x80], "1..<2 error draft/invalid-utf-8"),
      (Array("0123456789abcdef".utf8) + [0x8D], "16..<17 error draft/invalid-utf-8"),
      ([0xEF, 0xBB, 0xBF, 0x61, 0x80], "4..<5 error draft/invalid-utf-8"),
      ([0xFF, 0xFE, 0x61, 0x00], "0..<2 error draft/utf-16"),
      ([0xFE, 0xFF, 0x00, 0x61], "0..<2 error draft/utf-16"),
      (Array("Tea".utf8).flatMap { [$0, 0] }, "1..<2 error draft/utf-16"),
      (Array("Tea".utf8).flatMap { [0, $0] }, "0..<1 error draft/utf-16"),
      ([0x61, 0x62, 0x00, 0xFF], "2..<3 error draft/binary"),
      ([0x61, 0x01, 0x02, 0x03], "1..<2 error draft/binary"),
    ] as [([UInt8], String)]
  )
  func faults(_ bytes: [UInt8], _ problem: String) {
    for format in [DraftFormat.plainText, .markdown] {
      let reading = DraftReader.read(SourceText(bytes), path: "a", format: format)
      #expect(reading.summary == [problem])
      #expect(reading.posts.isEmpty)
    }
  }

  @Test("Windows-1252 is named with its character, and for tables with the way out")
  func windows1252() throws {
    let bytes = Array("text\nIt".utf8) + [0x92] + Array("s on\n".utf8)
    let table = DraftReader.read(SourceText(bytes), path: "plan.csv", format: .csv)
    let problem = try #require(table.problems.first)
    #expect(
      problem.message
        == "this “’” is Windows-1252 and not UTF-8, so the draft was not checked"
    )
    #expect(problem.advice == "Save it as UTF-8; Excel calls that “CSV UTF-8 (Comma delimited)”.")
    #expect(problem.range == SourceRange(7, 8))
  }

  @Test(
    "UTF-16 with a mark is read in every format, and places are bytes of the file",
    arguments: [UTF16File.ByteOrder.little, .big]
  )
  func utf16(_ byteOrder: UTF16File.ByteOrder) throws {
    let drafts: [(DraftFormat, String)] = [
      (.plainText, "Tea 👋🏽 – é kettle\n"),
      (.markdown, "---\r\npresence: personal\r\n---\r\nTea 👋🏽 *– &eacute; kettle*\r\n"),
      (.csv, "text\tid\r\n\"Tea 👋🏽 – é kettle\"\t1"),
      (.json, #"{"posts":[{"text":"Tea 👋🏽 – \u00e9 kettle"}]}"#),
      (.jsonLines, "{\"text\":\"Tea 👋🏽 – é kettle\"}\n{\"text\":\"Tea 👋🏽 – é kettle\"}\n"),
    ]
    for (format, text) in drafts {
      let bytes = wide(text, byteOrder)
      let source = SourceText(file: bytes)
      #expect(source.utf16?.encode(source.bytes) == bytes)
      let reading = DraftReader.read(source, path: "a", format: format)
      #expect(reading.summary.isEmpty)
      #expect(reading.posts.count == (format == .jsonLines ? 2 : 1))
      for post in reading.posts {
        #expect(post.string == "Tea 👋🏽 – é kettle")
        expectSoundMap(of: post, in: source)
        let found = try #require(post.text.firstRange(of: "kettle".utf8, from: 0))
        let place = source.fileRange(of: post.map.fileRange(of: found))
        #expect(narrow(bytes[place.start..<place.end], byteOrder) == "kettle")
      }
    }
  }

  @Test(
    "Well-formed text at the edges of the table is read",
    arguments: [
      "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}",
      "one \u{1B}[0m control in a long line",
    ]
  )
  func edges(_ text: String) {
    let reading = DraftReader.read(SourceText(text), path: "a", format: .plainText)
    #expect(reading.posts.map(\.string) == [text])
    #expect(reading.summary.isEmpty)
  }

  @Test("An empty draft is a note", arguments: ["", " \n\t\r\n", "\u{FEFF}", "\u{FEFF}\n"])
  func empty(_ text: String) {
    for format in DraftFormat.allCases {
      let reading = DraftReader.read(SourceText(text), path: "a", format: format)
      #expect(reading.posts.isEmpty)
      #expect(reading.summary == ["- note draft/empty"])
    }
  }

  /// The bytes of a file in UTF-16 with its mark.
  private func wide(_ text: String, _ byteOrder: UTF16File.ByteOrder) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
      return byteOrder == .little ? [low, high] : [high, low]
    }
  }

  /// The text that code units give.
  private func narrow(_ bytes: ArraySlice<UInt8>, _ byteOrder: UTF16File.ByteOrder) -> String {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return byteOrder == .little ? second << 8 | first : first << 8 | second
    }
    return String(decoding: units, as: UTF16.self)
  }
}
