"""NLTK's Punkt from explicit parameters: nothing is trained, nothing is downloaded.

Method: Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary Detection", Computational Linguistics 32 (2006).
"""

from __future__ import annotations

import functools
from typing import Any

from briefing.languages import Lexicon
from briefing.steps.split.bare_nltk import import_punkt
from briefing.steps.split.word_lists import abbreviations, table_words

# Punkt's rules for quotation marks differ between NLTK versions and know few marks, so it is shown a copy of the text
# with the typewriter's marks. Every replacement is one character long: offsets stay.
_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "\u00a0": " "})


@functools.cache
def _splitter(lexicon: Lexicon) -> Any:
    punkt = import_punkt()
    parameters = punkt.PunktParameters()
    parameters.abbrev_types = set(abbreviations(lexicon, "any"))
    starters = table_words(lexicon, "sentence_starters")
    parameters.sent_starters = set(starters)
    for word in starters:  # "seen in lower case": so that Punkt takes a capital as the start of a sentence
        parameters.ortho_context[word] = 1 << 5
    return punkt.PunktSentenceTokenizer(parameters)


def punkt_cuts(text: str, lexicon: Lexicon) -> list[int]:
    """The offsets into `text` at which Punkt starts a new sentence, ascending, without the first."""
    return [start for start, _ in _splitter(lexicon).span_tokenize(text.translate(_PLAIN))][1:]
