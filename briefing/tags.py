"""Classes of tags that the rules ask for. Each is a string of the one-letter tags that `tokens` gives."""

DETERMINERS = "DQ"
PRONOUNS = "PO"
NOUNS = "AnJ#Y$£€¥%&"  # stand anywhere inside a noun phrase
STARTS_NOUN_PHRASE = "ADQnP#JO"
ENDS_NOUN_PHRASE = "AnJ#OGYPQs.)$%"
SIMPLE_PHRASE = "DQAnJ#sY.$£€¥"  # a noun phrase without prepositions
HELPERS = "BHXM"  # be, have, do, modals
VERBS = "EZ"  # past and present forms of lexical verbs
FINITE = HELPERS + VERBS
VERBAL = FINITE + "GT"  # what an object or a complement follows
GROUP = "RNMHBX"  # adverbs, negations and helpers before a verb
RELATIVES = "Wt"  # who, which, that
DATED = "YR"  # days and adverbs
EDGE = "^"  # stands for the tag beyond the end of a stretch
