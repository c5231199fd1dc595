"""What a statement is for or against: acts with their objects, read by structure."""

from briefing.steps.classify.stand.stands import stands_of

__all__ = ["stands_of"]
