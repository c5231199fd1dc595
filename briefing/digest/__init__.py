"""From the reading of one article to its digest: all that the merge needs of it, and no more of its text."""

from briefing.digest.digest import Digest, digest
from briefing.digest.direction import directed
from briefing.digest.kept import digest_of, kept, passages_of
from briefing.digest.passages import Passages
from briefing.digest.report import Report

__all__ = ["Digest", "Passages", "Report", "digest", "digest_of", "directed", "kept", "passages_of"]
