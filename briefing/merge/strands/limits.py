"""How rare a shingle has to be, and how many two articles have to share."""

from __future__ import annotations

COMMON = 12  # a shingle in more articles than this is a phrase of the trade, not a sign of one origin
LEAST = 8  # shared shingles
