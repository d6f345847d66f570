import GRDB
public import Record

extension Archive {
  /// The current record of an article, with what people corrected laid over it.
  ///
  /// - Throws: ``ArchiveError`` where there is no such article.
  public func readout(of article: Int64) throws(ArchiveError) -> Readout { try effectiveReadout(of: article).readout }

  /// The same, with the corrections that stand behind its parts.
  public func effectiveReadout(of article: Int64) throws(ArchiveError) -> EffectiveReadout {
    guard let effective = try read({ try Derivation.effective(article, $0) }) else {
      throw ArchiveError(.unknown, path: path, "there is no article \(article)")
    }
    return effective
  }
}
