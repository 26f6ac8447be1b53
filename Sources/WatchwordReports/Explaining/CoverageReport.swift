internal import WatchwordDiagnostics
public import WatchwordRules

extension PackCoverage {
  /// The coverage in words: one line a statement where all are wanted, what is missing, and a sum.
  public func text(listsAll: Bool) -> String {
    var text = "\(pack.id) \(pack.edition)\n"
    if listsAll {
      for statement in pack.statements { text += "  \(line(for: statement))\n" }
    }
    for statement in uncovered {
      text += "  \(statement.id.value) has no rule: \(statement.says)\n"
    }
    for rule in unnamedRules {
      text += "  the rule \(rule.id.name) is named by no statement\n"
    }
    let people = pack.statements.count { if case .person = $0.coverage { true } else { false } }
    let permissions = pack.statements.count { if case .allow = $0.coverage { true } else { false } }
    text +=
      "  \(pack.statements.count) statements: \(checkableCount - uncovered.count) of "
      + "\(checkableCount) checkable ones covered (\(percent) %), \(people) need a person, "
      + "\(permissions) permit or shape the tool. None is unmapped.\n"
    return text
  }

  /// How one statement is covered.
  private func line(for statement: Statement) -> String {
    let how =
      switch statement.coverage {
      case .rules(let rules): rules.map(\.value).joined(separator: ", ")
      case .reminder(let rule): "reminder: \(rule.value)"
      case .person(let reason): "needs a person, because \(reason)"
      case .allow(let reason): "permits: \(reason)"
      }
    return "\(statement.id.value) (\(statement.status.rawValue)): \(how)"
  }
}
