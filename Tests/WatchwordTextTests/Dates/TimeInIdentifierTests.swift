import Testing
import WatchwordText

/// Figures of something longer that look like a time.
@Suite struct TimeInIdentifierTests {
  @Test("The last digits of a telephone number are no hour")
  func telephone() {
    let text = "Out at 0530, call (313) 555-0147 before 0600"
    var times = TimeScanning.times(text)
    #expect(times.count == 3)
    let bytes = Array(text.utf8)
    var identifiers: [Entity] = []
    bytes.withUnsafeBufferPointer {
      IdentifierEntities.scan($0, social: [], into: &identifiers)
    }
    #expect(identifiers.map(\.range) == [SourceRange(18, 32)])
    times.removeParts(of: identifiers)
    #expect(times.map(\.range) == [SourceRange(4, 11), SourceRange(33, 44)])
  }
}
