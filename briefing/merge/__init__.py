"""From the readings of many articles to one Briefing, the same for every order of them."""

from briefing.merge.assemble import assemble, merge, newest
from briefing.merge.changes import compare, edition_of
from briefing.merge.parts import newest_part, only_new

__all__ = [
    "assemble",
    "compare",
    "edition_of",
    "merge",
    "newest",
    "newest_part",
    "only_new",
]
