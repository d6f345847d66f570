import Record

/// `RecordError`, by a name that GRDB does not use too.
typealias RecordFault = RecordError
