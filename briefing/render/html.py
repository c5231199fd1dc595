"""The briefing as one HTML file that asks nobody for anything: style, script, charts and data inside."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable
from typing import Any

import jinja2
from markupsafe import Markup

from briefing.render import charts
from briefing.render.common_words import common_words
from briefing.render.environment import environment
from briefing.render.escape import json_text, visible, web_url
from briefing.render.groups import MODES, Item
from briefing.render.views import View

_RAW = re.compile(r"(<(?:style|script)\b.*?</(?:style|script)>)", re.DOTALL)
_PIECE = re.compile(r"<[^>]*>|[^<]+")
_SIMPLE = re.compile(r' class="([A-Za-z0-9_-]+)"(?=[ >])')
_FOLD = 1000  # statements beyond which each party is folded until asked for
_SOURCE_FILTER = 60  # sources beyond which the filter without a script leaves the sources out


def to_html(view: View) -> bytes:
    """The briefing as one HTML page, UTF-8."""
    env = environment("html", view.templates, view.language, view.numbers)
    codes = Codes(view)
    style = asset(env, "page.css") + _style(env, "stances.css.j2")
    script = asset(env, "page.js")
    no_script_style = _style(env, "filter.css.j2", tokens=codes.choices())
    page = env.get_template("briefing.html.j2").render(
        v=view,
        codes=codes,
        style=style,
        script=script,
        no_script_style=no_script_style,
        policy=policy(styles=(style, no_script_style), scripts=(script,)),
        linked_data=linked_data(view),
        fold=len(view.briefing.statements) > _FOLD,
        party_bars=charts.party_bars(view),
        issue_bars=charts.issue_bars(view),
        strip=charts.strip(view),
    )
    return slim(page).encode()


def slim(page: str) -> str:
    """The page without quotation marks that HTML does not need: written out in text, and bare around a single class.

    Styles and scripts stay as they are, since the policy names them by their hashes.
    """
    parts = _RAW.split(page)
    return "".join(part if n % 2 else _PIECE.sub(_slimmed, part) for n, part in enumerate(parts))


def _slimmed(piece: re.Match[str]) -> str:
    text = piece[0]
    if text.startswith("<"):
        return _SIMPLE.sub(r" class=\1", text)
    return text.replace("&#34;", '"').replace("&#39;", "'")


def asset(env: jinja2.Environment, name: str) -> Markup:
    """A style or script file as it is. It comes from a template folder, never from a source."""
    if env.loader is None:  # pragma: no cover  the environment is always built with one
        raise jinja2.TemplateNotFound(name)
    return Markup(env.loader.get_source(env, name)[0])  # noqa: S704


def _style(env: jinja2.Environment, name: str, **values: object) -> Markup:
    """A style sheet that a template writes. Its values are words of the templates and tokens, never source text."""
    return Markup(env.get_template(name).render(**values))  # noqa: S704


def policy(styles: Iterable[str], scripts: Iterable[str] = ()) -> str:
    """A content security policy that lets exactly these inline styles and scripts through, and no request."""
    rules = ["default-src 'none'", f"style-src {_hashes(styles)}", f"script-src {_hashes(scripts)}"]
    return "; ".join([*rules, "img-src data:", "base-uri 'none'", "form-action 'none'"])


def _hashes(parts: Iterable[str]) -> str:
    digests = (base64.b64encode(hashlib.sha256(p.encode()).digest()).decode() for p in parts)
    return " ".join(f"'sha256-{d}'" for d in digests) or "'none'"


class Codes:
    """Short class names for the filter's values, safe in a selector whatever the profile calls things.

    `p1`, `i1`, `m1`, `s1`, `w1` for the first party, issue, mode, source and common word; 0 for none of those that have
    one.
    """

    def __init__(self, view: View) -> None:
        self._parties = {p.id: f"p{n}" for n, p in enumerate(view.parties, 1)}
        self._issues = {i.id: f"i{n}" for n, i in enumerate(view.briefing.topic.issues, 1)}
        shown = [item for item in view.items.values() if item.shown]
        self._words = common_words(shown, view.briefing.topic.language)
        self._view = view

    def party(self, party: str | None) -> str:
        """The token of a party."""
        return self._parties.get(party, "p0")

    def issue(self, issue: str | None) -> str:
        """The token of an issue."""
        return self._issues.get(issue or "", "i0")

    def mode(self, mode: str) -> str:
        """The token of a mode; of anything else, `m0`."""
        return f"m{MODES.index(mode) + 1}" if mode in MODES else "m0"

    def tokens(self, items: Iterable[Item]) -> str:
        """The tokens of all parties, issues, modes and sources of the statements."""
        found: set[str] = set()
        for s in (item.record for item in items):
            found.update(self.party(p) for p in s.parties or (None,))
            found.update(self.issue(i.issue) for i in s.issues)
            found.update(f"s{self._view.numbers[c.source]}" for c in s.citations)
            found.add(self.mode(s.mode))
            found.update(f"w{n}" for n, word in enumerate(self._words, 1) if s.id in word.statements)
        return " ".join(sorted(found))

    @property
    def words(self) -> tuple[tuple[str, str], ...]:
        """The common words with their tokens, in the order of the alphabet."""
        return tuple(sorted((word.text, f"w{n}") for n, word in enumerate(self._words, 1)))

    def choices(self) -> tuple[str, ...]:
        """The tokens that can be chosen without a script. Many sources would make the style sheet long: then none."""
        sources = self._view.briefing.sources
        by_source = [f"s{self._view.numbers[s.id]}" for s in sources] if len(sources) <= _SOURCE_FILTER else []
        issues = [self.issue(row.id) for row in self._view.rows]
        words = [token for _, token in self.words]
        return (*self._parties.values(), *issues, *map(self.mode, MODES), *by_source, *words)


def linked_data(view: View) -> Markup:
    """The briefing in the words of schema.org, for a `<script>` block: nothing in it can end the block."""
    b = view.briefing
    report: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "headline": visible(b.topic.title),
        "datePublished": b.as_of,
        "inLanguage": view.language,
        "isBasedOn": [_article(view, s.id) for s in b.sources],
        "hasPart": [_quotation(view, item) for item in _quoted(view)],
    }
    text = json_text(json.dumps({k: v for k, v in report.items() if v is not None}, ensure_ascii=False))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704


def _quoted(view: View) -> list[Item]:
    """The key points in quotation marks: reported speech is no quotation. All statements are in the JSON file."""
    items = [view.item(k) for k in dict.fromkeys(k.statement for k in view.briefing.key_points)]
    return [i for i in items if i.record.mode in {"direct", "mixed"} and i.record.lead.text]


def _article(view: View, source: str) -> dict[str, Any]:
    s = view.sources[source]
    known = {
        "@type": "NewsArticle",
        "@id": f"#source-{view.numbers[source]}",
        "headline": s.title and visible(s.title),
        "datePublished": s.published,
        "url": web_url(s.url),
        "publisher": s.publisher and {"@type": "Organization", "name": visible(s.publisher)},
    }
    return {k: v for k, v in known.items() if v}


def _quotation(view: View, item: Item) -> dict[str, Any]:
    s = item.record
    kind = "Person" if s.speaker.person else "Organization"
    speaker = s.speaker.name or item.party
    known = {
        "@type": "Quotation",
        "@id": f"#{item.anchor}",
        "text": visible(s.lead.text),
        "isPartOf": {"@id": f"#source-{view.numbers[s.lead.source]}"},
        "spokenByCharacter": speaker and {"@type": kind, "name": visible(speaker)},
    }
    return {k: v for k, v in known.items() if v}
