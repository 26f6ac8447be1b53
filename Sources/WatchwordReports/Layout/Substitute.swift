/// What is shown for a scalar that a terminal would obey or swallow; nil if it can be shown itself.
///
/// Control characters have pictures (U+2400 to U+2421); direction controls, line and paragraph
/// separators and invisible characters are named by their code, as in `‹U+202E›`. A joiner or a
/// variation selector is left alone where it does its work: between letters of a script that joins,
/// or in an emoji sequence.
///
/// - Parameters:
///   - scalar: The scalar in question.
///   - before: The scalar before it in the text, if there is one.
///   - after: The scalar after it in the text, if there is one.
///   - clusterStart: The first scalar of its grapheme cluster.
func substitute(
  for scalar: Unicode.Scalar,
  before: Unicode.Scalar?,
  after: Unicode.Scalar?,
  clusterStart: Unicode.Scalar
) -> String? {
  switch scalar.value {
  case 0x20...0x7E: return nil
  case 0x00...0x1F: return Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
  case 0x7F: return "\u{2421}"
  case 0x80...0x9F, 0x2028, 0x2029, 0xFFF9...0xFFFB: return codeName(of: scalar)
  default: break
  }
  guard scalar.properties.isDefaultIgnorableCodePoint else { return nil }
  let isAtWork: Bool
  switch scalar.value {
  case 0x200C, 0x200D:
    isAtWork = before.map(canBeJoined) == true && after.map(canBeJoined) == true
  case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180D, 0x180F:
    isAtWork = before.map { !$0.isASCII || "0123456789#*".unicodeScalars.contains($0) } == true
  case 0xE0020...0xE007F:
    isAtWork = clusterStart == "\u{1F3F4}"
  case 0x034F:
    isAtWork = before.map(canBeJoined) == true
  default:
    isAtWork = false
  }
  return isAtWork ? nil : codeName(of: scalar)
}

/// Whether a joiner beside the scalar can do something: emoji, and letters and marks from Hebrew on.
private func canBeJoined(_ scalar: Unicode.Scalar) -> Bool {
  guard scalar.value >= 0x0590 else { return false }
  if scalar.value == 0xFE0F || scalar.properties.isEmoji || scalar.properties.isAlphabetic {
    return true
  }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .spacingMark: return true
  default: return false
  }
}

/// The code of a scalar in guillemets, such as `‹U+202E›`.
private func codeName(of scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "‹U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)›"
}

/// Whether a number sign would open a command in the log of a build service: `##[` or `##vso[`.
func opensLogCommand(_ scalars: [LocatedScalar], at index: Int) -> Bool {
  guard index > 0, scalars[index].value == "#", scalars[index - 1].value == "#" else {
    return false
  }
  let following = scalars[(index + 1)...].prefix(4).map(\.value)
  return following.first == "[" || following == ["v", "s", "o", "["]
}
