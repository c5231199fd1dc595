"""The author and the publisher, from the page's own words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.languages import Lexicon
from briefing.steps.clean.model import Scored
from briefing.steps.clean.structure import Verdict

_LEAST_WORDS = 2  # one capital alone is a word, not a byline's name


class _Patterns(NamedTuple):
    rights: re.Pattern[str]
    rights_tail: re.Pattern[str]
    about: re.Pattern[str]  # Such as: The Harbour Gazette (harbourgazette.example) is your …
    domain: re.Pattern[str]
    names: re.Pattern[str]  # Several people stand behind one another: Anna Lind, Toby Moor and Ada Stone.
    label: re.Pattern[str]


@functools.cache
def _patterns(lexicon: Lexicon) -> _Patterns:
    """What the table `line_words` says of names, as patterns."""
    words = {name: _any_of(found) for name, found in lexicon["line_words"].settings["names"].items()}
    particles = _any_of(sorted(word for e in ("particles", "romance") for word in lexicon["name_particles"].words(e)))
    person = rf"[A-Z][\w'’.-]{{0,30}}(?: (?:{particles}|[A-Z][\w'’.-]{{0,30}})){{0,5}}"
    joined = rf"(?:, {words['joining']} |, | {words['joining']} )"
    return _Patterns(
        rights=re.compile(
            rf"(?:©|\b{words['rights']}\b)[\s,(c)©]{{0,6}}(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?"
            rf"[\s,]{{1,3}}(?:{words['label']} )?([A-Z][^.|,©\n]{{2,60}})",
            re.IGNORECASE,
        ),
        rights_tail=re.compile(rf"\s*{words['rights_tail']}\b.*$", re.IGNORECASE),
        about=re.compile(rf"^((?:[A-Z][\w&'’.-]{{0,30}} ?){{1,6}})(?:\([\w.-]{{4,60}}\) )?{words['about']} "),
        domain=re.compile(
            rf"\b{words['before_domain']} ((?:www\.)?[a-z0-9][a-z0-9-]{{1,40}}(?:\.[a-z]{{2,10}}){{1,2}})\b"
        ),
        names=re.compile(rf"{person}(?:{joined}{person}){{0,8}}"),
        label=re.compile(rf"^(?:[a-z]+ ){{0,3}}?{words['label']}\b:?\s*|^{words['authors']}:?\s*", re.IGNORECASE),
    )


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})"


def author(texts: Sequence[str], found: Sequence[Verdict], lexicon: Lexicon) -> str | None:
    """The name or names on the byline: the first that is no empty template. None when there is none."""
    for text, verdict in zip(texts, found, strict=True):
        if verdict.kind == "byline":
            line = _patterns(lexicon).label.sub("", text)
            names = _patterns(lexicon).names.match(line)
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


def publisher(texts: Sequence[str], scored: Sequence[Scored], found: Sequence[Verdict], lexicon: Lexicon) -> str | None:
    """The outlet, from a rights notice, a line about the site, or a domain in a follow-us line. None when none says."""
    patterns, platforms = _patterns(lexicon), lexicon["furniture"].words("social")  # sites that every page links to
    dropped = [
        (text, line.seen.furniture)
        for text, line, verdict in zip(texts, scored, found, strict=True)
        if verdict.kind == "boilerplate" and line.seen.furniture
    ]
    for text, furniture in dropped:
        if "legal" in furniture and (rights := patterns.rights.search(text[:500])):
            name = patterns.rights_tail.sub("", rights.group(1)).strip()
            if name:
                return name
    for text, furniture in dropped:
        if "about_site" in furniture and (about := patterns.about.match(text[:300])):
            return about.group(1).strip()
    for text, furniture in dropped:
        if not furniture.keys().isdisjoint({"social", "share"}) and (domain := patterns.domain.search(text[:500])):
            name = domain.group(1).removeprefix("www.")
            if name.partition(".")[0] not in platforms:
                return name
    return None
