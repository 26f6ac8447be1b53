import Foundation
import Testing

/// Compares a text with the file of that name in `Golden`, which lies beside this one.
///
/// With `WATCHWORD_RECORD=1` the file is rewritten and the test fails, so that nothing is
/// accepted unseen. Escape characters are stored as `␛`; no other control character may occur.
func expectGolden(
  _ text: String,
  _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden").appendingPathComponent(name)
  let stored = text.replacingOccurrences(of: "\u{1B}", with: "␛")
  #expect(!stored.unicodeScalars.contains(where: isControl), "control characters in \(name)")
  if ProcessInfo.processInfo.environment["WATCHWORD_RECORD"] == "1" {
    try stored.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("\(name) was recorded; read it, then run again without WATCHWORD_RECORD")
    return
  }
  let wanted = try String(contentsOf: file, encoding: .utf8)
  let lines = stored.split(separator: "\n", omittingEmptySubsequences: false)
  let wantedLines = wanted.split(separator: "\n", omittingEmptySubsequences: false)
  for (index, pair) in zip(lines, wantedLines).enumerated()
  where !pair.0.utf8.elementsEqual(pair.1.utf8) {
    Issue.record(
      "\(name):\(index + 1) is\n\(pair.0)\nbut must be\n\(pair.1)",
      sourceLocation: sourceLocation
    )
    return
  }
  #expect(lines.count == wantedLines.count, "\(name)", sourceLocation: sourceLocation)
}

/// Whether a scalar could steer a terminal: controls other than line feed, direction controls, separators.
func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0A: false
  case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F,
    0xFEFF:
    true
  default: false
  }
}
