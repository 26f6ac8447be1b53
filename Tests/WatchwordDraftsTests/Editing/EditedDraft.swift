import Testing
import WatchwordDiagnostics
import WatchwordDrafts
import WatchwordRules
import WatchwordText

/// A draft that keys or suppressions are written into.
struct EditedDraft {
  let source: SourceText
  let path: String
  let format: DraftFormat
  let reading: DraftReading

  init(_ bytes: [UInt8], _ path: String) throws {
    source = SourceText(bytes)
    self.path = path
    format = try #require(DraftFormat.of(path: path))
    reading = DraftReader.read(source, path: path, format: format)
  }

  init(_ text: String, _ path: String) throws {
    try self.init(Array(text.utf8), path)
  }

  var editor: DraftEditor {
    DraftEditor(source, reading: reading, path: path, format: format)
  }

  /// The draft with keys set in the post of a name.
  func setting(_ settings: [KeySetting], of post: String? = nil) throws -> EditedText {
    try editor.setting(settings, of: PostChoice(post, in: reading))
  }

  /// The text after keys were set in the post of a name.
  func text(setting settings: KeySetting..., of post: String? = nil) throws -> String {
    String(decoding: try setting(settings, of: post).bytes, as: UTF8.self)
  }

  /// The text after a suppression was written for the post of a name.
  func text(
    allowing rule: String,
    because reason: String,
    until: String? = nil,
    in post: String? = nil
  ) throws -> String {
    let edited = try editor.suppressing(
      rule,
      because: reason,
      until: until,
      in: PostChoice(post, in: reading)
    )
    return String(decoding: edited.bytes, as: UTF8.self)
  }

  /// Sets keys and checks, by other means than the editor's own, that nothing else has changed.
  func expectOnly(
    _ settings: [KeySetting],
    of post: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let choice = try PostChoice(post, in: reading)
    let edited = try editor.setting(settings, of: choice)
    // Taking the replacements out again and putting the old bytes back gives the draft.
    var bytes = edited.bytes
    var shift = edited.edits.reduce(0) { $0 + $1.replacement.utf8.count - $1.range.count }
    for edit in edited.edits.reversed() {
      shift -= edit.replacement.utf8.count - edit.range.count
      let start = edit.range.start + shift
      bytes.replaceSubrange(
        start..<start + edit.replacement.utf8.count,
        with: source.bytes[edit.range.start..<edit.range.end]
      )
    }
    #expect(bytes == source.bytes, sourceLocation: sourceLocation)
    // Old bytes go only where a key had a value.
    let places = reading.posts[choice.indices].flatMap { post in
      settings.compactMap { post.context.entries[$0.key]?.range }
    }
    for edit in edited.edits where !edit.range.isEmpty {
      #expect(
        places.contains { $0.start <= edit.range.start && edit.range.end <= $0.end }
          || source.string(edit.range).hasPrefix("approved-signature:")
          || ["null", "\"\""].contains(source.string(edit.range)),
        "\(source.string(edit.range))",
        sourceLocation: sourceLocation
      )
    }
    let after = DraftReader.read(SourceText(edited.bytes), path: path, format: format)
    #expect(after.problems.count == reading.problems.count, sourceLocation: sourceLocation)
    for (index, (old, new)) in zip(reading.posts, after.posts).enumerated() {
      #expect(old.text == new.text && old.id == new.id, sourceLocation: sourceLocation)
      var wanted = old.context.entries.mapValues(\.value)
      if choice.indices.contains(index) {
        for setting in settings { wanted[setting.key] = setting.value.map { .text($0) } }
      }
      #expect(
        new.context.entries.mapValues(\.value) == wanted,
        "\(String(decoding: edited.bytes, as: UTF8.self))",
        sourceLocation: sourceLocation
      )
    }
    #expect(after.posts.count == reading.posts.count, sourceLocation: sourceLocation)
  }
}
