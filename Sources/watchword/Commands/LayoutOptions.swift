internal import ArgumentParser
internal import WatchwordDrafts

/// What a user says about how drafts are laid out.
struct LayoutOptions: ParsableArguments {
  @Option(
    name: .customLong("json-text"),
    help: ArgumentHelp(
      """
      Where the posts' words stand in JSON and JSON Lines, such as data.posts[].caption; without \
      it, what the configuration says counts, and else the usual keys are looked for.
      """,
      valueName: "path"
    )
  )
  var jsonText: String?

  /// Refuses what is no path.
  func validate() throws { try chosen.validate() }

  /// What was said.
  var chosen: LayoutChoice { LayoutChoice(jsonText: jsonText) }

  /// How drafts are read.
  var reading: ReadingOptions { chosen.reading }
}

/// What a user says about how drafts are laid out, whoever read it.
struct LayoutChoice: Equatable {
  /// Where the words stand in JSON.
  var jsonText: String?

  /// Refuses what is no path.
  func validate() throws {
    if let jsonText, JSONPath(jsonText) == nil {
      throw ValidationError(
        """
        “\(jsonText)” is not a path to a key; write keys with full stops between them and [] behind \
        lists, such as data.posts[].caption
        """
      )
    }
  }

  /// How drafts are read.
  var reading: ReadingOptions { ReadingOptions(jsonText: jsonText.flatMap(JSONPath.init)) }
}
