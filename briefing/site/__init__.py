"""The web site of a folder of issues: pages through time, search without a server, feeds. Issues are only read."""

from briefing.site.build import build_site

__all__ = ["build_site"]
