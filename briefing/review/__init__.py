"""An issue walked through statement by statement on a page of this machine, to correct what is labelled wrong."""

from briefing.review.desk import Desk, desk_of
from briefing.review.server import serve

__all__ = ["Desk", "desk_of", "serve"]
