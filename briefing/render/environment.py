"""Jinja environments in which nothing from a source is ever live: all that is printed is escaped for its format."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from importlib import resources
from pathlib import Path
from typing import Any, Literal, NoReturn

import jinja2
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup
from markupsafe import escape as html

from briefing.errors import BriefingError, UsageError
from briefing.render import escape
from briefing.render.bytecode import TemplateCache
from briefing.render.catalogue import translations
from briefing.render.dates import Calendar
from briefing.stances import STANCES, WORDS

_TEMPLATE = (".j2", ".css", ".js")
Kind = Literal["html", "markdown", "text"]


def _html(text: str) -> Markup:
    return html(escape.visible(text))


def _markdown(text: str) -> Markup:
    return Markup(escape.markdown(text))  # noqa: S704  escaped for Markdown, which is what `Markup` means here


def _text(text: str) -> Markup:
    return Markup(escape.visible(text))  # noqa: S704  plain text: nothing reads it as markup


_ESCAPES: Mapping[Kind, Callable[[str], Markup]] = {"html": _html, "markdown": _markdown, "text": _text}


class Words:
    """The fixed wording of the templates, translated; values put into it are escaped for the format."""

    def __init__(self, language: str, escaped: Callable[[str], Markup]) -> None:
        self._catalogue = translations(language)
        self._escaped = escaped

    def gettext(self, message: str, **values: object) -> Markup:
        """The message, with `%(name)s` replaced by the escaped values."""
        return self._filled(self._catalogue.gettext(message), values)

    def ngettext(self, one: str, many: str, n: int, **values: object) -> Markup:
        """The form of the message for `n` things; `%(n)s` is the number."""
        return self._filled(self._catalogue.ngettext(one, many, n), {"n": n, **values})

    def _filled(self, message: str, values: Mapping[str, object]) -> Markup:
        shown = {k: v if isinstance(v, Markup) else self._escaped(str(v)) for k, v in values.items()}
        return Markup(message % shown if shown else message)  # noqa: S704  the catalogue is ours, the values are escaped


def template_folders(own: Path | None) -> tuple[Path, ...]:
    """Where templates are looked for: the user's folder, the installed package, the repository."""
    package = Path(str(resources.files("briefing")))
    shipped = tuple(f for f in (package / "templates", package.parent / "templates") if f.is_dir())
    return (own, *shipped) if own else shipped


def shipped_templates() -> dict[str, bytes]:
    """The shipped templates by their names, sorted: what `briefing templates` lists and copies for a user to change."""
    folder = template_folders(None)[0]
    files = sorted(f for f in folder.rglob("*") if f.is_file())
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in files}


class _UsersTemplates(SandboxedEnvironment):
    """For templates of a user: they reach what they are given, and a mistake is one line with its file and line."""

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Raise UsageError for what jinja2 would raise."""
        try:
            super().handle_exception(source)
        except BriefingError:
            raise
        except Exception as fault:
            frames = [f for f in traceback.extract_tb(fault.__traceback__) if f.filename.endswith(_TEMPLATE)]
            place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "a template"
            if isinstance(fault, jinja2.TemplateSyntaxError):
                place = f"{fault.filename or fault.name}:{fault.lineno}"
            raise UsageError(f"{place}: {fault}") from fault


def environment(
    kind: Kind, templates: Path | None, language: str, numbers: Mapping[str, int] | None = None
) -> jinja2.Environment:
    """An environment whose every expression is escaped for `kind`. Raises UsageError when the user's folder is missing.

    `numbers` are what its filter `number` gives for the ids of sources.

    Autoescape is on for all kinds: a string that reaches the output passes `finalize`, which escapes it for the format
    and marks it as done, so that no template, a user's own one neither, can print source text raw by forgetting.
    """
    if templates is not None and not templates.is_dir():
        raise UsageError(f"no folder of templates at {templates}: give a folder, as `briefing templates` lists them")
    escaped = _ESCAPES[kind]
    words = Words(language, escaped)

    def finalize(value: object) -> object:
        if value is None:
            return ""
        return escaped(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    env = (_UsersTemplates if templates is not None else jinja2.Environment)(
        loader=jinja2.FileSystemLoader([str(f) for f in template_folders(templates)]),
        bytecode_cache=TemplateCache(kind),
        autoescape=True,
        finalize=finalize,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.do"],
    )
    env.filters.update(
        number=(numbers or {}).__getitem__, anchor=escape.anchor, web_url=escape.web_url, fragment=escape.fragment_link
    )
    env.globals.update(_globals(words, language))
    return env


def _globals(words: Words, language: str) -> dict[str, Any]:
    calendar = Calendar(translations(language).gettext)
    return {
        "_": words.gettext,
        "ngettext": words.ngettext,
        "day": calendar.day,
        "lang": language,
        "stances": {row.id: (row.glyph, words.gettext(row.word)) for row in STANCES.values()},
        "no_stand": WORDS,
    }
