/// What users may choose about a layout.
public struct LayoutOptions: Sendable, Equatable {
  /// Tables begin with a byte-order mark, without which Excel does not read UTF-8.
  public var byteOrderMark = false
  /// Events of GDELT have the tone 0, which claims what nobody has measured, for readers that want a number.
  public var zeroTone = false
  /// GDELT's mentions are written too, as the output's file ``GDELTLayout/mentions``.
  public var mentions = false

  public init() {}
}
