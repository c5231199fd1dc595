"""Places in a text."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

UNSHOWN = MappingProxyType({"shown": False})  # of fields by which steps decide and that no output prints


class Span(NamedTuple):
    """A half-open range of code points: 0 <= start < end <= len(text)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True when both spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """True when `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


class Run(NamedTuple):
    """`length` code points that stand at `text` in Article.text and at `source` in the decoded source, alike."""

    text: int
    source: int
    length: int
