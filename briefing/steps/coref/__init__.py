"""Coreference by rules within one article: what a pronoun or a definite description as a source goes back to."""

from briefing.steps.coref.links import corefer

__all__ = ["corefer"]
