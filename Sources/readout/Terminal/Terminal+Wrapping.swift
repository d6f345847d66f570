extension Terminal {
  /// `text` broken into lines that fit, each after `indent` spaces, without characters that steer a terminal.
  func wrapped(_ text: String, indent: Int) -> [String] {
    let room = max(20, width - indent)
    let margin = String(repeating: " ", count: indent)
    var result: [String] = []
    var line = ""
    var length = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      let size = word.terminalColumns
      if length > 0, length + 1 + size > room {
        result.append(margin + line)
        line = ""
        length = 0
      }
      if length > 0 {
        line += " "
        length += 1
      }
      line += word.withoutControls
      length += size
    }
    if length > 0 { result.append(margin + line) }
    return result
  }
}
