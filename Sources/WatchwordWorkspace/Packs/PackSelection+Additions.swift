internal import WatchwordRules

extension PackSelection {
  /// Adds words to vocabularies of loaded packs; names that there are not are passed over.
  mutating func add(_ additions: [VocabularyAddition]) {
    for addition in additions {
      guard let index = loaded.firstIndex(where: { $0.pack?.id == String(addition.pack) }) else {
        continue
      }
      let name = String(addition.vocabulary)
      loaded[index].pack?.vocabularies[name]?.phrases += addition.phrases
      loaded[index].pack?.vocabularies[name]?.except += addition.except
    }
  }
}
