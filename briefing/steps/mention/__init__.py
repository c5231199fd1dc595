"""Read the noun phrases that can speak: who they name or describe, for which party, without looking back yet."""

from briefing.steps.mention.people import introduced_people
from briefing.steps.mention.phrase import read_phrase
from briefing.steps.mention.scan import context_of, mentions, source_mentions

__all__ = ["context_of", "introduced_people", "mentions", "read_phrase", "source_mentions"]
