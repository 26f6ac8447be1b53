/// Words whose forms do not follow from their spelling.
enum IrregularWords {
  /// Every other form of words that are irregular throughout.
  static let complete: [String: [String]] = lines([
    "be am is are was were been being", "have has had having", "do does did done doing",
    "quiz quizzes quizzed quizzing", "bus buses busses bused bussed busing bussing",
    "gas gases gasses gassed gassing",
  ])

  /// The past forms of verbs.
  static let pasts: [String: [String]] = lines([
    "arise arose arisen", "awake awoke awoken", "backbite backbit backbitten",
    "bear bore borne born",
    "beat beat beaten", "become became", "begin began begun", "behold beheld", "bend bent",
    "beset beset", "bet bet", "bid bid bade bidden", "bind bound", "bite bit bitten", "bleed bled",
    "blow blew blown", "break broke broken", "breed bred", "bring brought", "broadcast broadcast",
    "browbeat browbeaten", "build built", "burn burned burnt", "burst burst", "buy bought",
    "cast cast", "catch caught", "choose chose chosen", "cling clung", "come came", "cost cost",
    "creep crept", "cut cut", "deal dealt", "dig dug", "dive dived dove", "draw drew drawn",
    "dream dreamed dreamt", "drink drank drunk", "drive drove driven", "dwell dwelt dwelled",
    "eat ate eaten", "fall fell fallen", "feed fed", "feel felt", "fight fought", "find found",
    "fit fitted fit", "flee fled", "fling flung", "fly flew flown", "forbid forbade forbidden",
    "forecast forecast", "foresee foresaw foreseen", "forget forgot forgotten",
    "forgive forgave forgiven", "forgo forwent forgone", "freeze froze frozen", "get got gotten",
    "give gave given", "go went gone", "grind ground", "grow grew grown", "hang hung hanged",
    "hear heard", "hide hid hidden", "hit hit", "hold held", "hurt hurt", "input input inputted",
    "keep kept", "kneel knelt kneeled", "knit knitted knit", "know knew known", "lay laid",
    "lead led", "lean leaned leant", "leap leaped leapt", "learn learned learnt", "leave left",
    "lend lent", "let let", "lie lay lain lied", "light lit lighted", "lose lost", "make made",
    "mean meant", "meet met", "mislead misled", "mistake mistook mistaken",
    "misunderstand misunderstood", "mow mowed mown", "offset offset", "outdo outdid outdone",
    "outgrow outgrew outgrown", "output output", "outrun outran", "overcome overcame",
    "overdo overdid overdone", "overfly overflew overflown", "overhear overheard",
    "override overrode overridden", "overrun overran", "oversee oversaw overseen",
    "overtake overtook overtaken", "overthrow overthrew overthrown", "partake partook partaken",
    "pay paid", "plead pleaded pled", "prove proved proven", "put put", "quit quit quitted",
    "read read", "rebuild rebuilt", "redo redid redone", "repay repaid", "reset reset",
    "resell resold", "retake retook retaken", "rethink rethought", "rewrite rewrote rewritten",
    "rid rid", "ride rode ridden", "ring rang rung", "rise rose risen", "run ran", "saw sawed sawn",
    "say said", "see saw seen", "seek sought", "sell sold", "send sent", "set set",
    "sew sewed sewn",
    "shake shook shaken", "shear sheared shorn", "shed shed", "shine shone shined", "shoot shot",
    "show showed shown", "shrink shrank shrunk", "shut shut", "sing sang sung", "sink sank sunk",
    "sit sat", "slay slew slain", "sleep slept", "slide slid", "sling slung", "slit slit",
    "smell smelled smelt", "sneak sneaked snuck", "sow sowed sown", "speak spoke spoken",
    "speed sped speeded", "spell spelled spelt", "spend spent", "spill spilled spilt", "spin spun",
    "spit spat spit", "split split", "spoil spoiled spoilt", "spread spread",
    "spring sprang sprung",
    "stand stood", "steal stole stolen", "stick stuck", "sting stung", "stink stank stunk",
    "stride strode stridden", "strike struck stricken", "string strung", "strive strove striven",
    "swear swore sworn", "sweat sweated sweat", "sweep swept", "swell swelled swollen",
    "swim swam swum", "swing swung", "take took taken", "teach taught", "tear tore torn",
    "tell told", "think thought", "throw threw thrown", "thrust thrust", "tread trod trodden",
    "unbind unbound", "undergo underwent undergone", "understand understood",
    "undertake undertook undertaken", "undo undid undone", "unwind unwound", "uphold upheld",
    "upset upset", "wake woke woken", "wear wore worn", "weave wove woven", "wed wedded wed",
    "weep wept", "wet wetted wet", "win won", "wind wound", "withdraw withdrew withdrawn",
    "withhold withheld", "withstand withstood", "wring wrung", "write wrote written",
  ])

  /// The plurals of nouns.
  static let plurals: [String: [String]] = lines([
    "man men", "woman women", "child children", "foot feet", "tooth teeth", "goose geese",
    "mouse mice", "person people", "ox oxen", "life lives", "wife wives", "knife knives",
    "midwife midwives", "half halves", "leaf leaves", "thief thieves", "wolf wolves",
    "shelf shelves", "self selves", "loaf loaves", "calf calves", "elf elves", "sheaf sheaves",
    "scarf scarves", "wharf wharves", "hoof hooves", "crisis crises", "analysis analyses",
    "basis bases", "criterion criteria", "phenomenon phenomena", "medium media", "datum data",
    "spectrum spectra", "bacterium bacteria", "stimulus stimuli", "radius radii", "cactus cacti",
    "index indices", "appendix appendices", "matrix matrices", "vertex vertices", "penny pence",
    "die dice", "grandchild grandchildren", "godchild godchildren",
    "aircraft aircraft", "spacecraft spacecraft", "hovercraft hovercraft", "stomach stomachs",
    "monarch monarchs", "passerby passersby",
  ])

  /// Words in -man whose plural is regular.
  static let notMen: Set<String> = [
    "human", "german", "roman", "norman", "ottoman", "shaman", "talisman", "caiman", "superhuman",
  ]

  /// Words that keep their e before -ing, or may.
  static let keepingE: Set<String> = [
    "singe", "tinge", "binge", "swinge", "age", "cringe", "queue", "cue",
  ]

  /// Words of several syllables that double their last letter.
  static let doubling: Set<String> = [
    "abet", "abhor", "abut", "acquit", "admit", "airdrop", "allot", "annul", "begin", "blog",
    "commit", "compel", "concur", "confer", "control", "debar", "debug", "defer", "deter",
    "dispel", "emit", "equip", "excel", "expel", "extol", "forbid", "forget", "format", "handicap",
    "impel", "incur", "infer", "inter", "intermit", "kidnap", "misfit", "nonplus", "occur",
    "offset",
    "omit", "outbid", "outfit", "outrun", "output", "input", "outwit", "overlap", "overrun",
    "patrol", "permit", "prefer", "propel", "rebel", "rebut", "recap", "recur", "refer", "refit",
    "regret", "remit", "repel", "reset", "sandbag", "submit", "transfer", "transmit", "typeset",
    "unplug", "unwrap", "unzip", "upset", "waterlog", "whiz", "wiretap", "zigzag",
  ]

  /// Words of several syllables that are spelt both ways.
  static let maybeDoubling: Set<String> = [
    "benefit", "bias", "focus", "worship", "program", "diagram", "hiccup", "target", "ballot",
    "retrofit", "combat", "leapfrog", "bayonet",
  ]

  /// Reads lines of a word and its forms.
  private static func lines(_ lines: [String]) -> [String: [String]] {
    var table: [String: [String]] = [:]
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      if let word = words.first { table[word] = Array(words.dropFirst()) }
    }
    return table
  }
}
