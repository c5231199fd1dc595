"""Offices in sentences about a time long past: the profile knows who holds them now, not who held them then."""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from briefing.records import Link, Mention
from briefing.speaker_words import SpeakerWords
from briefing.steps.coref.discourse import Discourse

_LONG = 2  # years before the topic's first day from which somebody else may have held the office


@functools.cache
def _years(words: SpeakerWords) -> re.Pattern[str]:
    """A year behind its preposition, a month between them: "in June 1998"."""
    before = "|".join(map(re.escape, sorted(words.dating)))
    return re.compile(rf"\b(?:{before})(?: [A-Z][a-z]{{2,8}})? (1[5-9]\d\d|20\d\d)\b", re.IGNORECASE)


def of_its_time(link: Link, mention: Mention, discourse: Discourse, since: str | None) -> Link:
    """The link; but an unnamed holder where the sentence goes back years: "In 1998 the minister said that …"."""
    speaker = link.antecedent or mention
    if since is None or speaker.how != "office":
        return link
    here = discourse.sentence_of(mention.span)
    before = discourse.text[discourse.sentences[here].span.start : mention.span.start] if here >= 0 else ""
    if not any(int(year) <= int(since[:4]) - _LONG for year in _years(discourse.words).findall(before)):
        return link
    name = speaker.role or speaker.head
    then = replace(speaker, kind="role", name=name, person=None, role=name, party=None, anonymous=True)
    return Link(then, "office.long_ago")
