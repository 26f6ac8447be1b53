internal import WatchwordText

/// What the patterns of a program need, while packs are compiled; ``PatternFilter`` reads it.
struct PatternPlan {
  /// What one pattern needs.
  private struct Needs {
    /// The groups of strings one of which must occur, for each group.
    var groups: [UInt16] = []
    /// The sets of bytes one of which must occur, for each set.
    var bytes: [BytePresence] = []
  }

  /// The most groups of strings that one pattern asks for.
  private static let mostGroups = 3

  /// How many bytes of a string are looked for: more hardly tell texts apart, and each is a state.
  private static let longestString = 6

  /// What each pattern needs, in the order of the patterns.
  private var needs: [Needs] = []
  /// Finds the strings.
  private let literals: LiteralAutomatonBuilder

  /// Works out what patterns need, in order.
  private init(_ patterns: [Pattern]) {
    var groups: [[[UInt8]]] = []
    var numbers: [[[UInt8]]: Int] = [:]
    for pattern in patterns {
      var own = Needs()
      let all = PatternSyntax.needs(
        of: pattern.expression,
        isCaseExact: pattern.options.contains(.caseExact)
      ).sorted { $0.weight > $1.weight }
      for need in all {
        switch need {
        case .bytes(let bytes): own.bytes.append(bytes)
        case .strings(let strings):
          guard own.groups.count < Self.mostGroups else { continue }
          var known: Set<[UInt8]> = []
          let strings = strings.map { Array($0.prefix(Self.longestString)) }
            .filter { known.insert($0).inserted }
          let number = numbers[strings] ?? groups.count
          if number == groups.count {
            groups.append(strings)
            numbers[strings] = number
          }
          own.groups.append(UInt16(truncatingIfNeeded: number))
        }
      }
      needs.append(own)
    }
    literals = LiteralAutomatonBuilder(groups)
    for index in needs.indices { needs[index].groups.removeAll { $0 >= literals.groupCount } }
  }

  /// Writes patterns with all that is known about them.
  static func write(_ patterns: [Pattern], to writer: inout ImageWriter) {
    let plan = PatternPlan(patterns)
    for (pattern, needs) in zip(patterns, plan.needs) {
      let firstBytes = pattern.firstBytes
      let requiredByte = pattern.requiredByte
      let record = PatternRecord(
        firstBytes: firstBytes ?? BytePresence(),
        expression: writer.text(pattern.expression),
        needGroups: writer.append(.patternNeedGroups, needs.groups),
        needBytes: writer.append(.patternNeedBytes, needs.bytes),
        options: UInt32(pattern.options.rawValue),
        minimumLength: UInt32(pattern.minimumLength),
        requiredByte: requiredByte?.0 ?? 0,
        otherRequiredByte: requiredByte?.1 ?? 0,
        hasFirstBytes: firstBytes == nil ? 0 : 1,
        hasRequiredByte: requiredByte == nil ? 0 : 1
      )
      _ = writer.append(.patterns, [record])
    }
    plan.literals.write(to: &writer)
  }
}
