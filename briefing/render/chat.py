"""The briefing for a chat channel: what is new and the newest positions, a few lines of plain text."""

from __future__ import annotations

from briefing.render.environment import environment
from briefing.render.views import View


def to_text(view: View) -> bytes:
    """The lines, UTF-8, ended by a line feed."""
    text = environment("text", view.templates, view.language, view.numbers).get_template("chat.txt.j2").render(v=view)
    lines = [line.rstrip() for line in text.splitlines()]
    return ("\n".join(line for line in lines if line) + "\n").encode()
