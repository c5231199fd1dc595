"""Compiled templates kept between runs, as Python keeps its own: compiling them costs more than filling them in."""

from __future__ import annotations

from pathlib import Path

import jinja2
import platformdirs
from jinja2.bccache import Bucket


class TemplateCache(jinja2.FileSystemBytecodeCache):
    """Jinja's cache in the user's cache folder; a folder that cannot be written to or read only costs the time."""

    def __init__(self, kind: str) -> None:
        """A cache of its own for each kind of output: what is escaped at compile time differs."""
        self.folder = platformdirs.user_cache_path("briefing") / "templates" / kind
        super().__init__(str(self.folder))

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load compiled code; a damaged file counts as none."""
        try:
            super().load_bytecode(bucket)
        except (OSError, ValueError, EOFError, TypeError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep compiled code, where that is possible."""
        try:
            Path(self.folder).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)
        except OSError:
            return
