/// What the rules made of the words met so far.
struct AnnotationMemo {
  private(set) var lemmas: [String] = [""]
  var count: Int { 0 }
}
