import Archive
import ArgumentParser
import Coding
import Newswire
import Record

/// `readout recode`: a newer coder over stored texts.
struct RecodeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recode", abstract: "Code the articles of an archive anew, where another coder coded them.",
    discussion: """
      What people corrected is laid over the new records; the old ones are kept. Run it after an update of the program, its models or \
      its tables. It can be stopped at any time, and goes on where it was.

      EXAMPLES
        readout recode --archive korea.readout
        readout recode --all                         after a change of your own frames or dictionaries
      """)

  @OptionGroup var location: ArchiveLocation

  @Flag(help: "All current articles, by whichever coder; it begins anew each time.")
  var all = false

  @Flag(help: "Superseded versions too.")
  var earlierVersions = false

  @OptionGroup var work: WorkOptions
  @OptionGroup var coding: CoderOptions

  func run() async throws {
    do {
      let archive = try location.open()
      let reader = try coding.resources.articleReader()
      let coder = try coding.coder()
      var articles = ArticlesToRecode(archive, by: all ? nil : coder.provenance, earlierVersions: earlierVersions)
      let total = try archive.countToRecode(by: articles.coder, earlierVersions: earlierVersions)
      var progress = ProgressBar(total: total, unit: "articles", isQuiet: work.quiet)
      var done = 0
      try await Batch(jobs: work.jobs).run(&articles) { article in
        coder.code(reader.read(article.text, metadata: article.metadata))
      } emit: { article, readout in
        try archive.recode(article.id, readout)
        done += 1
        progress.update(items: done, bytes: done)
      }
      progress.clear()
      if let failure = articles.failure { throw failure }
      try archive.optimize()
      print("\(done) recoded  \(archive.path)")
    } catch let error as ArchiveError {
      throw Failure(error).report()
    } catch let failure as Failure {
      throw failure.report()
    }
  }
}

/// The articles of an archive that are to be coded anew, read a few at a time.
private struct ArticlesToRecode: IteratorProtocol {
  let coder: Readout.Provenance?
  /// What ended it before its time.
  private(set) var failure: ArchiveError?
  private let archive: Archive
  private let earlierVersions: Bool
  private var waiting: ArraySlice<StoredArticle> = []
  private var last: Int64 = 0

  init(_ archive: Archive, by coder: Readout.Provenance?, earlierVersions: Bool) {
    self.archive = archive
    self.coder = coder
    self.earlierVersions = earlierVersions
  }

  mutating func next() -> StoredArticle? {
    if waiting.isEmpty {
      do {
        waiting = try archive.toRecode(by: coder, after: last, limit: 64, earlierVersions: earlierVersions)[...]
      } catch { failure = error }
    }
    guard let article = waiting.popFirst() else { return nil }
    last = article.id
    return article
  }
}

extension StoredArticle {
  /// What an input would say of it.
  fileprivate var metadata: ArticleReader.Metadata {
    var metadata = ArticleReader.Metadata(ref: ref, uri: uri, title: title, publisher: publisher)
    if isPublishedByOption { metadata.publishedByOption = published } else { metadata.published = published }
    return metadata
  }
}
