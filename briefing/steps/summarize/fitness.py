"""Which sentences may be picked at all: no fragments, no teasers, no dangling "He said."."""

from __future__ import annotations

import re

from briefing.lexicons import Lexicon
from briefing.steps.summarize.records import Candidate

# A sentence ends in a stop, perhaps with closing marks and the numbers of notes behind it.
_ENDED = re.compile(r"[.!?…][\"”’')\]]{0,3}(?:\s?\[\d{1,3}\]){0,9}$")
_FEWEST_WORDS = 6  # "He did not specify a date." has six


def unfit(candidate: Candidate, lexicon: Lexicon) -> str | None:
    """Why the sentence may not stand in a summary: "subhead", "fragment", "short", "teaser"; None when it may."""
    if candidate.kind == "subhead":
        return "subhead"
    if not _ENDED.search(candidate.text[-60:]):
        return "fragment"
    if len(candidate.text.split()) < _FEWEST_WORDS:
        return "short"
    if candidate.text.lower().startswith(lexicon["summary_cues"].words("teaser")):
        return "teaser"
    return None
