"""The sources for reference managers: CSL-JSON, BibTeX and RIS."""

from __future__ import annotations

import json
import re
from typing import Any

from briefing.merged import Source
from briefing.render.escape import json_text, visible, web_url
from briefing.render.views import View

_BIBTEX = re.compile(r"[\\{}$&#_%~^]")
_BIBTEX_NAMES = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def to_csl(view: View) -> bytes:
    """The sources as CSL-JSON (`article-newspaper`), UTF-8."""
    items = [_csl(source) for source in view.briefing.sources]
    return (json_text(json.dumps(items, ensure_ascii=False, indent=1)) + "\n").encode()


def _csl(source: Source) -> dict[str, Any]:
    known = {
        "id": source.id,
        "type": "article-newspaper",
        "title": source.title and visible(source.title),
        "author": source.author and [{"literal": visible(source.author)}],
        "container-title": source.publisher and visible(source.publisher),
        "issued": source.published and {"date-parts": [[int(part) for part in source.published[:10].split("-")]]},
        "URL": web_url(source.url),
        "language": source.language,
        "note": _note(source),
    }
    return {k: v for k, v in known.items() if v}


def to_bibtex(view: View) -> bytes:
    """The sources as BibTeX `@misc` entries, UTF-8."""
    return "\n".join(_bibtex(source) for source in view.briefing.sources).encode()


def _bibtex(source: Source) -> str:
    fields = {
        "title": source.title,
        "author": source.author and f"{{{_tex(source.author)}}}",  # one name, not to be taken apart
        "howpublished": source.publisher,
        "year": source.published and source.published[:4],
        "month": source.published and source.published[5:7],
        "day": source.published and source.published[8:10],
        "url": _braceless(web_url(source.url)),
        "note": _note(source),
    }
    exact = {"author", "url"}
    lines = [f"  {k} = {{{v if k in exact else _tex(v)}}}," for k, v in fields.items() if v]
    return "\n".join([f"@misc{{{source.id},", *lines, "}", ""])


def _braceless(url: str | None) -> str | None:
    """A web address without the characters that would end or break its BibTeX field."""
    return url and re.sub(r"[{}\\]", lambda m: f"%{ord(m[0]):02X}", url)


def _tex(text: str) -> str:
    """`text` with the characters that TeX acts on escaped."""
    return _BIBTEX.sub(lambda m: _BIBTEX_NAMES.get(m[0], "\\" + m[0]), visible(text))


def to_ris(view: View) -> bytes:
    """The sources as RIS (type NEWS), UTF-8, lines ended by CR LF."""
    return "".join(_ris(source) for source in view.briefing.sources).encode()


def _ris(source: Source) -> str:
    day = source.published and source.published.replace("-", "/")
    tags = (
        ("TY", "NEWS"),
        ("ID", source.id),
        ("TI", source.title),
        ("AU", source.author),
        ("T2", source.publisher),
        ("PY", source.published and source.published[:4]),
        ("DA", day),
        ("UR", web_url(source.url)),
        ("LA", source.language),
        ("N1", _note(source)),
    )
    lines = [f"{tag}  - {visible(value)}" for tag, value in tags if value]
    return "\r\n".join([*lines, "ER  - ", "", ""])


def _note(source: Source) -> str | None:
    """The words that date the source, as evidence."""
    return visible(f"date evidence: {source.dated_by.text}") if source.dated_by.text else None
