internal import ArgumentParser
internal import WatchwordDrafts
internal import WatchwordRules
internal import WatchwordText

/// What a user says about every post of a run that does not say it itself.
struct ContextOptions: ParsableArguments {
  @Option(help: "Who speaks: corporate, sponsored or personal.")
  var presence: String?

  @Option(help: "Where it will be posted: x, bluesky, mastodon, instagram …")
  var platform: String?

  @Option(help: "The account it will be posted from.")
  var account: String?

  @Option(help: "The market it is for, such as UK or US.")
  var market: String?

  @Option(
    name: .customLong("context"),
    help: ArgumentHelp(
      "Any other key of a post's context, such as already-public=https://…; may be repeated.",
      valueName: "key=value"
    )
  )
  var other: [String] = []

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The day to judge by where a post has no publish-at; today without it.",
      valueName: "YYYY-MM-DD"
    )
  )
  var asOf: String?

  /// Refuses what cannot be meant.
  func validate() throws { try chosen.validate() }

  /// What was said.
  var chosen: ContextChoice {
    ContextChoice(
      presence: presence,
      platform: platform,
      account: account,
      market: market,
      other: other,
      asOf: asOf
    )
  }

  /// The context.
  var context: Context { chosen.context }

  /// The day to judge by.
  var day: CivilDate { chosen.day }
}

/// What a user says about every post of a run, whoever read it.
struct ContextChoice: Equatable {
  /// Who speaks, where, from which account, and for which market.
  var presence: String?
  var platform: String?
  var account: String?
  var market: String?
  /// Other keys with their values, as `key=value`.
  var other: [String] = []
  /// The day to judge by, as `YYYY-MM-DD`.
  var asOf: String?

  /// The presences there are (MOD-OEG-02).
  private static let presences = ["corporate", "sponsored", "personal"]

  /// Refuses what cannot be meant.
  func validate() throws {
    if let presence, !Self.presences.contains(presence) {
      throw ValidationError(
        "there is no presence “\(presence)”; it is one of \(Self.presences.joined(separator: ", "))"
      )
    }
    if let asOf, CivilDate(asOf) == nil {
      throw ValidationError("“\(asOf)” is not a day; write it as YYYY-MM-DD, such as 2026-11-22")
    }
    for pair in other {
      guard let equals = pair.firstIndex(of: "=") else {
        throw ValidationError("--context takes key=value, and “\(pair)” has no “=”")
      }
      let key = String(pair[..<equals])
      guard ContextKey.all.contains(key) else {
        throw ValidationError(
          "there is no context key “\(key)”; there are \(ContextKey.all.joined(separator: ", "))"
        )
      }
    }
  }

  /// The context.
  var context: Context {
    var entries: [String: ContextEntry] = [:]
    for pair in other {
      guard let equals = pair.firstIndex(of: "=") else { continue }
      entries[String(pair[..<equals])] = ContextEntry(
        .text(String(pair[pair.index(after: equals)...]))
      )
    }
    if let presence { entries["presence"] = ContextEntry(.text(presence)) }
    if let platform { entries["platform"] = ContextEntry(.text(platform)) }
    if let account { entries["account"] = ContextEntry(.text(account)) }
    if let market { entries["market"] = ContextEntry(.text(market)) }
    return Context(entries)
  }

  /// The day to judge by.
  var day: CivilDate {
    CivilDate(asOf ?? Process.today()) ?? CivilDate(dayNumber: 0)
  }
}
