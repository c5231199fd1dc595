"""The desk at work: an issue as it was built, the corrections as they are now, and what a form asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from briefing import corrections
from briefing.codec import CodecError
from briefing.errors import UsageError
from briefing.merged import Briefing, Statement
from briefing.profile import Profile
from briefing.read_back import NAME, read_briefing
from briefing.render.groups import labels_of
from briefing.review.walk import walk

_IS = "="  # before a value that was chosen: an empty field leaves the label as it is, "=" alone makes it empty
_CHOSEN = ("party", "stance", "issue", "not_issue")
_WRITTEN = ("speaker", "day", "object", "note")


def desk_of(folder: Path, file: Path, profile: Profile) -> Desk:
    """The desk of the issue in a folder. Raises UsageError when its JSON is missing, or nothing in it is to be seen."""
    path = folder / NAME
    try:
        briefing = read_briefing(path)
    except FileNotFoundError as error:
        raise UsageError(f"{path}: no such file: build the issue with --format json among its outputs") from error
    except (CodecError, OSError, ValueError) as error:
        raise UsageError(f"{path}: not the JSON of an issue: build it again") from error
    corrections.load(file, profile)  # a faulty file is told now, and not on the page
    order = walk(briefing)
    if not order:
        raise UsageError(f"{folder}: no statement of this issue is on its front page or unsure: nothing to review")
    return Desk(briefing, order, file, profile)


@dataclass(slots=True)
class Desk:
    """What one sitting knows: the issue, its order, what was seen, and the corrections it made, the last one last."""

    briefing: Briefing
    order: tuple[str, ...]
    file: Path
    profile: Profile
    seen: set[str] = field(default_factory=set)
    made: list[tuple[bytes, bytes]] = field(default_factory=list)  # the file before and after each

    def label(self, statement: str) -> str:
        """The label that the pages show: ISR-12."""
        return labels_of([s.id for s in self.briefing.statements])[statement]

    def now(self, statement: Statement) -> Statement | None:
        """The statement with the corrections as the file has them; None when hidden. Raises UsageError."""
        return corrections.corrected_statement(statement, corrections.load(self.file, self.profile), self.profile)

    def correct(self, statement: Statement, form: Mapping[str, str]) -> None:
        """Write what the form asks for. Raises UsageError, and then nothing is written."""
        values = asked(form, statement.lead.text)
        if "hide" not in values and self.now(statement) is None:
            values["hide"] = False  # a label of it is put right: it is to be seen
        sources = {s.id: s.source for s in self.briefing.sources}
        named = ", ".join(dict.fromkeys(sources[c.source] for c in statement.citations))
        remarks = (statement.lead.text, f"{statement.speaker.name or 'unknown speaker'}, {named}")
        before = self._bytes()
        corrections.write(self.file, "statement", {"id": statement.id, **values}, remarks, self.profile)
        self.made.append((before, self._bytes()))
        self.seen.add(statement.id)

    def undo(self) -> None:
        """Take back the last correction of this sitting. Raises UsageError when there is none."""
        if not self.made:
            raise UsageError("nothing to undo: this sitting wrote no correction")
        corrections.take_back(self.file, *self.made[-1])
        self.made.pop()

    def _bytes(self) -> bytes:
        return self.file.read_bytes() if self.file.exists() else b""


def asked(form: Mapping[str, str], words: str) -> dict[str, str | bool]:
    """The values of an entry that a form asks for. Raises UsageError for a day or an object that cannot be."""
    if form.get("what") == "hide":
        return {"hide": True}
    values = {key: form[key][len(_IS) :] for key in _CHOSEN if form.get(key, "").startswith(_IS)}
    values |= {key: form[key].strip() for key in _WRITTEN if form.get(key, "").strip()}
    if "day" in values and not _is_day(values["day"]):
        raise UsageError(f"day: {values['day']!r} is no day: write it as 2024-04-09")
    if "object" in values and values["object"] not in words:
        raise UsageError(f"object: “{values['object']}” does not stand in the words: copy it from them")
    return dict(values)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
