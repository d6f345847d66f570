import ArgumentParser

/// The day of publication that the user gives.
struct PublishedOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day of publication, such as 2018-09-11; it stands above what the input says.", valueName: "date"))
  var published: String?

  func validate() throws {
    if let published, !published.isISODate {
      throw ValidationError("--published wants a date such as 2018-09-11, not “\(published)”.")
    }
  }
}
