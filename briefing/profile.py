"""Topic profiles: who the parties are, who speaks for them, and what the issues are called.

A profile is a TOML file that a person writes; `load` checks all of it and reports every fault at once, each with its
line, its key and a suggestion. Facts about the world stand here and nowhere in the code.
"""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

from briefing.errors import ProfileError, UsageError
from briefing.toml_file import key_lines, parsed


@dataclass(frozen=True, slots=True)
class Member:
    """A person who speaks for a party, with the days between which the role was held (ISO, either may be None)."""

    name: str
    aliases: tuple[str, ...] = ()
    role: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A party to the topic. `adjectives` make a party of an office ("Welsh officials"); `roles` are its own offices."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """A question on which parties take positions, known by the terms that name it."""

    id: str
    title: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """A checked topic profile. Compared by identity, so that steps may cache what they compile from it.

    `sha256` is of the file's bytes and identifies the profile in caches and manifests.
    """

    id: str
    title: str
    language: str
    since: str | None
    until: str | None
    keywords: tuple[str, ...]
    parties: tuple[Party, ...]
    issues: tuple[Issue, ...]
    sha256: str

    def party(self, party_id: str | None) -> Party | None:
        """The party with this id, or None."""
        return next((p for p in self.parties if p.id == party_id), None)

    def issue(self, issue_id: str | None) -> Issue | None:
        """The issue with this id, or None."""
        return next((i for i in self.issues if i.id == issue_id), None)


EMPTY = Profile("none", "No topic", "en", None, None, (), (), (), hashlib.sha256(b"").hexdigest())

_TOP = {"topic": dict, "party": list, "issue": list}
_TOPIC = {"id": str, "title": str, "language": str, "period": dict, "keywords": list}
_PERIOD = {"from": date, "to": date}
_PARTY = {"id": str, "name": str, "aliases": list, "adjectives": list, "roles": list, "member": list}
_MEMBER = {"name": str, "aliases": list, "role": str, "from": date, "to": date}
_ISSUE = {"id": str, "title": str, "terms": list}
_REQUIRED = {"topic": ("id", "title"), "party": ("id", "name"), "member": ("name",), "issue": ("id", "title", "terms")}
_KIND_WORDS = {str: "a text in quotation marks", list: "a list", dict: "a table", date: "a date such as 2024-04-09"}


def names() -> tuple[str, ...]:
    """The names of the shipped profiles, sorted."""
    folder = resources.files("briefing") / "profiles"
    return tuple(sorted(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".toml")))


def languages() -> tuple[str, ...]:
    """The codes of the languages that have rules, sorted."""
    folder = resources.files("briefing") / "lexicons"
    return tuple(sorted(f.name for f in folder.iterdir() if (f / "grammar.toml").is_file()))


def load(name_or_path: str) -> Profile:
    """The profile of that name (shipped) or at that path. Raises ProfileError with every fault found."""
    if name_or_path in names():
        where, data = name_or_path, (resources.files("briefing") / "profiles" / f"{name_or_path}.toml").read_bytes()
        return parse(data, where)
    path = Path(name_or_path)
    try:
        return parse(path.read_bytes(), name_or_path)
    except OSError as error:
        known = difflib.get_close_matches(name_or_path, names(), 1) or names()
        reason = error.strerror or "cannot be read"
        raise ProfileError(
            (f"{name_or_path}: {reason}: give a path or a shipped profile: {', '.join(known)}",), unreadable=True
        ) from error


def parse(data: bytes, where: str) -> Profile:
    """The profile that `data` (TOML) describes; `where` names it in faults. Raises ProfileError with every fault."""
    try:
        rows = parsed(data, where)
    except UsageError as error:
        raise ProfileError((str(error),)) from error
    faults = tuple(_Checker(where, data.decode("utf-8-sig")).faults(rows))
    if faults:
        raise ProfileError(faults)
    return _build(rows, hashlib.sha256(data).hexdigest())


def _build(rows: Mapping[str, Any], sha256: str) -> Profile:
    topic = rows["topic"]
    period = topic.get("period", {})
    return Profile(
        id=topic["id"],
        title=topic["title"],
        language=topic.get("language", "en"),
        since=_day(period.get("from")),
        until=_day(period.get("to")),
        keywords=tuple(topic.get("keywords", ())),
        parties=tuple(_party(row) for row in rows.get("party", ())),
        issues=tuple(Issue(r["id"], r["title"], tuple(r["terms"])) for r in rows.get("issue", ())),
        sha256=sha256,
    )


def _party(row: Mapping[str, Any]) -> Party:
    lists = {key: tuple(row.get(key, ())) for key in ("aliases", "adjectives", "roles")}
    return Party(row["id"], row["name"], **lists, members=tuple(_member(m) for m in row.get("member", ())))


def _member(row: Mapping[str, Any]) -> Member:
    return Member(
        row["name"], tuple(row.get("aliases", ())), row.get("role"), _day(row.get("from")), _day(row.get("to"))
    )


def _day(value: date | str | None) -> str | None:
    return None if value is None else date.fromisoformat(str(value)[:10]).isoformat()


class _Checker:
    """Walks a parsed profile and yields a line for each fault."""

    def __init__(self, where: str, text: str) -> None:
        self.where = where
        self.lines = key_lines(text)

    def faults(self, rows: Mapping[str, Any]) -> Iterator[str]:
        yield from self._table(rows, _TOP, (), "")
        if not isinstance(rows.get("topic"), dict):
            yield self._fault((), "topic", 'missing: add [topic] with id = "…" and title = "…"')
        else:
            yield from self._table(rows["topic"], _TOPIC, ("topic",), "topic")
            language = rows["topic"].get("language", "en")
            if isinstance(language, str) and language not in languages():
                known = ", ".join(languages())
                yield self._fault(("topic",), "language", f"{language!r} has no rules here: choose from {known}")
            period = rows["topic"].get("period", {})
            if isinstance(period, dict):
                yield from self._table(period, _PERIOD, ("topic", "period"), "")
                yield from self._order(period, ("topic", "period"))
        for kind, keys in (("party", _PARTY), ("issue", _ISSUE)):
            yield from self._rows(rows.get(kind), kind, keys)
        yield from self._claims(rows)

    def _rows(self, rows: Any, kind: str, keys: Mapping[str, type]) -> Iterator[str]:
        if not isinstance(rows, list) or not rows:
            yield self._fault((), kind, f"missing: add at least one [[{kind}]]")
            return
        seen: dict[str, int] = {}
        for number, row in enumerate(rows):
            path = (kind, number)
            if not isinstance(row, dict):
                yield self._fault((), kind, f"must be written as [[{kind}]]")
                continue
            yield from self._table(row, keys, path, kind)
            if row.get("id") in seen:
                yield self._fault(path, "id", f"{row['id']!r} stands twice: give each {kind} its own id")
            seen[str(row.get("id"))] = number
            for count, member in enumerate(row.get("member", ()) if isinstance(row.get("member", ()), list) else ()):
                where = (*path, "member", count)
                yield from self._table(member, _MEMBER, where, "member")
                yield from self._order(member, where)

    def _table(self, row: Any, keys: Mapping[str, type], path: tuple[Any, ...], kind: str) -> Iterator[str]:
        if not isinstance(row, dict):
            yield self._fault(path[:-1], str(path[-1]), "must be a table")
            return
        for key, value in row.items():
            if key not in keys:
                close = difflib.get_close_matches(key, keys, 1)
                hint = f"did you mean {close[0]!r}?" if close else f"known keys: {', '.join(keys)}"
                yield self._fault(path, key, f"unknown key: {hint}")
            else:
                yield from self._value(path, key, value, keys[key])
        for key in _REQUIRED.get(kind, ()):
            if key not in row:
                yield self._fault(path, key, f"missing: every {kind} needs {key!r}")

    def _value(self, path: tuple[Any, ...], key: str, value: Any, kind: type) -> Iterator[str]:
        if kind is date:
            try:
                _day(value)
            except ValueError:
                yield self._fault(path, key, f"{value!r} is no date: write it as 2024-04-09")
        elif not isinstance(value, kind):
            yield self._fault(path, key, f"must be {_KIND_WORDS[kind]}")
        elif isinstance(value, str) and not value.strip():
            yield self._fault(path, key, "is empty: fill it in or leave the key out")
        elif isinstance(value, list) and key != "member" and path:
            yield from self._texts(path, key, value)

    def _texts(self, path: tuple[Any, ...], key: str, value: list[Any]) -> Iterator[str]:
        if not all(isinstance(item, str) and item.strip() for item in value):
            yield self._fault(path, key, "must be a list of texts, none of them empty")
            return
        bare = next((item for item in value if not any(char.isalnum() for char in item)), None)
        if bare is not None:
            yield self._fault(path, key, f"{bare!r} has neither letter nor figure: nothing could be found by it")
        twice = next((item for i, item in enumerate(value) if item in value[:i]), None)
        if twice is not None:
            yield self._fault(path, key, f"{twice!r} stands twice: leave one out")

    def _order(self, row: Any, path: tuple[Any, ...]) -> Iterator[str]:
        try:
            since, until = _day(row.get("from")), _day(row.get("to"))
        except (ValueError, AttributeError):
            return
        if since and until and since > until:
            yield self._fault(path, "to", f"{until} is before 'from' {since}: exchange them")

    def _claims(self, rows: Mapping[str, Any]) -> Iterator[str]:
        """Names that two parties claim: nobody could tell whose words they introduce."""
        owner: dict[str, str] = {}
        for number, row in enumerate(rows.get("party", ()) if isinstance(rows.get("party"), list) else ()):
            if not isinstance(row, dict):
                continue
            claimed = [("name", row.get("name"))] + [(k, a) for k in ("aliases", "roles") for a in _texts(row.get(k))]
            claimed += [("adjectives", a) for a in _texts(row.get("adjectives"))]
            for key, alias in claimed:
                party = str(row.get("id"))
                first = owner.setdefault(f"{key == 'roles'}:{str(alias).casefold()}", party)
                if first != party:
                    hint = "leave it with one of them, or make it longer until it is clear"
                    yield self._fault(
                        ("party", number), key, f"{alias!r} is claimed by {first!r} and {party!r}: {hint}"
                    )

    def _fault(self, path: tuple[Any, ...], key: str, message: str) -> str:
        line = self.lines.get((*path, key)) or self.lines.get(path) or 1
        label = ".".join(str(p) if not isinstance(p, int) else f"{p + 1}" for p in (*path, key))
        return f"{self.where}:{line}: {label}: {message}"


def _texts(value: Any) -> list[str]:
    return [v for v in value if isinstance(v, str)] if isinstance(value, list) else []
