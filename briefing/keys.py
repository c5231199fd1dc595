"""What a digest depends on, as one key: the same key, the same digest."""

from __future__ import annotations

import hashlib
import platform

from briefing.plan import SummaryPlan
from briefing.profile import Profile
from briefing.program import code_sha256
from briefing.records import RawDocument

_SIZE = 16  # bytes of a key


def run_key(profile: Profile, summary: SummaryPlan, *, on_topic_only: bool) -> bytes:
    """What is the same for all documents of a run: program and word tables, Python, profile, summary."""
    parts = (code_sha256(), platform.python_version(), profile.sha256, profile.id, repr((summary, on_topic_only)))
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=_SIZE).digest()


def key_of(raw: RawDocument, run: bytes) -> bytes:
    """The key of the digest of one document in a run."""
    about = repr((raw.source, raw.media_type, raw.metadata, raw.extracted, raw.also_at, raw.story, raw.problems))
    found = hashlib.blake2b(about.encode("utf-8", "surrogatepass"), key=run, digest_size=_SIZE)
    found.update(raw.body)
    return found.digest()


def key_of_content(about: str, sha256: bytes, run: bytes) -> bytes:
    """The key of the list of documents in a file: of its bytes, and of all that was said of it."""
    return hashlib.blake2b(about.encode("utf-8", "surrogatepass") + sha256, key=run, digest_size=_SIZE).digest()
