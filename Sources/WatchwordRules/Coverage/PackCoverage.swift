internal import WatchwordDiagnostics

/// How far a pack's rules cover the statements of its guidance.
public struct PackCoverage: Sendable {
  /// The pack.
  public let pack: RulePack
  /// Statements that a checker can check and no rule does.
  public let uncovered: [Statement]
  /// Rules that no statement names.
  public let unnamedRules: [Rule]

  /// The lint classes that a text checker can check (`policy/sources.md`, section 0).
  public static let checkableClasses: Set<String> = ["LEX", "PAT", "COOC", "STRUCT", "REQ", "META"]

  /// Works out the coverage of a pack.
  public init(_ pack: RulePack) {
    self.pack = pack
    uncovered = pack.statements.filter { Self.isCheckable($0) && !Self.isCovered($0) }
    let named = Set(pack.statements.flatMap(\.coverage.ruleNames))
    unnamedRules = pack.rules.filter { !named.contains($0.id.name) }
  }

  /// The share of checkable statements that a rule or reminder covers, in whole per cent, rounded down.
  public var percent: Int {
    let checkable = pack.statements.count { Self.isCheckable($0) }
    return checkable == 0 ? 100 : (checkable - uncovered.count) * 100 / checkable
  }

  /// The number of statements that a checker can check.
  public var checkableCount: Int { pack.statements.count { Self.isCheckable($0) } }

  /// Whether a checker can check a statement: it has such a class and is not a permission.
  public static func isCheckable(_ statement: Statement) -> Bool {
    if case .allow = statement.coverage { return false }
    return statement.classes.contains { checkableClasses.contains($0) }
  }

  /// Whether a rule or a reminder speaks for a statement.
  private static func isCovered(_ statement: Statement) -> Bool {
    switch statement.coverage {
    case .rules(let rules): !rules.isEmpty
    case .reminder: true
    case .person, .allow: false
    }
  }
}

extension Statement.Coverage {
  /// The names of the rules that cover the statement.
  public var ruleNames: [String] {
    switch self {
    case .rules(let rules): rules.map(\.value)
    case .reminder(let rule): [rule.value]
    case .person, .allow: []
    }
  }
}
