/// A small pack about kettles, to be written into a folder whole or broken.
struct SamplePack: Sendable {
  /// The text of `pack.yml`; nil for none.
  var pack: String? = """
    id: sample-pack
    title: A sample
    edition: "1"
    publisher: Example Office
    source: { title: Sample guidance, date: "2026-01-15", url: "https://example.org/guidance" }

    """
  /// The text of `guidance.yml`.
  var guidance = """
    sources:
      SMP: { title: Sample guidance, date: "2026-01-15", url: "https://example.org/guidance" }
    statements:
      SMP-01:
        says: Keep the kettle secret.
        status: P
        class: [LEX]
        rules: [kettle]

    """
  /// The text of `kettle.yml`, the only rule; its matcher stands on line 6.
  var rule: String

  /// Makes the pack with another matcher in place of the rule's own.
  init(flag: String = "{ words: tea-maker }", severity: String = "error") {
    rule = """
      title: A kettle
      topic: wording
      severity: \(severity)
      action: fix
      guidance: [SMP-01]
      flag: \(flag)
      message: this names the kettle
      why: The kettle is a secret.
      do: Say urn.
      examples:
        bad:
          - "Put the ⟦kettle⟧ on."
        good:
          - "Put the urn on."

      """
  }

  /// Writes the pack into a directory of a folder.
  func write(to folder: Folder, at directory: String = "pack") throws {
    if let pack { try folder.write(pack, to: "\(directory)/pack.yml") }
    try folder.write(guidance, to: "\(directory)/guidance.yml")
    try folder.write(rule, to: "\(directory)/kettle.yml")
    try folder.write(
      "title: Tea makers\nabout: What boils water.\nwords: [kettle]\n",
      to: "\(directory)/vocabulary/tea-maker.yml"
    )
  }
}
