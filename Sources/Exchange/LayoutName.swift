public import Knowledge

/// The layouts that readouts can be exported in.
public enum LayoutName: String, Sendable, CaseIterable {
  case jsonl
  case csv
  case polecat
  case gdelt
  case icews
  case plover
  case webannotation
  case brat
  case ical
  case sqlite

  /// Whether the layout is a folder of files.
  public var isFolder: Bool { self == .csv || self == .brat }

  /// A layout that writes to `output`, with its header written; `nil` for SQLite, whose database is no stream of bytes.
  ///
  /// - Throws: ``ExchangeError`` where the output cannot be written.
  public func layout(
    codes: CodeSystems, options: LayoutOptions = LayoutOptions(), to output: any ExportOutput
  ) throws(ExchangeError) -> (any Layout)? {
    switch self {
    case .jsonl: RecordLayout(to: output)
    case .csv: try TablesLayout(to: output, byteOrderMark: options.byteOrderMark)
    case .polecat: try PolecatLayout(codes: codes, to: output)
    case .gdelt: GDELTLayout(codes: codes, options: options, to: output)
    case .icews: try ICEWSLayout(codes: codes, to: output)
    case .plover: PloverLayout(codes: codes, to: output)
    case .webannotation: WebAnnotationLayout(to: output)
    case .brat: try BratLayout(to: output)
    case .ical: try CalendarLayout(to: output)
    case .sqlite: nil
    }
  }
}
