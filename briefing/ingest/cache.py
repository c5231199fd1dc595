"""Fetched pages on disk, with what a server needs to tell whether they have changed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from briefing.ingest.connect import Response


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it was fetched last."""

    body: bytes
    media_type: str
    etag: str | None
    last_modified: str | None

    @classmethod
    def of(cls, response: Response) -> Kept:
        """The response, to be kept."""
        headers = response.headers
        return cls(response.body, response.media_type, headers.get("etag"), headers.get("last-modified"))

    def conditions(self) -> dict[str, str]:
        """The headers of a request that is answered in full only when the page has changed."""
        pairs = (("If-None-Match", self.etag), ("If-Modified-Since", self.last_modified))
        return {name: value for name, value in pairs if value}


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder with two files a page, named by a hash of its address."""

    folder: Path

    def get(self, url: str) -> Kept | None:
        """The page as it was fetched last; None when it is not there or cannot be read."""
        facts, body = self._paths(url)
        try:
            known = json.loads(facts.read_text(encoding="utf-8"))
            return Kept(body.read_bytes(), known["media_type"], known["etag"], known["last_modified"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, url: str, page: Kept) -> None:
        """Keep the page. Raises OSError when the folder cannot be written."""
        facts, body = self._paths(url)
        self.folder.mkdir(parents=True, exist_ok=True)
        known = {"url": url, "media_type": page.media_type, "etag": page.etag, "last_modified": page.last_modified}
        _replace(body, page.body)
        _replace(facts, json.dumps(known, sort_keys=True).encode())

    def _paths(self, url: str) -> tuple[Path, Path]:
        name = hashlib.sha256(url.encode()).hexdigest()[:32]
        return self.folder / f"{name}.json", self.folder / f"{name}.body"


def _replace(path: Path, body: bytes) -> None:
    """Write beside the old file and put it in its place, so that an interrupted run leaves no half of a page."""
    new = path.with_suffix(f"{path.suffix}.new")
    new.write_bytes(body)
    new.replace(path)
