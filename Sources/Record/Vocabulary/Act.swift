/// What a speaker does by a statement (record.md, statements: `act`).
public enum Act: String, Sendable, Codable, CaseIterable {
  case state
  case hope
  case want
  case intend
  case pledge
  case offer
  case agree
  case request
  case demand
  case urge
  case propose
  case support
  case appreciate
  case thank
  case congratulate
  case condole
  case apologize
  case concede
  case reaffirm
  case expect
  case condition
  case criticize
  case accuse
  case reject
  case deny
  case warn
  case threaten
  case announce
  case ask
  case answer
  case decline
}
