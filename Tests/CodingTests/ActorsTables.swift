/// Parses of the sentences that the tests of actors read; ``DrawnDoc`` explains the columns.
enum ActorsTables {
  static let police = """
    The DT det 3 - the
    secretary NN compound 3 - secretary
    general NN nsubj 6 - general
    of IN prep 3 - of
    Interpol NNP pobj 4 B-ORG Interpol
    arrived VBD ROOT 0 - arrive
    in IN prep 6 - in
    Oslo~ NNP pobj 7 B-GPE Oslo
    . . punct 6 - .
    """

  static let ministers = """
    Norwegian JJ amod 3 B-NORP norwegian
    Foreign NNP compound 3 - Foreign
    Minister NNP compound 5 - Minister
    Ingrid NNP compound 5 B-PERSON Ingrid
    Berg NNP nsubj 6 I-PERSON Berg
    said VBD ROOT 0 - say
    on IN prep 6 - on
    Monday NNP pobj 7 B-DATE Monday
    that IN mark 11 - that
    she PRP nsubj 11 - she
    hoped VBD ccomp 6 - hop
    to TO aux 13 - to
    meet VB xcomp 11 - meet
    her PRP$ poss 16 - her
    Finnish JJ amod 16 B-NORP finnish
    counterpart~ NN dobj 13 - counterpart
    , , punct 16 - ,
    Pekka NNP compound 19 B-PERSON Pekka
    Laine~ NNP appos 16 I-PERSON Laine
    . . punct 6 - .

    The DT det 2 - the
    minister NN nsubj 3 - minister
    spoke VBD ROOT 0 - speak
    in IN prep 3 - in
    Oslo~ NNP pobj 4 B-GPE Oslo
    . . punct 3 - .

    "~ `` punct 3 - "
    I PRP nsubj 3 - I
    trust VBP ccomp 9 - trust
    my PRP$ poss 5 - my
    colleague~ NN dobj 3 - colleague
    ,~ , punct 9 - ,
    " '' punct 9 - "
    Berg NNP nsubj 9 B-PERSON Berg
    said~ VBD ROOT 0 - say
    . . punct 9 - .
    """

  static let pairs = """
    Sweden NNP nsubj 4 B-GPE Sweden
    and CC cc 1 - and
    Denmark NNP conj 1 B-GPE Denmark
    signed VBD ROOT 0 - sign
    a DT det 6 - a
    treaty~ NN dobj 4 - treaty
    . . punct 4 - .

    The DT det 2 - the
    former JJ nsubj 3 - former
    wants VBZ ccomp 9 - want
    more JJR amod 5 - more
    trade~ NN dobj 3 - trade
    ; : punct 9 - ;
    the DT det 8 - the
    latter JJ nsubj 9 - latter
    wants VBZ ROOT 0 - want
    peace~ NN dobj 9 - peace
    . . punct 9 - .

    Their PRP$ poss 2 - their
    navies NNS nsubj 3 - navy
    met VBD ROOT 0 - meet
    last JJ amod 5 B-DATE last
    week~ NN npadvmod 3 I-DATE week
    . . punct 3 - .

    The DT det 3 - the
    two CD nummod 3 B-CARDINAL two
    countries NNS nsubj 4 - country
    share VBP ROOT 0 - share
    a DT det 6 - a
    bridge~ NN dobj 4 - bridge
    . . punct 4 - .
    """

  static let capital = """
    Oslo NNP nsubj 2 B-ORG Oslo
    rejected VBD ROOT 0 - reject
    the DT det 4 - the
    plan~ NN dobj 2 - plan
    . . punct 2 - .

    Peru NNP nsubj 2 B-GPE Peru
    denied VBD ROOT 0 - deny
    that IN mark 6 - that
    it PRP nsubj 6 - it
    had VBD aux 6 - have
    agreed~ VBN ccomp 2 - agree
    . . punct 2 - .
    """

  static let group = """
    The DT det 2 - the
    group~ NN nsubj 9 - group
    , , punct 2 - ,
    Friends NNS appos 2 B-ORG friend
    of IN prep 4 I-ORG of
    the DT det 7 I-ORG the
    Fjord~ NNP pobj 5 I-ORG Fjord
    , , punct 2 - ,
    sued~ VBD ROOT 0 - sue
    . . punct 9 - .

    Its PRP$ poss 2 - its
    leader~ NN ROOT 0 - leader
    , , punct 2 - ,
    Lars NNP compound 5 B-PERSON Lars
    Dahl~ NNP appos 2 I-PERSON Dahl
    , , punct 2 - ,
    called VBD acl 2 - call
    on IN prep 7 - on
    Norwegian JJ amod 10 B-NORP norwegian
    officials NNS pobj 8 - official
    to TO aux 12 - to
    resign~ VB xcomp 7 - resign
    , , punct 2 - ,
    according VBG prep 2 - accord
    to IN prep 14 - to
    a DT det 18 - a
    Western JJ amod 18 - western
    diplomat~ NN pobj 15 - diplomat
    . . punct 2 - .
    """

  static let rasmussen = """
    Danish JJ amod 3 B-NORP danish
    Prime NNP compound 3 - Prime
    Minister NNP compound 6 - Minister
    Poul NNP compound 5 B-PERSON Poul
    Nyrup NNP compound 6 I-PERSON Nyrup
    Rasmussen NNP nsubj 7 I-PERSON Rasmussen
    met VBD ROOT 0 - meet
    Mr NNP compound 9 - Mr
    Dahl~ NNP dobj 7 B-PERSON Dahl
    . . punct 7 - .

    Rasmussen NNP nsubj 2 B-PERSON Rasmussen
    told VBD ROOT 0 - tell
    him PRP dobj 2 - he
    that IN mark 7 - that
    he PRP nsubj 7 - he
    would MD aux 7 - would
    wait~ VB ccomp 2 - wait
    . . punct 2 - .
    """
}
