import Archive

extension AgendaAnswer: AnswerView {
  func write(to text: inout AnswerText) {
    for plan in plans {
      text.item(
        Self.days(plan.due, plan.dueEnd),
        [
          plan.parties.isEmpty ? nil : plan.parties.label, plan.place,
          plan.precision.flatMap { $0 == "day" ? nil : "some day of the \($0)" },
          plan.status.rawValue,
        ])
      for step in plan.steps {
        let why = step.agreesIn.isEmpty ? "" : "; agrees in \(step.agreesIn.joined(separator: ", "))"
        text.note("\(step.kind.rawValue) \(step.reported ?? "no date"): \(Self.days(step.due, step.dueEnd))\(why)")
        text.cite(step.citation)
      }
    }
    text.more(isCut)
  }

  private static func days(_ first: String?, _ last: String?) -> String {
    guard let first else { return "no date" }
    return last == nil || last == first ? first : "\(first) to \(last ?? first)"
  }

  static let columns = ["plan", "status", "type", "parties", "place", "step", "reported", "due", "dueEnd", "agreesIn"]

  var rows: [(cells: [String?], citation: Citation?)] {
    plans.enumerated().flatMap { number, plan in
      plan.steps.map { step in
        (
          [
            String(number + 1), plan.status.rawValue, plan.type, plan.parties.map(\.name).joined(separator: "; "),
            plan.place, step.kind.rawValue, step.reported, step.due, step.dueEnd,
            step.agreesIn.joined(separator: "; "),
          ], step.citation
        )
      }
    }
  }
}
