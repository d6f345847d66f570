extension StringProtocol {
  /// The columns that a terminal gives the text: two for wide characters (CJK, emoji), one for the others.
  var terminalColumns: Int {
    reduce(0) { columns, character in
      guard let scalar = character.unicodeScalars.first else { return columns }
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        return columns + 2
      default: return columns + 1
      }
    }
  }

  /// The text without characters that steer a terminal.
  var withoutControls: String {
    guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return String(self) }
    var result = ""
    for scalar in unicodeScalars where scalar.properties.generalCategory != .control {
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
