/// Parses of the sentences that the tests of names and coreference read; ``DrawnDoc`` explains the columns.
enum NamesTables {
  static let caption = """
    Image~ NNP ROOT 0 B-PERSON
    : : punct 1 -
    Lena NNP compound 4 B-PERSON
    Holm~ NNP appos 1 I-PERSON
    . . punct 1 -
    """

  static let founder = """
    The DT det 2 -
    fund NN nsubjpass 4 -
    was VBD auxpass 4 -
    founded VBN ROOT 0 -
    by IN agent 4 -
    Gordon NNP compound 7 B-ORG
    Hale~ NNP pobj 5 I-ORG
    . . punct 4 -
    """

  static let brackets = """
    The DT det 4 -
    Upland NNP compound 4 B-ORG
    Shepherds NNPS compound 4 I-ORG
    Association NNP nsubj 8 I-ORG
    (~ -LRB- punct 4 -
    USHA~ NNP appos 4 B-PERSON
    ) -RRB- punct 4 -
    met~ VBD ROOT 0 -
    . . punct 8 -

    USHA NNP nsubj 2 B-PERSON
    left~ VBD ROOT 0 -
    . . punct 2 -
    """

  static let repeated = """
    Velmora NNP nsubj 2 B-ORG
    rejected VBD ROOT 0 -
    the DT det 4 -
    offer~ NN dobj 2 -
    . . punct 2 -

    A DT det 2 -
    lawyer NN nsubj 5 -
    for IN prep 2 -
    Velmora NNP pobj 3 -
    resigned~ VBD ROOT 0 -
    . . punct 5 -
    """

  static let unlabelled = """
    The DT det 3 -
    Velmor NNP compound 3 -
    Trust NNP nsubj 4 -
    bought VBD ROOT 0 buy
    a DT det 6 -
    mill~ NN dobj 4 -
    . . punct 4 -
    """

  static let voice = """
    Lena NNP compound 2 B-PERSON
    Holm~ NNP nsubj 9 I-PERSON
    , , punct 2 -
    the DT det 5 -
    voice NN appos 2 -
    of IN prep 5 -
    shepherds~ NNS pobj 6 -
    , , punct 2 -
    spoke~ VBD ROOT 0 speak
    . . punct 9 -
    """

  static let newspaper = """
    The DT det 2 -
    newspaper NN nmod 4 -
    Ny NNP compound 4 B-ORG
    Dagsposten NNP nsubj 5 I-ORG
    closed~ VBD ROOT 0 close
    . . punct 5 -
    """

  static let father = """
    Lena NNP compound 2 B-PERSON
    Holm NNP nsubj 3 I-PERSON
    thanked VBD ROOT 0 thank
    her PRP$ poss 5 -
    father~ NN dobj 3 -
    . . punct 3 -

    Her PRP$ poss 2 -
    father NN nmod 4 -
    Anton NNP compound 4 B-PERSON
    Holm NNP nsubj 5 I-PERSON
    wept~ VBD ROOT 0 weep
    . . punct 5 -
    """

  static let interview = """
    An DT det 2 -
    interview NN ROOT 0 -
    with IN prep 2 -
    Lena NNP compound 5 B-PERSON
    Holm~ NNP pobj 3 I-PERSON
    . . punct 2 -
    ¶
    Do VBP aux 3 -
    you PRP nsubj 3 -
    sing~ VB ROOT 0 -
    ? . punct 3 -
    ¶
    I PRP nsubj 2 -
    do~ VBP ROOT 0 -
    . . punct 2 -
    ¶
    Are VBP ROOT 0 be
    you PRP nsubj 1 -
    glad~ JJ acomp 1 -
    ? . punct 1 -
    ¶
    I PRP nsubj 2 -
    am~ VBP ROOT 0 be
    . . punct 2 -
    """

  static let transcript = """
    Radio~ NNP ROOT 0 B-ORG
    : : punct 1 -
    Do VBP aux 5 -
    you PRP nsubj 5 -
    sing~ VB ROOT 0 -
    ? . punct 5 -
    ¶
    Lena NNP compound 2 B-PERSON
    Holm~ NNP ROOT 0 I-PERSON
    : : punct 2 -
    I PRP nsubj 5 -
    do~ VBP ROOT 0 -
    . . punct 5 -
    ¶
    Radio~ NNP ROOT 0 B-ORG
    : : punct 1 -
    Thank VBP ROOT 0 -
    you~ PRP dobj 3 -
    . . punct 3 -
    ¶
    Lena NNP compound 2 B-PERSON
    Holm~ NNP ROOT 0 I-PERSON
    : : punct 2 -
    I PRP nsubj 5 -
    bow~ VBP ROOT 0 -
    . . punct 5 -
    """

  static let modifiers = """
    Norway NNP nsubj 2 B-GPE
    sent VBD ROOT 0 send
    Norwegian JJ amod 4 B-NORP
    salt~ NN dobj 2 -
    . . punct 2 -

    Finnish JJ amod 2 B-NORP
    salt NN nsubj 3 -
    came VBD ROOT 0 come
    in IN prep 3 -
    Finnish JJ amod 6 B-NORP
    sacks~ NNS pobj 4 -
    . . punct 3 -
    """

  static let formerState = """
    The DT det 2 B-GPE
    Soviet NNP compound 2 I-GPE
    Union NNP nsubj 3 I-GPE
    sent VBD ROOT 0 send
    salt~ NN dobj 3 -
    . . punct 3 -
    """

  static let successor = """
    Russia NNP nsubj 1 B-GPE
    left VBD ROOT 0 leave
    the DT det 4 -
    Soviet NNP compound 4 B-GPE
    Union~ NNP dobj 1 I-GPE
    . . punct 1 -
    """
}
