internal import WatchwordDiagnostics
internal import WatchwordText

/// The labels of a finding that stand in one other post, drawn under its own excerpt.
struct OtherPlace {
  /// The post, with the lines of its draft.
  let place: Label.Elsewhere
  /// The finding as if the first of those labels were its mark and the others its labels.
  let diagnostic: Diagnostic

  /// The other posts of a finding, in the order of its labels.
  static func all(in diagnostic: Diagnostic) -> [OtherPlace] {
    var places: [Label.Elsewhere] = []
    for label in diagnostic.labels {
      if let place = label.elsewhere, !places.contains(place) { places.append(place) }
    }
    return places.map { place in
      var labels = diagnostic.labels.filter { $0.elsewhere == place }
      var copy = diagnostic
      let first = labels.removeFirst()
      copy.range = first.range
      copy.labelName = first.name
      copy.labels = labels.map { Label($0.name, range: $0.range) }
      return OtherPlace(place: place, diagnostic: copy)
    }
  }

  /// The place of the first mark, then the excerpt.
  func lines() -> [StyledLine] {
    let position = diagnostic.range.map { place.source.position(at: $0.start) }
    let suffix = position.map { ":\($0.line):\($0.scalarColumn)" } ?? ""
    let masked =
      diagnostic.isMasked
      ? [diagnostic.range].compactMap { $0 } + diagnostic.labels.map(\.range) : []
    return [StyledLine("  and \(visible(place.path))\(suffix) post \(visible(place.post))")]
      + Excerpt(source: place.source, masked: masked).lines(for: diagnostic)
  }
}
