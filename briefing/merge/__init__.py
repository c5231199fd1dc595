"""From the readings of many articles to one Briefing, the same for every order of them."""

from briefing.merge.assemble import assemble, merge, newest
from briefing.merge.changes import compare, edition_of
from briefing.merge.days import MOST, by_day, edition_by_day, edition_joined, joined, without_days
from briefing.merge.digest import Digest, digest
from briefing.merge.opposed import directed
from briefing.merge.parts import newest_part, only_new
from briefing.merge.report import Report

__all__ = [
    "MOST",
    "Digest",
    "Report",
    "assemble",
    "by_day",
    "compare",
    "digest",
    "directed",
    "edition_by_day",
    "edition_joined",
    "edition_of",
    "joined",
    "merge",
    "newest",
    "newest_part",
    "only_new",
    "without_days",
]
