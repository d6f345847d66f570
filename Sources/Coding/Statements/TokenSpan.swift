/// The range from `start` up to `end`; empty where `end` lies before `start`, as ends that a parse gives may.
func span(_ start: Int, _ end: Int) -> Range<Int> { start..<max(start, end) }
