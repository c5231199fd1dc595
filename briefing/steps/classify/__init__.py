"""What a statement does to which issue, and when it was said."""

from briefing.steps.classify.position import positions

__all__ = ["positions"]
