"""`make fuzz`: read mutated documents for a while and stop at the first that breaks a promise.

Seeds are the articles in `seeds/` and the hostile texts of the tests, in the forms that sources have. Each mutant is
read twice, the second time in a process with another hash seed at the end of a batch: no exception, every statement
copied from its source, equal results. What it finds is written to `fuzz-found/` and belongs into `tests/hostile`.

    python -m benchmarks.fuzz [MINUTES] [SEED]
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from briefing.ingest import IngestOptions, read_sources
from briefing.languages import load
from briefing.pipeline import read_document
from briefing.profile import load as profile
from briefing.records import RawDocument
from tests.hostile.inputs import hostile

ROOT = Path(__file__).parents[1]
FOUND = ROOT / "fuzz-found"
_BATCH = 100  # mutants between two looks at the clock
_SLOW = 20.0  # CPU seconds for one small document
_FORMS = ("a.txt", "a.html", "a.md", "a.jsonl", "a.xml", "a.eml", "a.mbox", "a.json", "a.warc")


def mutants(chance: random.Random) -> list[bytes]:
    """A batch of documents, each made of one or two seeds by a few cuts, copies, swaps and flipped bytes."""
    texts = [f.read_bytes() for f in sorted((ROOT / "seeds").glob("*.txt"))]
    texts += [text.encode() for _, text in hostile(2000)]
    return [_mutated(chance, chance.choice(texts), chance.choice(texts)) for _ in range(_BATCH)]


def _mutated(chance: random.Random, one: bytes, other: bytes) -> bytes:
    body = bytearray(one[: chance.randrange(200, 6000)])
    for _ in range(chance.randrange(1, 8)):
        at = chance.randrange(len(body) + 1)
        piece = other[(start := chance.randrange(len(other))) : start + chance.randrange(1, 200)]
        match chance.randrange(4):
            case 0:
                body[at:at] = piece
            case 1:
                del body[at : at + chance.randrange(1, 100)]
            case 2:
                body[at : at + len(piece)] = piece
            case _:
                body[at:at] = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 4)))
    return bytes(body)


def read_all(folder: Path) -> str:
    """A hash of all that the documents of a folder give. Raises AssertionError where a statement is not verbatim."""
    lexicon, topic = load("en"), profile("gaza-ceasefire")
    told = hashlib.sha256()
    for raw in read_sources([str(folder)], IngestOptions()).documents:
        told.update(repr(_checked(raw, lexicon, topic)).encode())
    return told.hexdigest()


def _checked(raw: RawDocument, lexicon: object, topic: object) -> object:
    reading = read_document(raw, profile=topic, lexicon=lexicon)  # type: ignore[arg-type]
    text = reading.article.text
    for position in reading.positions:
        assert 0 <= position.span.start < position.span.end <= len(text), raw.source
        for stand in position.stands:
            assert position.span.covers(stand.act), raw.source
    return reading


def main() -> int:
    """Fuzz for some minutes. Returns 1 where a promise was broken."""
    words = sys.argv[1:]
    if words[:1] == ["--read"]:
        print(read_all(Path(words[1])))
        return 0
    minutes, seed = float(words[0]) if words else 30.0, int(words[1]) if len(words) > 1 else 1
    end, chance, batches = time.monotonic() + 60 * minutes, random.Random(seed), 0
    while time.monotonic() < end:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for number, body in enumerate(mutants(chance)):
                form = chance.choice(_FORMS)
                (folder / f"{number:03}-{form}").write_bytes(_wrapped(body, form))
            fault = _broken(folder)
            if fault:
                FOUND.mkdir(exist_ok=True)
                for file in folder.iterdir():
                    (FOUND / file.name).write_bytes(file.read_bytes())
                print(f"batch {batches} of seed {seed}: {fault}\nthe batch lies in {FOUND.name}/")
                return 1
        batches += 1
    print(f"{batches * _BATCH} documents read, seed {seed}: nothing found")
    return 0


def _wrapped(body: bytes, form: str) -> bytes:
    if form.endswith(".jsonl"):
        return json.dumps({"id": "a", "text": body.decode(errors="replace")}).encode()
    if form.endswith(".html"):
        return b"<html><body><article><p>" + body.replace(b"\n\n", b"</p><p>") + b"</p></article></body></html>"
    return body


def _broken(folder: Path) -> str | None:
    """What is wrong with the batch: an exception, a hang, a statement that is not verbatim, or other results."""
    hashes = []
    for hash_seed in ("1", "2"):
        try:
            run = subprocess.run(
                [sys.executable, "-m", "benchmarks.fuzz", "--read", str(folder)],
                cwd=ROOT,
                env={**os.environ, "PYTHONHASHSEED": hash_seed},
                capture_output=True,
                text=True,
                timeout=_SLOW * _BATCH / 5,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return "a hang"
        if run.returncode:
            return run.stderr.strip().splitlines()[-1]
        hashes.append(run.stdout)
    return None if hashes[0] == hashes[1] else "other results under another hash seed"


if __name__ == "__main__":
    sys.exit(main())
