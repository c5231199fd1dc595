"""A digest as bytes: a line of JSON for what is compared, and one for the passages, which are seldom needed."""

from __future__ import annotations

from dataclasses import replace

from briefing.codec import CodecError, dumps, loads
from briefing.digest.digest import Digest
from briefing.digest.passages import Passages


def kept(digest: Digest) -> bytes:
    """The bytes of a digest that has its passages."""
    return dumps(replace(digest, passages=None)) + b"\n" + dumps(digest.passages)


def digest_of(body: bytes) -> Digest:
    """The digest without its passages. Raises CodecError when the bytes are none."""
    return loads(Digest, body.partition(b"\n")[0])


def passages_of(body: bytes) -> Passages:
    """The passages of a digest. Raises CodecError when the bytes have none."""
    _, parted, passages = body.partition(b"\n")
    if not parted:
        raise CodecError("no passages")
    return loads(Passages, passages)
