import Foundation
import TestSupport

/// A data file of the Unicode Consortium, split into the lines that hold data.
enum UnicodeTestFile {
  /// The lines of a file of the conformance data, without comments and without empty ones.
  static func lines(_ path: String) throws -> [String] {
    try String(decoding: Conformance.bytes("unicode/" + path), as: UTF8.self)
      .split(separator: "\n").map { line in
        String(line.prefix { $0 != "#" }).trimmingCharacters(in: .whitespaces)
      }
      .filter { !$0.isEmpty }
  }

  /// The text whose scalars are written in hexadecimal; surrogates, which no text holds, give nil.
  static func text(_ codes: some StringProtocol) -> String? {
    var text = String.UnicodeScalarView()
    for code in codes.split(separator: " ") {
      guard let scalar = UInt32(code, radix: 16).flatMap(Unicode.Scalar.init) else { return nil }
      text.append(scalar)
    }
    return String(text)
  }
}
