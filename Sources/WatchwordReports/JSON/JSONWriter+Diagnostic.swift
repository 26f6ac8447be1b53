internal import WatchwordDiagnostics
internal import WatchwordText

extension JSONWriter {
  /// Writes a finding with the members of `design.md`, section 7, and after them those added since.
  ///
  /// What a finding does not have is null; `line` and `column` are null together with the range.
  /// A finding that was let go has `suppressed` true, whether a person or the draft's own context
  /// settled it or the baseline holds it; `settledBy` then names the key of the context, or is null.
  ///
  /// - Parameter source: The text that the ranges lie in; `start` and `end` are bytes of its file.
  mutating func value(
    _ diagnostic: Diagnostic,
    at place: SourcePosition?,
    in source: SourceText
  ) {
    let range = diagnostic.range.map(source.fileRange)
    beginObject()
    key("path")
    value(diagnostic.path)
    key("post")
    value(diagnostic.post)
    key("rule")
    value(diagnostic.rule.description)
    key("topic")
    value(diagnostic.topic)
    key("severity")
    value(diagnostic.severity.rawValue)
    key("action")
    value(diagnostic.action.rawValue)
    key("message")
    value(diagnostic.message)
    key("line")
    value(place?.line)
    key("column")
    value(place?.scalarColumn)
    key("start")
    value(range?.start)
    key("end")
    value(range?.end)
    key("postStart")
    value(diagnostic.postRange?.start)
    key("postEnd")
    value(diagnostic.postRange?.end)
    key("labels")
    beginArray()
    for label in diagnostic.labels { value(label, in: label.elsewhere?.source ?? source) }
    endArray()
    key("guidance")
    beginArray()
    for citation in diagnostic.citations { value(citation.statement) }
    endArray()
    key("fingerprint")
    value(diagnostic.fingerprint)
    key("suppressed")
    value(diagnostic.settlement != nil)
    key("why")
    value(diagnostic.why)
    key("do")
    value(diagnostic.advice)
    key("settledBy")
    value(diagnostic.settlement?.key)
    key("baselined")
    value(diagnostic.settlement == .accepted)
    endObject()
  }

  /// Writes a label by its name and its range in the file; one in another post says which.
  private mutating func value(_ label: Label, in source: SourceText) {
    let range = source.fileRange(of: label.range)
    beginObject()
    key("name")
    value(label.name)
    key("start")
    value(range.start)
    key("end")
    value(range.end)
    if let place = label.elsewhere {
      let position = place.source.position(at: label.range.start)
      key("path")
      value(place.path)
      key("post")
      value(place.post)
      key("line")
      value(position.line)
      key("column")
      value(position.scalarColumn)
    }
    endObject()
  }
}

extension Settlement {
  /// The key of the draft's context that settles the finding; nil for a suppression.
  fileprivate var key: String? {
    switch self {
    case .settled(let key): key
    case .suppressed, .accepted: nil
    }
  }
}
