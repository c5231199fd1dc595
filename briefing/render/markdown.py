"""The Markdown briefing: CommonMark with tables and front matter, for reading as it is and for editing."""

from __future__ import annotations

import json
import re

from markupsafe import Markup

from briefing.render.environment import environment
from briefing.render.escape import json_text
from briefing.render.views import View

_BLANKS = re.compile(r"\n{3,}")


def to_markdown(view: View) -> bytes:
    """The briefing as Markdown, UTF-8."""
    env = environment("markdown", view.templates, view.language, view.numbers)
    env.globals.update(front=front, link=link, iso=iso)
    files = {str(view.numbers[s.id]): s.source for s in view.briefing.sources}
    text = env.get_template("briefing.md.j2").render(v=view, source_files=files)
    return (_BLANKS.sub("\n\n", text).strip() + "\n").encode()


def front(value: object) -> Markup:
    """`value` for the front matter: JSON, which is YAML too."""
    return Markup(json_text(json.dumps(value, ensure_ascii=False)))  # noqa: S704  JSON in front matter, not markup


def iso(day: str) -> str:
    """A day in figures as it is: its hyphens are no markup. Anything else is escaped like other text."""
    return Markup(day) if re.fullmatch(r"[\d/-]+", day) else day  # noqa: S704  digits, hyphens and strokes


def link(url: str) -> Markup:
    """A web address for the `<...>` of a Markdown link: nothing in it ends the link."""
    coded = re.sub(r"[<>\\`*_\[\]|\"\s]", lambda m: f"%{ord(m[0]):02X}", url)
    return Markup(coded)  # noqa: S704  every character with a meaning in Markdown is percent-encoded
