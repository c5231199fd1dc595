"""The faults of a topic profile, each with its line, its key and a suggestion."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from briefing.toml_file import key_lines

_TOP = {"topic": dict, "party": list, "issue": list}
_TOPIC = {
    "id": str, "title": str, "language": str, "period": dict, "keywords": list, "use": list, "checked": date,
}  # fmt: skip
_PERIOD = {"from": date, "to": date}
_PARTY = {"id": str, "name": str, "aliases": list, "adjectives": list, "roles": list, "member": list, "wikidata": str}
_MEMBER = {"name": str, "aliases": list, "role": str, "from": date, "to": date, "wikidata": str}
_ISSUE = {"id": str, "title": str, "terms": list}
_ITEM = re.compile(r"Q[1-9]\d*")
_REQUIRED = {"topic": ("id", "title"), "party": ("id", "name"), "member": ("name",), "issue": ("id", "title", "terms")}
_KIND_WORDS = {str: "a text in quotation marks", list: "a list", dict: "a table", date: "a date such as 2024-04-09"}


def faults(rows: Mapping[str, Any], text: str, where: str, languages: Collection[str]) -> tuple[str, ...]:
    """A line for each fault of the profile whose TOML `text` gives `rows`; `where` names the file."""
    return tuple(_Checker(where, text, languages).faults(rows))


def as_day(value: date | str | None) -> str | None:
    """The day of a TOML date or text as ISO, None for None. Raises ValueError for what is no date."""
    return None if value is None else date.fromisoformat(str(value)[:10]).isoformat()


class _Checker:
    """Walks a parsed profile and yields a line for each fault."""

    def __init__(self, where: str, text: str, languages: Collection[str]) -> None:
        self.where = where
        self.languages = languages
        self.lines = key_lines(text)

    def faults(self, rows: Mapping[str, Any]) -> Iterator[str]:
        yield from self._table(rows, _TOP, (), "")
        if not isinstance(rows.get("topic"), dict):
            yield self._fault((), "topic", 'missing: add [topic] with id = "…" and title = "…"')
        else:
            yield from self._table(rows["topic"], _TOPIC, ("topic",), "topic")
            language = rows["topic"].get("language", "en")
            if isinstance(language, str) and language not in self.languages:
                known = ", ".join(sorted(self.languages))
                yield self._fault(("topic",), "language", f"{language!r} has no rules here: choose from {known}")
            period = rows["topic"].get("period", {})
            if isinstance(period, dict):
                yield from self._table(period, _PERIOD, ("topic", "period"), "")
                yield from self._order(period, ("topic", "period"))
        builds_on = isinstance(rows.get("topic"), dict) and bool(rows["topic"].get("use"))
        for kind, keys in (("party", _PARTY), ("issue", _ISSUE)):
            if kind in rows or not builds_on:
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
                as_day(value)
            except ValueError:
                yield self._fault(path, key, f"{value!r} is no date: write it as 2024-04-09")
        elif not isinstance(value, kind):
            yield self._fault(path, key, f"must be {_KIND_WORDS[kind]}")
        elif isinstance(value, str) and not value.strip():
            yield self._fault(path, key, "is empty: fill it in or leave the key out")
        elif key == "wikidata" and isinstance(value, str) and not _ITEM.fullmatch(value):
            yield self._fault(path, key, f'{value!r} is no item of Wikidata: write it as "Q42"')
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
            since, until = as_day(row.get("from")), as_day(row.get("to"))
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
