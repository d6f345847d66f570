internal import Knowledge
internal import Record

extension Completion {
  /// What put a proposal forward.
  func evidence(of match: Proposal) -> Statement.Evidence {
    var evidence = Statement.Evidence(
      rule: match.rule ?? rule(of: match.form), entry: match.cue.words, sure: match.cue.sure)
    evidence.contentHead = match.contentHead
    evidence.speakerHead = match.speaker
    evidence.tagger = match.tagger
    return evidence
  }

  private func rule(of form: Proposal.Form) -> Readout.Evidence.Rule {
    switch form {
    case .quotation: .quotation
    case .clause: .clause
    case .parenthesis: .parenthesis
    case .account: .account
    case .infinitive: .infinitive
    case .phrase: .phrase
    case .turn: .turn
    }
  }
}
