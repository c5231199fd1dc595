"""The author and the publisher, from the page's own words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from briefing.languages import Lexicon
from briefing.steps.clean.model import Scored
from briefing.steps.clean.structure import Verdict

_RIGHTS = re.compile(
    r"(?:©|\bcopyright\b)[\s,(c)©]{0,6}(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?"
    r"[\s,]{1,3}(?:by )?([A-Z][^.|,©\n]{2,60})",
    re.IGNORECASE,
)
_RIGHTS_TAIL = re.compile(r"\s*(?:all rights reserved|inc|llc|ltd|limited|group plc)\b.*$", re.IGNORECASE)
# Such as: The Harbour Gazette (harbourgazette.example) is your …
_ABOUT = re.compile(r"^((?:[A-Z][\w&'’.-]{0,30} ?){1,6})(?:\([\w.-]{4,60}\) )?is (?:your|a|an|the) ")
_DOMAIN = re.compile(r"\b(?:of|at|on) ((?:www\.)?[a-z0-9][a-z0-9-]{1,40}(?:\.[a-z]{2,10}){1,2})\b")
_PERSON = r"[A-Z][\w'’.-]{0,30}(?: (?:(?:de|del|van|von|al|bin|el|la|le)|[A-Z][\w'’.-]{0,30})){0,5}"
# Several people stand behind one another: Anna Lind, Toby Moor and Ada Stone.
_NAMES = re.compile(rf"{_PERSON}(?:(?:, and |, | and ){_PERSON}){{0,8}}")
_LABEL_END = re.compile(r"^(?:[a-z]+ ){0,3}?by\b:?\s*|^authors?:?\s*", re.IGNORECASE)
_LEAST_WORDS = 2  # one capital alone is a word, not a byline's name


def author(texts: Sequence[str], found: Sequence[Verdict], lexicon: Lexicon) -> str | None:
    """The name or names on the byline: the first that is no empty template. None when there is none."""
    for text, verdict in zip(texts, found, strict=True):
        if verdict.kind == "byline":
            line = _LABEL_END.sub("", text)
            names = _NAMES.match(line)
            if names:
                name = _before_the_day(names.group(), line[names.end() :], lexicon)
                if len(name.split()) >= _LEAST_WORDS:
                    return name
    return None


def _before_the_day(names: str, rest: str, lexicon: Lexicon) -> str:
    """The names without the month or weekday of a date that follows on the line: Bryan Walt Tuesday, Aug. 17, 2010.

    A month counts before a figure only: Theresa May wrote too.
    """
    days = {"weekday", "month"} if re.match(r"\W{0,2}\d", rest) else {"weekday"}
    words = {word for entry in lexicon["dates"].entries if entry.extra["kind"] in days for word in entry.words}
    kept = names.split()
    while kept and kept[-1].strip(".,").lower() in words:
        kept.pop()
    return " ".join(kept).rstrip(",")


def publisher(
    texts: Sequence[str], scored: Sequence[Scored], found: Sequence[Verdict], platforms: Collection[str]
) -> str | None:
    """The outlet, from a rights notice, a line about the site, or a domain in a follow-us line. None when none says.

    `platforms` are names, in lower case, of sites that every page links to.
    """
    dropped = [
        (text, line.seen.furniture)
        for text, line, verdict in zip(texts, scored, found, strict=True)
        if verdict.kind == "boilerplate" and line.seen.furniture
    ]
    for text, furniture in dropped:
        if "legal" in furniture and (rights := _RIGHTS.search(text[:500])):
            name = _RIGHTS_TAIL.sub("", rights.group(1)).strip()
            if name:
                return name
    for text, furniture in dropped:
        if "about_site" in furniture and (about := _ABOUT.match(text[:300])):
            return about.group(1).strip()
    for text, furniture in dropped:
        if not furniture.keys().isdisjoint({"social", "share"}) and (domain := _DOMAIN.search(text[:500])):
            name = domain.group(1).removeprefix("www.")
            if name.partition(".")[0] not in platforms:
                return name
    return None
