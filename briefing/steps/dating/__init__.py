"""Date an article honestly: its publication date with the evidence, and the dates its text names."""

from __future__ import annotations

from briefing.steps.dating.date_phrases import date_phrases
from briefing.steps.dating.publication import date_article

__all__ = ["date_article", "date_phrases"]
