"""The weights of the default method, read from the lexicon."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from briefing.languages import Lexicon
from briefing.steps.summarize.task import View

_GROUPS: Mapping[View, tuple[str, ...]] = {
    "story": ("article", "story"),
    "news": ("article", "news"),
    "timeline": ("article", "story"),
}


@functools.cache
def weights(lexicon: Lexicon, view: View) -> Mapping[str, float]:
    """The weight of each part of a score that counts in `view`, by name; a part without one does not count."""
    settings = lexicon["summary_weights"].settings
    return {name: row["value"] for group in _GROUPS[view] for name, row in settings[group].items()}


@functools.cache
def term_weights(lexicon: Lexicon) -> Mapping[str, float]:
    """How much more "names" and "figures" count than other words when sentences are compared."""
    return {name: row["value"] for name, row in lexicon["summary_weights"].settings["terms"].items()}
