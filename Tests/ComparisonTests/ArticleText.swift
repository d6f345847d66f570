/// Texts of the tests' own, in the manner of wires.
enum ArticleText {
  static let harbor = """
    LISBON, March 4 (Meridian) - Fishermen blocked the harbor of Setubal on Monday after talks with the government over new catch \
    limits broke down, union leaders said. About forty boats lay across the channel from dawn, and a ferry to the northern shore was \
    cancelled. "We will stay until the minister listens to us," said Rui Tavares, who heads the fishing union. The ministry said \
    that it had offered help to owners of small boats and that its door remained open. Two men were hurt when a launch of the \
    coast guard struck one of the boats, a hospital in the town said. Catches of sardines have fallen by a third in five years, \
    and the government wants to halve the number of days at sea until the stock recovers. Shops near the quay closed at noon.
    """

  /// The same, with other words before it.
  static let harborCopy = "Protest shuts port\n" + harbor.dropFirst("LISBON, March 4 (Meridian) - ".count)

  /// The same later: the toll has risen, and there is more to tell.
  static let harborUpdate =
    harbor.replacing("Two men were hurt", with: "One man drowned and five were hurt")
      + """
       President Amaral called for calm late on Monday and asked both sides to come back to the table on Wednesday. A spokesman for \
      the coast guard said that an inquiry into the collision had begun and that the crew of the launch had been taken off duty. Boats in \
      two other towns joined the blockade in the evening.
      """

  /// Its end, cut as papers do.
  static let harborExcerpt = String(harbor.prefix(harbor.count * 5 / 9))

  static let orchestra = """
    The city orchestra opened its season with a new work for brass and bells by a composer of twenty-three, who had written it in \
    a lighthouse. The hall was full to the last seat, and the audience rose after the final chord. Critics were divided over the slow \
    movement, which lasts as long as the three others together.
    """
}
