/// The layout of an archive's file, as steps from each version to the next.
///
/// A step that has been released is never edited: what changes is a new step at the end. `PRAGMA user_version` counts the
/// steps that a file has been through.
enum Schema {
  /// `PRAGMA application_id` of every archive, the letters `RdOt`: by it a foreign database is recognized.
  static let applicationID: Int32 = 0x5264_4F74

  /// What brings a file from version `n` to `n + 1`, in order.
  static let steps: [String] = [version1, questions, watches, feeds, copies, dealings, accounts]

  /// The version that this release writes.
  static var version: Int { steps.count }
}
