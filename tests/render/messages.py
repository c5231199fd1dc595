"""The messages of the templates, as a translator needs them."""

from __future__ import annotations

from pathlib import Path

from jinja2.ext import extract_from_ast

from briefing.render import dates
from briefing.render.environment import environment
from briefing.stances import STANCES

TEMPLATES = Path(__file__).parents[2] / "templates"


def messages() -> dict[str, str | None]:
    """Every message of the templates, of the stances and of the calendar, with its plural where it has one."""
    env = environment("html", None, "en")
    found: dict[str, str | None] = dict.fromkeys((*dates.MESSAGES, *(row.word for row in STANCES.values())))
    for path in sorted(TEMPLATES.rglob("*.j2")):
        tree = env.parse(path.read_text(encoding="utf-8"))
        for _, function, message in extract_from_ast(tree, ("_", "ngettext"), babel_style=False):
            text, plural = (message[0], message[1]) if function == "ngettext" else (message, None)
            found[text if isinstance(text, str) else text[0]] = plural
    return found
