"""The author and the publisher, from the page's own words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

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
_NAME = re.compile(r"[A-Z][\w'’.-]{0,30}(?: (?:(?:and|de|del|van|von|al|bin|el|la|le)|[A-Z][\w'’.-]{0,30})){1,8}")
_LABEL_END = re.compile(r"^(?:[a-z]+ ){0,2}[a-z]*by\b:?\s*|^authors?:?\s*", re.IGNORECASE)


def author(texts: Sequence[str], found: Sequence[Verdict]) -> str | None:
    """The name on the byline: the first that is no empty template. None when there is none."""
    for text, verdict in zip(texts, found, strict=True):
        if verdict.kind == "byline":
            name = _NAME.match(_LABEL_END.sub("", text))
            if name:
                return name.group()
    return None


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
