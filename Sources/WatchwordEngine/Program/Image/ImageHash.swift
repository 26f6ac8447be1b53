/// A hash that tells damage, not forgery: 64 bits over words of eight bytes in four lanes.
struct ImageHash {
  /// The hash of some bytes.
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (
      0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344, 0xA409_3822_299F_31D0, 0x082E_FA98_EC4E_6C89
    )
    func word(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    var offset = 0
    while offset + 32 <= bytes.count {
      lanes.0 = mixed(lanes.0, word(offset))
      lanes.1 = mixed(lanes.1, word(offset + 8))
      lanes.2 = mixed(lanes.2, word(offset + 16))
      lanes.3 = mixed(lanes.3, word(offset + 24))
      offset += 32
    }
    while offset < bytes.count {
      lanes.0 = mixed(lanes.0, UInt64(bytes[offset]))
      offset += 1
    }
    var hash = UInt64(bytes.count)
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { hash = mixed(hash, lane) }
    return hash ^ hash >> 32
  }

  /// A lane with one more word: every step can be undone, so that no one changed word gets lost.
  @inline(__always)
  private static func mixed(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    var state = (lane ^ word) &* 0x9E37_79B9_7F4A_7C15
    state ^= state >> 29
    return state
  }
}

extension ProgramImage {
  /// Tells the sizes of all records, so that an image of another layout is not taken for one of this.
  static let layout: UInt64 = {
    let sizes: [Int] = [
      MemoryLayout<Header>.size, MemoryLayout<Entry>.size, MemoryLayout<ImageFacts>.size,
      MemoryLayout<NodeRecord>.size, MemoryLayout<TogetherRecord>.size,
      MemoryLayout<GuardRecord>.size, MemoryLayout<ExceptionRecord>.size,
      MemoryLayout<PatternRecord>.size, MemoryLayout<PatternTriggerRecord>.size,
      MemoryLayout<RuleRecord>.size, MemoryLayout<PieceRecord>.size, MemoryLayout<StepRecord>.size,
      MemoryLayout<ConditionRecord>.size, MemoryLayout<SettlerRecord>.size,
      MemoryLayout<CitationRecord>.size, MemoryLayout<FoldRecord>.size,
      MemoryLayout<MomentRecord>.size, MemoryLayout<WindowRecord>.size,
      MemoryLayout<PackRecord>.size, MemoryLayout<OldNameRecord>.size,
      MemoryLayout<PhraseAutomaton.Node>.size, MemoryLayout<PhraseAutomaton.ClassEdge>.size,
      MemoryLayout<PhraseAutomaton.SetEdge>.size, MemoryLayout<PhraseAutomaton.Edge>.size,
      MemoryLayout<PhraseAutomaton.Terminal>.size,
    ]
    return sizes.withUnsafeBytes { ImageHash.of($0) }
  }()
}
