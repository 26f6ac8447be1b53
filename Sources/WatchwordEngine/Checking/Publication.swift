internal import WatchwordDrafts
internal import WatchwordRules
internal import WatchwordText

extension CheckOptions {
  /// When a post counts as published: its `publish-at`, as far as that can be read, else the day from outside.
  func publication(in context: Context) -> Moment {
    guard let written = context["publish-at"]?.texts.first else { return Moment(asOf) }
    return Moment(written) ?? CivilDate(written).map { Moment($0) } ?? Moment(asOf)
  }
}

extension CompiledRule {
  /// Whether it counts for a post published at a moment.
  func counts(at moment: Moment, in context: Context) -> Bool {
    guard validity.contains(moment.day.description) else { return false }
    return !isDuring || window(at: moment, in: context) != nil
  }

  /// The first window of the rule that a moment lies in and that is for the context.
  func window(at moment: Moment, in context: Context) -> Window? {
    for record in windows {
      let window = Window(
        title: image.string(record.title),
        from: record.from.moment,
        until: record.until.moment
      )
      let applies = image.part(.conditions, record.applies, of: ConditionRecord.self)
      if window.contains(moment), ContextMatching.agree(applies, image, in: context) {
        return window
      }
    }
    return nil
  }
}

extension Moment {
  /// The first key with a moment that this may come before.
  func isBefore(keys: [String], in context: Context) -> String? {
    keys.first { key in
      context[key]?.texts.contains { Moment($0).map(mayBeBefore) ?? false } ?? false
    }
  }
}
