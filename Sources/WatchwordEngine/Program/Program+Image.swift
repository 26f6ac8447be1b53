public import WatchwordText

extension Program {
  /// The program of an image in the binary's own data; nil where this machine cannot use it.
  ///
  /// The data came with the code, so that only what may differ between the machine that compiled it
  /// and this one is looked at: the order of bytes, and the version of PCRE2.
  ///
  /// - Parameter memory: All of the image, as ``withImage(_:)`` gave it.
  public static func builtIn(_ memory: FlatMemory) -> Program? {
    ProgramImage.isOfThisMachine(memory) ? Program(memory: memory) : nil
  }

  /// The program of an image that somebody else kept; nil unless it is whole, sound and has this key.
  ///
  /// Whatever the bytes are, a program that comes out of them stays within them. That they say what
  /// the packs say is for the one who kept them to see to. O(*n*) in the bytes.
  public static func checking(_ memory: FlatMemory, key: ProgramKey) -> Program? {
    guard ProgramImage.isOfThisMachine(memory),
      ProgramImage(base: memory.start).header.key == key,
      ImageCheck.isSound(memory)
    else { return nil }
    return Program(memory: memory)
  }

  /// Calls `body` with the image, to be kept.
  public func withImage<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withExtendedLifetime(memory) { body(memory.bytes) }
  }
}

extension ProgramImage {
  /// Whether a block starts as an image does that this build of the engine wrote on a machine like this.
  fileprivate static func isOfThisMachine(_ memory: FlatMemory) -> Bool {
    guard memory.bytes.count >= MemoryLayout<Header>.stride else { return false }
    let header = ProgramImage(base: memory.start).header
    return header.magic == magic && header.version == version && header.byteOrder == byteOrder
      && header.layout == layout && header.size == UInt64(memory.bytes.count)
      && header.patternEngine == patternEngine
      && header.sectionCount == UInt32(ImageSection.allCases.count) && header.reserved == 0
  }
}
