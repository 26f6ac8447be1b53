import WatchwordEngine
import WatchwordRules
import WatchwordText

/// The Swift file that holds packs and programs as constants.
///
/// Texts are string literals and programs integer literals, which the compiler puts into the binary's
/// read-only data as they are; literals of arrays take it minutes. A build can write Swift alone:
/// generated C is an experiment of SwiftPM 6.3.
struct DataFile {
  /// The stamp of the packs and of the code that compiled them.
  private let stamp: String
  /// The files of the packs.
  private var files = ""
  /// The programs.
  private var programs = ""
  /// Their images.
  private var images = ""
  /// How many programs there are.
  private var programCount = 0
  /// Writes images.
  private var words = LiteralWords()

  /// The ids of the packs that are on by default.
  var defaults: [String] = []

  /// Makes a file without packs.
  init(stamp: String) {
    self.stamp = stamp
  }

  /// Adds a file of a pack.
  mutating func add(_ file: PackFile, pack: String) {
    let parts = [Array(pack.utf8), Array(file.path.utf8), file.bytes].map { literal($0) }
    files += "      (\(parts.joined(separator: ", "))),\n"
  }

  /// Adds a program of packs.
  mutating func add(_ program: Program, packs: [String]) {
    let names = literal(Array(packs.joined(separator: " ").utf8))
    let (count, literals) = program.withImage { ($0.count, words.literals(of: $0)) }
    programs += "      (\(names), \(count), { image\(programCount) }),\n"
    images += """

        /// An image.
        private static var image\(programCount): [StaticBigInt] {
          [
      \(literals.map { "      \($0),\n" }.joined())    ]
        }

      """
    programCount += 1
  }

  /// The file.
  var text: String {
    """
    // Written by embed-packs from the directory `rules`; do not edit.

    /// The rule packs that travel inside the binary, and the programs compiled from them.
    enum BuiltInPackData {
      /// A hash of the packs and of the code that compiled them.
      static var stamp: StaticString { \(literal(Array(stamp.utf8))) }

      /// The ids of the packs that are on by default, with spaces between them.
      static var defaults: StaticString { \(literal(Array(defaults.joined(separator: " ").utf8))) }

      /// Every file of every pack, sorted by pack and path.
      static var files: [(pack: StaticString, path: StaticString, text: StaticString)] {
        [
    \(files)    ]
      }

      /// Programs by the ids of their packs with spaces between them: the bytes of each image, and
      /// the image as `LiteralWords` writes it.
      static var programs: [(packs: StaticString, count: Int, image: @Sendable () -> [StaticBigInt])] {
        [
    \(programs)    ]
      }
    \(images)    }

    """
  }

  /// A Swift string literal of well-formed UTF-8.
  private func literal(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = [UInt8(ascii: "\"")]
    result.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
      case 0: result += "\\0".utf8
      case UInt8(ascii: "\n"): result += "\\n".utf8
      case 0..<0x20, 0x7F: result += "\\u{\(String(byte, radix: 16))}".utf8
      default: result.append(byte)
      }
    }
    return String(decoding: result + [UInt8(ascii: "\"")], as: UTF8.self)
  }
}
