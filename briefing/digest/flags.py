"""What a reader should know of a source before relying on it, each flag with the words that show it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from briefing.merged import Flag
from briefing.records import Reading

# One or two words in quotation marks inside a sentence, the same ones again and again, are distance, not quotation.
_SCARE = re.compile(r"(?<!\w)[\"“]([^\W\d_][\w-]*(?: [\w-]+)?)(?:['’]s)?[\"”]")
_REPEATED = 2


def find_flags(reading: Reading) -> tuple[Flag, ...]:
    """The flags of one reading."""
    return tuple(_flags(reading))


def _flags(reading: Reading) -> Iterator[Flag]:
    scare = Counter(match[1] for match in _SCARE.finditer(reading.article.text))
    for word, count in sorted(scare.items()):
        if count >= _REPEATED:
            yield Flag("scare_quotes", (word,), count)
    for notice in reading.notices:
        yield Flag(notice.code, (notice.words,))
    unclosed = sum(problem.code == "quotation.unclosed" for problem in reading.problems)
    if unclosed:
        yield Flag("unbalanced_quotes", (), unclosed)
    if reading.article.title is None:
        yield Flag("no_headline", ())
    if reading.article.page_shows is not None:
        yield Flag("page_date_not_trusted", (reading.article.page_shows.text or "",))
