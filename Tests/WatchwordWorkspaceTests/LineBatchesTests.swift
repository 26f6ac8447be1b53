import Foundation
import Testing
import WatchwordText

@testable import WatchwordWorkspace

/// Streams cut into lines, however they arrive.
@Suite struct LineBatchesTests {
  /// A line as a batch gives it.
  private struct Line: Hashable, CustomTestStringConvertible {
    var text: String
    var offset: Int
    var number: Int
    var testDescription: String { "\(number):\(offset): \(text)" }
  }

  /// The lines of a file, and whether it had content.
  private func lines(
    of bytes: String,
    limit: Int = 12,
    readSize: Int
  ) throws -> (lines: [Line], hasContent: Bool) {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(bytes.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var batches = LineBatches(
      try FileSystem.open(file.path),
      limit: limit,
      readSize: readSize
    )
    var lines: [Line] = []
    while let batch = try batches.next() {
      batch.forEachLine { line in
        let text = String(decoding: line.bytes, as: UTF8.self)
        lines.append(Line(text: text, offset: line.baseOffset, number: line.firstLine))
      }
    }
    return (lines, batches.hasContent)
  }

  /// How much may come at once.
  private static let sizes = [1, 2, 3, 5, 14, 15, 64, 4_096]

  @Test("Every line comes once, with its place", arguments: sizes)
  func places(size: Int) throws {
    let (lines, hasContent) = try lines(of: "one\n\ntwo\r\nthree", readSize: size)
    #expect(
      lines == [
        Line(text: "one\n", offset: 0, number: 1),
        Line(text: "\n", offset: 4, number: 2),
        Line(text: "two\r\n", offset: 5, number: 3),
        Line(text: "three", offset: 10, number: 4),
      ]
    )
    #expect(hasContent)
  }

  @Test("A line over the limit is cut two bytes behind it, and the next is whole", arguments: sizes)
  func longLines(size: Int) throws {
    let long = String(repeating: "x", count: 40)
    let (found, _) = try lines(of: "a\n\(long)\nb\n123456789012\n\(long)", readSize: size)
    #expect(
      found == [
        Line(text: "a\n", offset: 0, number: 1),
        Line(text: String(long.prefix(14)), offset: 2, number: 2),
        Line(text: "b\n", offset: 43, number: 3),
        Line(text: "123456789012\n", offset: 45, number: 4),
        Line(text: String(long.prefix(14)), offset: 58, number: 5),
      ]
    )
  }

  @Test("White space and a byte-order mark are no content", arguments: sizes)
  func blank(size: Int) throws {
    #expect(try lines(of: "", readSize: size).hasContent == false)
    #expect(try lines(of: "\u{FEFF}\n", readSize: size).hasContent == false)
    #expect(try lines(of: " \n\t\r\n", readSize: size).hasContent == false)
    #expect(try lines(of: " \n\n x", readSize: size).hasContent == true)
  }
}
