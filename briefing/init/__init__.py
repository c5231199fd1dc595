"""A first topic profile from what articles say: who speaks, how often, in which role, and on what."""

from briefing.init.draft import draft_profile
from briefing.init.update import updated_profile

__all__ = ["draft_profile", "updated_profile"]
