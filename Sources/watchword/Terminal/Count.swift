/// Numbers in sentences.
enum Count {
  /// A number and its noun, such as `1 rule` or `2 rules`.
  static func of(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(plural ?? "\(noun)s")"
  }
}
