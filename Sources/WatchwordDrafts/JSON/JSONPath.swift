/// The way to the words of posts in a JSON value, such as `data.posts[].caption`.
///
/// Keys are separated by full stops, and `[]` behind one goes through the items of its list. What
/// stands behind the last `[]` lies in the object of one post; the keys of its context stand there,
/// too. A `[]` at the start means that the value itself is a list.
public struct JSONPath: Hashable, Sendable {
  /// One step.
  enum Step: Hashable, Sendable {
    /// To the value of a key.
    case key(String)
    /// To each item of a list.
    case items
  }

  /// The steps from the whole value to the objects of posts.
  let toPosts: [Step]
  /// The keys from a post's object to its words; at least one.
  let toText: [String]

  /// Reads a path; nil where it is empty or does not end in a key.
  public init?(_ text: String) {
    var steps: [Step] = []
    var isFirst = true
    for part in text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
      var name = part
      var lists = 0
      while name.suffix(2).elementsEqual("[]".utf8) {
        name = name.dropLast(2)
        lists += 1
      }
      if name.isEmpty {
        // Only the whole value has no key.
        guard isFirst, lists > 0 else { return nil }
      } else {
        steps.append(.key(String(Substring(name))))
      }
      steps += Array(repeating: .items, count: lists)
      isFirst = false
    }
    guard case .key = steps.last else { return nil }
    let text = steps.lastIndex(of: .items).map { $0 + 1 } ?? 0
    toPosts = Array(steps[..<text])
    toText = steps[text...].compactMap { if case .key(let name) = $0 { name } else { nil } }
  }
}

extension JSONPath: CustomStringConvertible {
  /// The path as it is written.
  public var description: String {
    var text = ""
    for step in toPosts + toText.map(Step.key) {
      switch step {
      case .key(let name): text += (text.isEmpty ? "" : ".") + name
      case .items: text += "[]"
      }
    }
    return text
  }
}
