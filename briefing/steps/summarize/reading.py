"""The candidates as words, read once for all that the default method asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.languages import Lexicon
from briefing.steps.summarize.fitness import unfit
from briefing.steps.summarize.task import Candidate
from briefing.steps.summarize.vocabulary import stop_words, word_forms, words


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """One candidate; `stems` and `stops` have one entry a word, in order."""

    candidate: Candidate
    fit: bool  # it may be picked
    length: int  # words between white space
    plain: frozenset[str]  # words in lower case
    stems: Sequence[str]
    stops: Sequence[bool]  # it is a stop word
    content: Sequence[str]  # stems of what are no stop words
    capitals: frozenset[str]  # stems of words with a capital after the first word


def read(candidate: Candidate, lexicon: Lexicon) -> ReadSentence:
    """The candidate in words."""
    found = words(candidate.text)
    forms = [word_forms(word) for word in found]
    stop = stop_words(lexicon)
    stops = [lower in stop for lower, _ in forms]
    return ReadSentence(
        candidate=candidate,
        fit=unfit(candidate, lexicon) is None,
        length=len(candidate.text.split()),
        plain=frozenset([lower for lower, _ in forms]),
        stems=[stemmed for _, stemmed in forms],
        stops=stops,
        content=[form[1] for form, is_stop in zip(forms, stops, strict=True) if not is_stop],
        capitals=frozenset([form[1] for form, word in zip(forms[1:], found[1:], strict=True) if word[0].isupper()]),
    )
