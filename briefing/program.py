"""What a result depends on beside its sources: the program's own files."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator
from pathlib import Path

_ENDINGS = (".py", ".toml", ".j2", ".css", ".js", ".po", ".mo")


@functools.cache
def code_sha256() -> str:
    """A hash of the program's files: code, words and templates. It changes with every change that could matter."""
    found = hashlib.sha256()
    for name, path in sorted(_files()):
        body = path.read_bytes()
        found.update(f"{name}\0{len(body)}\0".encode())
        found.update(body)
    return found.hexdigest()


def _files() -> Iterator[tuple[str, Path]]:
    """The files by the names that they have in an installed package; in a checkout the templates lie beside it."""
    package = Path(__file__).parent
    for folder, prefix in ((package, ""), (package.parent / "templates", "templates/")):
        yield from ((prefix + f.relative_to(folder).as_posix(), f) for f in folder.rglob("*") if f.suffix in _ENDINGS)
