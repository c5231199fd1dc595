"""From the readings of many articles to one Briefing, the same for every order of them."""

from briefing.merge.assemble import merge, newest

__all__ = ["merge", "newest"]
