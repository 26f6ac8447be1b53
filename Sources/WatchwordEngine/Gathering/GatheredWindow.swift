internal import WatchwordDiagnostics
internal import WatchwordDrafts
internal import WatchwordText

/// Looks at posts that belong together through a window of days.
struct GatheredWindow {
  /// The rule, by its place in the program.
  let rule: Int32
  /// The parts it looks for.
  let together: TogetherNode
  /// The program.
  let program: Program

  /// A fact and the post it stands in.
  private typealias Place = (post: GatheredPost, fact: GatheredPost.Fact)

  /// One finding for each run of posts, in order of days, whose facts add up and do not in one draft alone.
  ///
  /// - Parameter days: How far apart the first and the last may be; nil for any.
  func findings(in posts: [GatheredPost], days: Int?) -> [GatheredFinding] {
    var result: [GatheredFinding] = []
    var start = 0
    while start < posts.count {
      var end = start + 1
      while end < posts.count, days.map({ posts[end].day - posts[start].day <= $0 }) ?? true {
        end += 1
      }
      if let finding = finding(in: posts[start..<end]) {
        result.append(finding)
        start = end
      } else {
        start += 1
      }
    }
    return result
  }

  /// The finding in some posts, if their facts add up.
  private func finding(in posts: ArraySlice<GatheredPost>) -> GatheredFinding? {
    guard addsUp(posts) else { return nil }
    let threads = Dictionary(grouping: posts, by: \.thread)
    // What one draft says by itself has been found there.
    guard threads.count > 1, !threads.values.contains(where: { addsUp($0) }) else { return nil }
    let places = posts.flatMap { post in (post.facts[rule] ?? []).map { (post, $0) } }
    // The latest post is the one that can still be changed.
    guard let mark = places.last(where: { $0.1.part == together.mark }) else { return nil }
    var chosen: [Place] = [mark]
    for part in together.nodes.indices where part != together.mark {
      let candidates = places.filter { $0.1.part == part }
      let near = candidates.first { $0.0.thread == mark.0.thread } ?? candidates.first
      if let near { chosen.append(near) }
    }
    return render(chosen)
  }

  /// Whether the posts hold every required part, and enough of all.
  private func addsUp(_ posts: some Sequence<GatheredPost>) -> Bool {
    var parts: Set<Int> = []
    for post in posts { parts.formUnion((post.facts[rule] ?? []).map(\.part)) }
    return parts.contains(together.mark) && together.must.allSatisfy { parts.contains(Int($0)) }
      && parts.count >= together.atLeast
  }

  /// The finding as a rule would report it in a text of just the words chosen.
  private func render(_ chosen: [Place]) -> GatheredFinding? {
    let mark = chosen[0]
    var text: [UInt8] = []
    var ranges: [SourceRange] = []
    for place in chosen {
      if !text.isEmpty { text.append(0x20) }
      ranges.append(SourceRange(text.count, text.count + place.fact.words.count))
      text += place.fact.words
    }
    var match = Match(
      range: ranges[0],
      name: together.name(together.mark),
      partCount: chosen.count
    )
    match.parts = zip(chosen, ranges).dropFirst().map { place, range in
      Match.Part(name: together.name(place.fact.part), range: range)
    }
    let rule = program.rules[Int(rule)]
    let run = RuleRun(
      rule: rule,
      post: mark.post.post,
      path: mark.post.path,
      context: mark.post.context,
      published: Moment(CivilDate(dayNumber: mark.post.day))
    )
    let finding = RuleRun.Finding(match: match, count: chosen.count)
    guard
      var diagnostic = text.withUnsafeBufferPointer({
        run.diagnostic(for: finding, text: $0, words: RuleWords(rule))
      })
    else { return nil }
    diagnostic.range = mark.fact.fileRange
    diagnostic.postRange = mark.fact.postRange
    diagnostic.labels = chosen.dropFirst().map { label(for: $0, beside: mark) }
    let suppressions = SuppressionPass(
      post: mark.post.post,
      path: mark.post.path,
      today: CivilDate(dayNumber: mark.post.day),
      oldNames: program.oldNames
    )
    if let reason = suppressions.reason(toLetGo: diagnostic.rule), diagnostic.settlement == nil {
      diagnostic.settlement = .suppressed(because: reason)
    }
    return GatheredFinding(diagnostic: diagnostic, source: source(of: chosen))
  }

  /// The label for a fact; one in another post says where.
  private func label(for place: Place, beside mark: Place) -> Label {
    let isSame = place.post.path == mark.post.path && place.post.post.id == mark.post.post.id
    return Label(
      together.name(place.fact.part),
      range: place.fact.fileRange,
      postRange: place.fact.postRange,
      elsewhere: isSame
        ? nil
        : Label.Elsewhere(
          path: place.post.path,
          post: place.post.post.id,
          source: place.fact.source
        )
    )
  }

  /// The lines of the mark; the labels of the same post stand on them or are not drawn.
  private func source(of chosen: [Place]) -> SourceText { chosen[0].fact.source }
}
