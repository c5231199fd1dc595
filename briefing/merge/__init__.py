"""From the readings of many articles to one Briefing, the same for every order of them."""

from briefing.merge.assemble import assemble, in_corpus, merge, newest, with_passages
from briefing.merge.changes import compare, compared, edition_of, usual_change
from briefing.merge.days import (
    MOST,
    PAGE,
    by_day,
    day_of,
    edition_by_day,
    edition_joined,
    joined,
    news_of,
    without_days,
)
from briefing.merge.parts import newest_part, only_new

__all__ = [
    "MOST",
    "PAGE",
    "assemble",
    "by_day",
    "compare",
    "compared",
    "day_of",
    "edition_by_day",
    "edition_joined",
    "edition_of",
    "in_corpus",
    "joined",
    "merge",
    "newest",
    "newest_part",
    "news_of",
    "only_new",
    "usual_change",
    "with_passages",
    "without_days",
]
