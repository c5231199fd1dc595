"""The pages: index, calendar, search, and one for each party and issue."""

from __future__ import annotations

import calendar
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import jinja2
from markupsafe import Markup

from briefing.render.environment import environment
from briefing.render.escape import anchor, json_text
from briefing.render.html import asset, policy
from briefing.site.history import History, Kept, Told, labels_through_time

_SHOWN = 400  # statements on a page of a party or issue; search has them all


@dataclass(frozen=True, slots=True)
class SitePage:
    """What every page knows: its file, the way back to the folder of issues, and the pages that the menu names."""

    file: str
    up: str
    title: str
    parties: tuple[tuple[str, str], ...]  # file and name
    topics: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the calendar: weeks from Monday; a day is None outside of the month, with its page if there is one."""

    name: str
    weeks: tuple[tuple[tuple[int, str | None] | None, ...], ...]


def pages(seen: History, title: str, *, undated: str | None = None) -> dict[str, bytes]:
    """All pages by file name, relative to the folder of issues. `undated` is the page of an issue without a day."""
    env = environment("html", None, "en")
    names = _files(seen)
    out = {}
    for file, template, values in _all(seen, names, undated):
        up = "../" * file.count("/")
        page = SitePage(file, up, title, _menu(names, "parties", seen), _menu(names, "topics", seen))
        out[file] = _rendered(env, template, page, seen, values)
    out["search-data.js"] = _search_data(seen)
    out["search.js"] = asset(env, "site/search.js").encode()
    return out


def _rendered(env: jinja2.Environment, template: str, page: SitePage, seen: History, values: dict[str, Any]) -> bytes:
    style = asset(env, "page.css") + asset(env, "site/site.css")
    stances = Markup(env.get_template("stances.css.j2").render())  # noqa: S704  words of the templates alone
    style += Markup("\n") + stances
    # The pages load the site's own scripts: none else, and no request.
    own = policy(styles=(style,)).replace("script-src 'none'", "script-src 'self'")
    rendered = env.get_template(f"site/{template}").render(page=page, seen=seen, style=style, policy=own, **values)
    return rendered.encode()


def _all(
    seen: History, names: dict[tuple[str, str], str], undated: str | None
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """File, template and values of every page."""
    yield "index.html", "index.html.j2", {"newest": tuple(reversed(seen.issues)), "undated": undated}
    yield "calendar.html", "calendar.html.j2", {"months": _months(seen)}
    yield "search.html", "search.html.j2", {}
    for party, name in seen.parties:
        told = [t for t in seen.told if party in t.said.parties]
        rows = [(title, labels_through_time(told, party, issue)) for issue, title in seen.topics]
        yield names["parties", party], "list.html.j2", _listed(name, told, rows, seen)
    for issue, title in seen.topics:
        told = [t for t in seen.told if any(i == issue for i, _ in t.said.issues)]
        rows = [(name, labels_through_time(told, party, issue)) for party, name in seen.parties]
        yield names["topics", issue], "list.html.j2", _listed(title, told, rows, seen)


def _listed(
    name: str, told: list[Told], rows: list[tuple[str, tuple[tuple[str, str], ...]]], seen: History
) -> dict[str, Any]:
    return {
        "name": name,
        "told": told[:_SHOWN],
        "left": max(0, len(told) - _SHOWN),
        "rows": [row for row in rows if row[1]],
        "party_names": dict(seen.parties),
        "issue_titles": dict(seen.topics),
    }


def _files(seen: History) -> dict[tuple[str, str], str]:
    """The file of each party and issue: readable names, a number where two would be the same."""
    found: dict[tuple[str, str], str] = {}
    for folder, rows in (("parties", seen.parties), ("topics", seen.topics)):
        for name, _ in rows:
            file = f"{folder}/{anchor(name)}"
            while f"{file}.html" in found.values():
                file += "-2"
            found[folder, name] = f"{file}.html"
    return found


def _menu(names: dict[tuple[str, str], str], folder: str, seen: History) -> tuple[tuple[str, str], ...]:
    rows = seen.parties if folder == "parties" else seen.topics
    return tuple((names[folder, key], title) for key, title in rows)


def _months(seen: History) -> tuple[Month, ...]:
    """The months that have issues, the newest first."""
    by_day = {kept.folder: kept for kept in seen.issues}
    months = sorted({folder[:7] for folder in by_day}, reverse=True)
    return tuple(Month(month, _weeks(month, by_day)) for month in months)


def _weeks(month: str, by_day: dict[str, Kept]) -> tuple[tuple[tuple[int, str | None] | None, ...], ...]:
    year, number = int(month[:4]), int(month[5:])
    weeks = calendar.Calendar().monthdayscalendar(year, number)
    return tuple(tuple(_day(month, day, by_day) if day else None for day in week) for week in weeks)


def _day(month: str, day: int, by_day: dict[str, Kept]) -> tuple[int, str | None]:
    kept = by_day.get(f"{month}-{day:02}")
    return day, kept.page if kept else None


def _search_data(seen: History) -> bytes:
    """The statements for the search, as a script: a page opened from a folder may not read a file of JSON."""
    parties, titles = dict(seen.parties), dict(seen.topics)
    rows = [
        [
            told.link,
            ", ".join(parties.get(party, party) for party in told.said.parties),
            told.said.speaker or "",
            told.said.day or "",
            "; ".join(titles.get(issue, issue) for issue, _ in told.said.issues),
            told.said.text,
            told.said.sources[0],
        ]
        for told in seen.told
    ]
    text = json_text(json.dumps(rows, ensure_ascii=False, separators=(",", ":"))).replace("<", "\\u003c")
    return f"const STATEMENTS = {text};\n".encode()
