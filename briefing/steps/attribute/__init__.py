"""Who said what: every attribution of an article as source, cue and content, by rules on a light tagging."""

from briefing.steps.attribute.article import attribute

__all__ = ["attribute"]
