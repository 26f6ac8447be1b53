internal import WatchwordRules
internal import WatchwordText

/// Which rules each finding of the one pass wakes.
struct WakeTable {
  /// The program.
  private let program: Program
  /// The rules looked at for every post.
  private let everyPost: RuleBits
  /// The rules that speak only beside other findings.
  let beside: RuleBits

  /// What each rule that limits a measure of the text may let pass; nil for any other rule.
  let limits: [CompiledLimit?]

  /// Makes the table of a program.
  init(program: Program) {
    self.program = program
    var everyPost = RuleBits(count: program.rules.count)
    for rule in program.triggers.everyPost { everyPost.insert(Int(rule)) }
    self.everyPost = everyPost
    var beside = RuleBits(count: program.rules.count)
    var limits: [CompiledLimit?] = Array(repeating: nil, count: program.rules.count)
    for (index, rule) in program.rules.enumerated() {
      if rule.speaksBesideFindings { beside.insert(index) }
      if let limit = rule.measuredLimit { limits[index] = limit }
    }
    self.beside = beside
    self.limits = limits
  }

  /// Finds the rules that what was found in a text can make speak.
  func wake(into awake: inout RuleBits, _ evaluator: MatcherEvaluator) {
    let triggers = program.triggers
    awake.copy(everyPost)
    triggers.forEachRule(ofSets: evaluator.hits.touched) { awake.insert($0) }
    var kinds = evaluator.gate.sight.entities.rawValue
    while kinds != 0 {
      for rule in triggers.rules(ofEntityAt: kinds.trailingZeroBitCount) {
        awake.insert(Int(rule))
      }
      kinds &= kinds &- 1
    }
    if !evaluator.times.isEmpty {
      for rule in triggers.byTime { awake.insert(Int(rule)) }
    }
    for index in 0..<triggers.patternCount
    where evaluator.canMatch(pattern: triggers.pattern(index)) {
      for rule in triggers.rules(ofPatternAt: index) { awake.insert(Int(rule)) }
    }
  }
}
