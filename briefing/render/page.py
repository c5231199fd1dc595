"""The briefing as one HTML file that asks nobody for anything: style, script, charts and data inside."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from typing import Any

import jinja2
from markupsafe import Markup

from briefing.render import charts
from briefing.render.context import MODES, Item, View
from briefing.render.environment import environment
from briefing.render.escape import json_text, visible, web_url

_LD_LIMIT = 500  # statements that the JSON-LD block repeats; beyond, the JSON file is the place for all
_FOLD = 1000  # statements beyond which each party is folded until asked for
_SOURCE_FILTER = 60  # sources beyond which the filter without a script leaves the sources out


def to_html(view: View) -> bytes:
    """The briefing as one HTML page, UTF-8."""
    env = environment("html", view.templates, view.language)
    env.globals.update(codes=Codes(view))
    style = asset(env, "page.css") + _style(env, "stances.css.j2")
    script = asset(env, "page.js")
    no_script_style = _style(env, "filter.css.j2", v=view, modes=MODES, by_source=_by_source(view))
    page = env.get_template("briefing.html.j2").render(
        v=view,
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
    return page.encode()


def _by_source(view: View) -> bool:
    return len(view.briefing.sources) <= _SOURCE_FILTER


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
    """Short tokens for the filter's values, safe in a selector and an attribute whatever the profile calls things."""

    def __init__(self, view: View) -> None:
        parties = [p.id for p in view.parties]
        self._parties = {p: f"p{n}" for n, p in enumerate(parties, 1)}
        self._issues = {i.id: f"i{n}" for n, i in enumerate(view.briefing.topic.issues, 1)}

    def party(self, party: str | None) -> str:
        """The token of a party; `p0` for one that has no group of its own."""
        return self._parties.get(party, "p0")

    def issue(self, issue: str | None) -> str:
        """The token of an issue; `i0` for none."""
        return self._issues.get(issue or "", "i0")

    def parties(self, items: Iterable[Item]) -> str:
        """The tokens of all parties of the statements."""
        return _joined(self.party(p) for i in items for p in (i.record.party, *i.record.also_parties))

    def issues(self, items: Iterable[Item]) -> str:
        """The tokens of all issues of the statements."""
        return _joined(self.issue(s.issue) for i in items for s in i.record.issues) or "i0"

    def modes(self, items: Iterable[Item]) -> str:
        """The modes of the statements."""
        return _joined(i.record.mode for i in items)

    def sources(self, items: Iterable[Item]) -> str:
        """The tokens of all sources of the statements."""
        return _joined(f"s{c.source}" for i in items for c in i.record.citations)


def _joined(tokens: Iterable[str]) -> str:
    return " ".join(sorted(set(tokens)))


def linked_data(view: View) -> Markup:
    """The briefing in the words of schema.org, for a `<script>` block: nothing in it can end the block."""
    b = view.briefing
    report: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "headline": visible(b.topic.title),
        "datePublished": b.as_of,
        "inLanguage": view.language,
        "isBasedOn": [_article(view, s.number) for s in b.sources],
        "hasPart": [_quotation(i) for i in _quoted(view)],
    }
    text = json_text(json.dumps({k: v for k, v in report.items() if v is not None}, ensure_ascii=False))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704


def _quoted(view: View) -> list[Item]:
    """The statements that hold words in quotation marks: reported speech is no quotation."""
    shown = [i for i in view.items.values() if i.shown and i.record.lead.text and i.record.mode in {"direct", "mixed"}]
    if len(shown) <= _LD_LIMIT:
        return shown
    chosen = {k.statement for k in view.briefing.key_points}
    return [i for i in shown if i.id in chosen]


def _article(view: View, number: int) -> dict[str, Any]:
    s = view.sources[number]
    known = {
        "@type": "NewsArticle",
        "@id": f"#source-{number}",
        "headline": s.title and visible(s.title),
        "datePublished": s.published,
        "url": web_url(s.url),
        "publisher": s.publisher and {"@type": "Organization", "name": visible(s.publisher)},
    }
    return {k: v for k, v in known.items() if v}


def _quotation(item: Item) -> dict[str, Any]:
    s = item.record
    kind = "Person" if s.speaker.person else "Organization"
    speaker = s.speaker.name or item.party
    known = {
        "@type": "Quotation",
        "@id": f"#{item.anchor}",
        "text": visible(s.lead.text),
        "isPartOf": {"@id": f"#source-{s.lead.source}"},
        "spokenByCharacter": speaker and {"@type": kind, "name": visible(speaker)},
    }
    return {k: v for k, v in known.items() if v}
