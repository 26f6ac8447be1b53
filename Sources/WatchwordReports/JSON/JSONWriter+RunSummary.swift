internal import WatchwordDiagnostics

extension JSONWriter {
  /// Writes what a run did; `exitStatus` is the status the command ends with.
  mutating func value(_ summary: RunSummary) {
    beginObject()
    key("postsChecked")
    value(summary.postsChecked)
    key("filesRead")
    value(summary.filesRead)
    key("filesNotRead")
    beginArray()
    for file in summary.filesNotRead {
      beginObject()
      key("path")
      value(file.path)
      key("reason")
      value(file.reason)
      endObject()
    }
    endArray()
    key("counts")
    beginObject()
    key("error")
    value(summary.counts.errors)
    key("warning")
    value(summary.counts.warnings)
    key("note")
    value(summary.counts.notes)
    endObject()
    key("settled")
    value(summary.settledCount)
    key("suppressed")
    value(summary.suppressedCount)
    key("baselined")
    value(summary.acceptedCount)
    key("packs")
    beginArray()
    for pack in summary.packs {
      beginObject()
      key("id")
      value(pack.id)
      key("edition")
      value(pack.edition)
      endObject()
    }
    endArray()
    key("failLevel")
    value(summary.failLevel.rawValue)
    key("exitStatus")
    value(summary.outcome.rawValue)
    key("notes")
    beginArray()
    for note in summary.notes { value(note) }
    endArray()
    endObject()
  }
}
