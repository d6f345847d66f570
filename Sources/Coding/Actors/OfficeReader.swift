internal import Knowledge
internal import Record

/// Says what people held on the day of the article, from the titles in the text and from the knowledge base.
struct OfficeReader {
  /// The day or the days between which the article must lie; `nil` where nothing is known.
  let day: ClosedRange<Int>?

  /// The offices of a person, the best known first.
  func offices(of draft: EntityDraft) -> [Entity.Office] {
    var offices: [Entity.Office] = []
    let country = draft.roles.last { $0.country != nil }?.country ?? held(draft).first?.country
    for role in draft.roles where !role.isPast {
      guard let kind = role.role.office else { continue }
      let at = role.country ?? (role.organization == nil ? country : nil)
      if let index = offices.firstIndex(where: { $0.office == kind }) {
        if offices[index].country == nil { offices[index].country = at }
        if offices[index].organization == nil { offices[index].organization = role.organization }
        continue
      }
      offices.append(
        Entity.Office(
          title: role.title, office: kind, sector: role.role.sector, country: at, organization: role.organization,
          basis: .text))
    }
    for holder in held(draft) {
      for kind in holder.offices {
        if let index = offices.firstIndex(where: {
          $0.office == kind && ($0.country == nil || $0.country == holder.country)
        }) {
          offices[index].from = holder.begin?.description
          offices[index].to = holder.to?.description
          if offices[index].country == nil { offices[index].country = holder.country }
          continue
        }
        // Without a date, the knowledge base may only complete what the text says.
        guard day != nil || holder.offices.contains(where: { other in offices.contains { $0.office == other } }) else {
          continue
        }
        offices.append(
          Entity.Office(
            title: holder.title, office: kind, sector: sector(kind, holder), country: holder.country,
            from: holder.begin?.description, to: holder.to?.description, basis: .knowledge))
      }
    }
    return offices.sorted { Self.rank($0.office) < Self.rank($1.office) }
  }

  private func held(_ draft: EntityDraft) -> [Holder] {
    guard let day else { return draft.holders }
    return draft.holders.filter { holder in
      holder.from.earliest <= day.upperBound && holder.to.map { $0.latest >= day.lowerBound } ?? true
    }
  }

  private func sector(_ kind: OfficeKind, _ holder: Holder) -> String? {
    if let sector = holder.sector { return sector }
    guard holder.country != nil else { return nil }
    switch kind {
    case .defenseMinister: return "MIL"
    case .intelligenceChief: return "SPY"
    default: return "GOV"
    }
  }

  private static func rank(_ office: OfficeKind) -> Int { OfficeKind.allCases.firstIndex(of: office) ?? 0 }
}
