"""Every piece in every form: what a rule may read more than once for each time it stands there."""

from __future__ import annotations

from collections.abc import Iterator

PIECES = {
    "letter": "a",
    "words": "the old weir of the town ",
    "capitals": "Ada Berg Holm ",
    "initials": "A. B. C. ",
    "figures": "12 people ",
    "percentages": "3.5 per cent ",
    "updated": "Updated 1 ",
    "days": "1 March 2024 ",
    "weekdays": "on Monday ",
    "times": "10:15 a.m. ",
    "quotations": "“We go,” he said. ",
    "single marks": "‘No,’ she said. ",
    "nested marks": "‘They said “no”,’ he said. ",
    "straight marks": '"We go," he said. ',
    "open marks": "“We go ",
    "closing marks": "we go” ",
    "apostrophes": "the dockers' union's ",
    "commas": "Ada Berg, a docker, ",
    "dashes": "Ada Berg – a docker – ",
    "brackets": "(a (b) c) ",
    "colons": "BERG: yes. ",
    "said": "Ada Berg said ",
    "said that": "Ada Berg said that ",
    "according": "according to Ada Berg, ",
    "rejected": "Ada Berg rejected the plan. ",
    "and": "the weir and ",
    "which": "which Berg rejected ",
    "what": "what he called ",
    "pronouns": "He said it. She said it. ",
    "officials": "The official said so. ",
    "spokesmen": "A spokesman for Ada Berg said so. ",
    "abbreviations": "Mr. Berg, Gen. Holm, U.S. ",
    "dots": "... ",
    "stops": "Yes. No. ",
    "questions": "Why? How? ",
    "addresses": "https://example.org/a?b=c ",
    "names at": "@berg #weir ",
    "accents": "naïve Élysée façade ",
    "wide": "水门关闭 ",
    "German speech": "Ada Berg sagte, dass es regnet. ",
    "German marks": "„Wir gehen“, sagte er. ",
    "German sources": "laut Ada Berg der Werft nach Angaben der Leitung ",
    "German asides": "Ada Berg, Chefin der Werft, ",
    "German subjunctive": "Er habe die Werft. ",
    "tags": "<p>a</p> ",
    "open tags": "<div><b>",
    "entities": "&amp;&quot;&#39; ",
}
FORMS = {"line": " ", "lines": "\n", "paragraphs": "\n\n"}


def hostile(size: int) -> Iterator[tuple[str, str]]:
    """Name and text of each input, cut to `size` characters, which may break off inside a piece."""
    return ((name, (unit * (size // len(unit) + 1))[:size]) for name, unit in _units())


def whole(size: int) -> Iterator[tuple[str, str]]:
    """Name and text of each input: whole pieces alone, so that texts of two sizes are read in the same way."""
    return ((name, unit * (size // len(unit))) for name, unit in _units())


def _units() -> Iterator[tuple[str, str]]:
    for piece, words in PIECES.items():
        for form, gap in FORMS.items():
            yield f"{piece}, {form}", words.rstrip(" ") + gap
