"""Which sentences may be picked at all: no fragments, no teasers, no dangling "He said."."""

from __future__ import annotations

import functools
import re

from briefing.languages import Lexicon
from briefing.steps.summarize.task import Candidate
from briefing.text import spaced

# A sentence ends in a stop, perhaps with closing marks and the numbers of notes behind it.
_ENDED = re.compile(r"[.!?…。！？؟।][\"”’“»」』')\]]{0,3}(?:\s?\[\d{1,3}\]){0,9}$")
_FEWEST_WORDS = 6  # "He did not specify a date." has six


@functools.cache
def _caption(lexicon: Lexicon) -> re.Pattern[str]:
    """ "…, right, speaks in Rome, May 3, 2021.": a caption ends in its date without "on", or says where each stands."""
    places = "|".join(words.replace(" ", r"\s") for words in lexicon["summary_cues"].settings["places"])
    return re.compile(rf",\s[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}},\s\d{{4}}\.$|,\s(?:{places}),\s")


def unfit(candidate: Candidate, lexicon: Lexicon) -> str | None:
    """Why the sentence may not be picked; None when it may.

    The reasons are "subhead", "signature", "fragment", "short", "teaser" and "caption".
    """
    if candidate.kind in ("subhead", "signature"):
        return candidate.kind
    if not _ENDED.search(candidate.text[-60:]):
        return "fragment"
    if len(spaced(candidate.text.split())) < _FEWEST_WORDS:
        return "short"
    if candidate.text.lower().startswith(lexicon["summary_cues"].words("teaser")):
        return "teaser"
    if _caption(lexicon).search(candidate.text):
        return "caption"
    return None
