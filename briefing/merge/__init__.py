"""From the readings of many articles to one Briefing, the same for every order of them."""

from briefing.merge.assemble import assemble, merge, newest
from briefing.merge.changes import compare, edition_of
from briefing.merge.digest import Digest, digest
from briefing.merge.opposed import directed
from briefing.merge.parts import newest_part, only_new
from briefing.merge.report import Report

__all__ = [
    "Digest",
    "Report",
    "assemble",
    "compare",
    "digest",
    "directed",
    "edition_of",
    "merge",
    "newest",
    "newest_part",
    "only_new",
]
