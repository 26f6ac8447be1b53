internal import ArgumentParser
internal import WatchwordRules

/// What commands say of a rule that is not in the packs.
enum UnknownRule {
  /// Says that there is no such rule, with the nearest name there is; the command ends with status 2.
  static func refusal(of name: String, among names: [String]) -> ExitCode {
    let near = NearName.nearest(to: name, among: names).map { "; did you mean \($0)?" } ?? ""
    StandardError.write("watchword: there is no rule “\(name)”\(near)\n")
    return ExitCode(2)
  }
}
