/// The forms that `~` stands for: those of an English word as a verb and as a noun.
public enum Inflection {
  /// The word and its other forms, in lower case, without repetitions.
  ///
  /// Regular forms follow the spelling, British and American (`travelled`, `traveled`); common
  /// irregular words are in a table. Some forms that nobody writes may be among them. A compound
  /// with hyphens is inflected at its end; what is not ASCII letters only takes an `s`.
  public static func forms(of word: String) -> [String] {
    let lower = word.lowercased()
    guard let cut = lower.lastIndex(of: "-") else { return simpleForms(lower) }
    let head = lower[...cut]
    let tail = lower[lower.index(after: cut)...]
    guard !tail.isEmpty else { return [lower] }
    return simpleForms(String(tail)).map { head + $0 }
  }

  /// The forms of a word without hyphens.
  private static func simpleForms(_ word: String) -> [String] {
    let letters = Array(word.utf8)
    guard letters.count > 1 else { return [word] }
    guard letters.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      return letters.last.map { (0x30...0x39).contains($0) } == true ? [word] : [word, word + "s"]
    }
    var forms = [word]
    if let special = IrregularWords.complete[word] { return forms + special }
    forms += thirdPerson(word, letters)
    forms += IrregularWords.plurals[word] ?? manPlural(word)
    forms += IrregularWords.pasts[word] ?? past(word, letters)
    forms += participle(word, letters)
    var seen: Set<String> = []
    return forms.filter { seen.insert($0).inserted }
  }

  /// The form in -s of verbs and nouns.
  private static func thirdPerson(_ word: String, _ letters: [UInt8]) -> [String] {
    if word.hasSuffix("iz") { return [word + "zes"] }
    for ending in ["s", "x", "z", "ch", "sh"] where word.hasSuffix(ending) { return [word + "es"] }
    if endsInConsonantY(letters) { return [word.dropLast() + "ies"] }
    if word.hasSuffix("o"), !isVowel(letters, letters.count - 2) {
      return [word + "es", word + "s"]
    }
    return [word + "s"]
  }

  /// The plurals of words such as `airman`.
  private static func manPlural(_ word: String) -> [String] {
    guard word.hasSuffix("man"), word.utf8.count > 4, !IrregularWords.notMen.contains(word) else {
      return []
    }
    return [word.dropLast(2) + "en"]
  }

  /// The forms in -ed.
  private static func past(_ word: String, _ letters: [UInt8]) -> [String] {
    if word.hasSuffix("e") { return [word + "d"] }
    if endsInConsonantY(letters) { return [word.dropLast() + "ied"] }
    return stems(word, letters).map { $0 + "ed" }
  }

  /// The forms in -ing.
  private static func participle(_ word: String, _ letters: [UInt8]) -> [String] {
    if word.hasSuffix("ie") { return [word.dropLast(2) + "ying"] }
    let keepsE = ["ee", "oe", "ye"].contains { word.hasSuffix($0) }
    if word.hasSuffix("e"), !keepsE, letters.count > 2 {
      let short = String(word.dropLast()) + "ing"
      return IrregularWords.keepingE.contains(word) ? [word + "ing", short] : [short]
    }
    return stems(word, letters).map { $0 + "ing" }
  }

  /// What -ed and -ing are put behind: the word, or the word with its last letter doubled, or both.
  private static func stems(_ word: String, _ letters: [UInt8]) -> [String] {
    guard let last = letters.last else { return [word] }
    let doubled = word + String(UnicodeScalar(last))
    if word.hasSuffix("ic") { return [word + "k"] }
    let end = letters.count - 1
    let isShort =
      !isVowel(letters, end) && isVowel(letters, end - 1) && !isVowel(letters, end - 2)
      && !"wxy".utf8.contains(last)
    guard isShort else { return [word] }
    if syllables(letters) == 1 || IrregularWords.doubling.contains(word) { return [doubled] }
    // British spelling doubles every final l, American only a stressed one.
    if last == UInt8(ascii: "l") || IrregularWords.maybeDoubling.contains(word) {
      return [doubled, word]
    }
    return [word]
  }

  /// Whether a word ends in y after a consonant.
  private static func endsInConsonantY(_ letters: [UInt8]) -> Bool {
    letters.last == UInt8(ascii: "y") && !isVowel(letters, letters.count - 2)
  }

  /// Whether the letter at an index is a vowel; the u of `qu` is none, and nothing before the word.
  private static func isVowel(_ letters: [UInt8], _ index: Int) -> Bool {
    guard letters.indices.contains(index) else { return false }
    switch UnicodeScalar(letters[index]) {
    case "a", "e", "i", "o": return true
    case "u": return index == 0 || letters[index - 1] != UInt8(ascii: "q")
    case "y": return index > 0 && index < letters.count - 1 && !isVowel(letters, index - 1)
    default: return false
    }
  }

  /// The number of runs of vowels.
  private static func syllables(_ letters: [UInt8]) -> Int {
    letters.indices.count { isVowel(letters, $0) && !isVowel(letters, $0 - 1) }
  }
}
