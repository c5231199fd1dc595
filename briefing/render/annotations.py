"""The statements as web annotations (W3C Web Annotation Data Model): the words in their source, the label as body."""

from __future__ import annotations

import json
from typing import Any

from briefing.merged import Citation, Statement
from briefing.render.escape import json_text
from briefing.render.views import View

_WIKIDATA = "http://www.wikidata.org/entity/"
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def to_annotations(view: View) -> bytes:
    """A page of annotations, one for each place at which a statement stands, in the order of the briefing.

    The selectors are the quotation with the sentences beside it, and half-open offsets in code points into the decoded
    source. Words that a cap withholds have the offsets alone.
    """
    items = [_annotation(view, s, c) for s in view.briefing.statements for c in s.citations]
    page: dict[str, Any] = {"@context": _CONTEXT, "type": "AnnotationPage", "items": items}
    return (json_text(json.dumps(page, ensure_ascii=False, indent=1)) + "\n").encode()


def _annotation(view: View, statement: Statement, citation: Citation) -> dict[str, Any]:
    place = "" if citation == statement.lead else f":{citation.source}"
    source = view.sources[citation.source]
    return {
        "id": f"urn:briefing:{view.briefing.topic.id}:{statement.id}{place}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": [
            {"type": "TextualBody", "format": "text/plain", "value": _label(view, statement)},
            *_identified(view, statement),
        ],
        "target": {
            "source": source.url or f"urn:sha256:{source.sha256}",
            "selector": [*_quote(citation), {"type": "TextPositionSelector", **_place(citation)}],
        },
    }


def _identified(view: View, statement: Statement) -> list[dict[str, str]]:
    """Parties and speaker as items of Wikidata, where the profile has them."""
    parties = map(view.wikidata_of_party, statement.parties)
    items = (*parties, view.wikidata_of_person(statement.speaker.person))
    return [{"type": "SpecificResource", "purpose": "identifying", "source": _WIKIDATA + q} for q in items if q]


def _label(view: View, statement: Statement) -> str:
    item = view.item(statement.id)
    who = " · ".join(filter(None, (item.party, *item.also_parties, statement.speaker.name)))
    stands = "; ".join(f"{s.stance} “{s.object}”" if s.object else s.stance for s in statement.stands)
    return f"{who}: {stands or statement.stance}"


def _quote(citation: Citation) -> list[dict[str, str]]:
    if not citation.text:
        return []
    beside = {"prefix": citation.before, "suffix": citation.after}
    return [{"type": "TextQuoteSelector", "exact": citation.text, **{k: v for k, v in beside.items() if v}}]


def _place(citation: Citation) -> dict[str, int]:
    return {"start": citation.span.start, "end": citation.span.end}
