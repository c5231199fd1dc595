"""The files of days that nothing new touches: found by what they are made of, and shared with an issue that has them.

What a day's file holds follows from the digests of its articles and from what only the whole corpus tells of them:
which reports are one statement, and how many strands stand behind it. A hash of both is the key of the file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.archive import Kept, sha256
from briefing.corrections import Corrections
from briefing.digest import Digest, Passages, digest_of, passages_of
from briefing.merge import MOST, by_day, edition_by_day, in_corpus
from briefing.merged import Briefing, Edition, Part, Said, Statement
from briefing.store import Store

KINDS = ("json", "csv")  # Parquet is another with another version of pyarrow
_SIZE = 16  # bytes of a key
Keys = Mapping[str, bytes]  # of files, by name
Digests = Mapping[str, tuple[bytes, ...]]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a run knows of earlier ones."""

    digests: Digests  # the keys of the digests by the ids of their sources
    find: Callable[[Keys], Mapping[str, Kept]]  # the files by name that are there, of those whose keys are given
    passages: Callable[[Collection[str]], Mapping[str, Passages]]  # those of the sources whose ids are given


def noting(digests: Iterable[tuple[bytes, Digest]], keys: dict[str, tuple[bytes, ...]]) -> Iterator[Digest]:
    """The digests, `keys` gets the key of each by the id of its source: of several by one id all."""
    for key, digest in digests:
        keys[digest.source.id] = tuple(sorted((*keys.get(digest.source.id, ()), key)))
        yield digest


def stored_passages(store: Store, digests: Digests, sources: Collection[str]) -> dict[str, Passages]:
    """The passages of these sources by their ids, as the store has them."""
    bodies = dict(store.bodies([key for source in sources for key in digests[source]]))
    found = {source: [bodies[key] for key in digests[source]] for source in sources}
    return {source: passages_of(_that_counts(own)) for source, own in found.items()}


def _that_counts(bodies: Sequence[bytes]) -> bytes:
    """Of the digests of one source the one that is in the briefing."""
    return bodies[0] if len(bodies) == 1 else max(bodies, key=lambda body: in_corpus(digest_of(body)))


def keys_of_days(briefing: Briefing, edition: Edition, digests: Digests, corrections: Corrections) -> dict[str, bytes]:
    """The key of each file by day, by its name: none of a small briefing, which has no such files."""
    if len(briefing.statements) <= MOST:
        return {}
    named = {source: repr(own) for source, own in digests.items()}
    made = {statement.id: _statement(statement, named) for statement in briefing.statements}
    parts = {day: _key(corrections.text, *_part(part, made, digests)) for day, part in by_day(briefing).items()}
    remembered = {
        day: _key(corrections.text, repr(part.sources), *(made[said.id] for said in part.statements))
        for day, part in edition_by_day(edition).items()
    }
    return {
        **{f"{kind}/{day}.{kind}": _key(kind, key.hex()) for kind in KINDS for day, key in parts.items()},
        **{f"edition/{day}.json": _key("edition", key.hex()) for day, key in remembered.items()},
    }


def statements_of_days(edition: Edition, keys: Keys) -> dict[bytes, tuple[Said, ...]]:
    """The statements of an edition by the keys of their days, as `keys_of_days` gives them by the names of files."""
    days = edition_by_day(edition) if keys else {}
    return {keys[f"edition/{day}.json"]: part.statements for day, part in days.items()}


def _part(part: Part, made: Mapping[str, str], digests: Digests) -> Iterator[str]:
    for s in part.sources:
        yield repr((digests[s.id], s.strand, s.inferred, s.words_quoted, s.statements))
    yield from (made[statement.id] for statement in part.statements)
    yield from map(repr, part.agreements)


def _statement(s: Statement, digests: Mapping[str, str]) -> str:
    """What a statement is made of: reports, by the digests that have them, and what the corpus tells of them.

    Of one report nothing more is to be told: its digest has the rest, and the desk's corrections are in every key.
    """
    if len(s.citations) == 1:
        span = s.lead.span
        return f"{s.id} {s.group} {digests[s.lead.source]} {span.start} {span.end}"
    reports = [(digests[c.source], c.span.start, c.span.end) for c in s.citations]
    voice = (s.party, s.also_parties, s.speaker.person, s.speaker.name, s.mode, s.rule, s.cue)
    return repr((s.id, s.strands, s.group, voice, reports))


def _key(*parts: str) -> bytes:
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()


def present(keys: Keys, known: Mapping[bytes, bytes], folders: Sequence[Path]) -> dict[str, Kept]:
    """The files by name that lie in one of the folders with the hash that is `known` of their key."""
    found: dict[str, Kept] = {}
    for name, key in keys.items():
        expected = known.get(key, b"").hex()
        for folder in folders if expected else ():
            path = folder / name
            if name not in found and path.is_file() and sha256(path.read_bytes()) == expected:
                found[name] = Kept(path, expected)
    return found


def named_hashes(keys: Keys, outputs: Mapping[str, Any]) -> dict[bytes, bytes]:
    """The hashes of an issue's files by the keys of what they are made of; `outputs` has them by name, in hex."""
    return {key: bytes.fromhex(outputs[name]) for name, key in keys.items() if name in outputs}
