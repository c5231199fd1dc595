"""The briefing of an issue read back from its JSON, also from that of an older program."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefing.archive import is_inside
from briefing.codec import CodecError, from_named
from briefing.merge import joined
from briefing.merged import Briefing, Part
from briefing.records import source_id

NAME = "briefing.json"
_FIRST = "briefing/1"  # cited its sources by their numbers, which one article more in the next issue changed


def read_briefing(path: Path) -> Briefing:
    """The briefing in a file of JSON and in those of its days. Raises OSError without them, CodecError for none."""
    try:
        value = json.loads(path.read_bytes())
        if value["schema"] == _FIRST:
            value = _with_ids(value)
        parts = [_part(path.parent, name) for name in value.get("parts", ())]
        news = dict(value["news"]) if "news" in value else None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CodecError(f"no briefing: {error!r}") from error
    briefing = from_named(Briefing, value)
    return joined(briefing, [from_named(Part, part) for part in parts], news) if parts else briefing


def _part(folder: Path, name: str) -> Any:
    """What a file of a day holds. Raises ValueError for a name that leads elsewhere."""
    if not is_inside(name):
        raise ValueError(f"{name} is no file beside it")
    return json.loads((folder / name).read_bytes())


def _with_ids(value: Mapping[str, Any]) -> dict[str, Any]:
    """The same briefing, its sources cited by their ids."""
    ids: dict[int, str] = {s["number"]: source_id(s["source"], s["id"], s["sha256"]) for s in value["sources"]}
    strands: dict[int, str] = {}
    sources = [
        {**s, "id": ids[s["number"]], "article": s["id"], "strand": strands.setdefault(s["strand"], ids[s["number"]])}
        for s in value["sources"]
    ]
    cited = {key: _cited(part, ids) for key, part in {**value, "sources": sources}.items()}
    agreements = [{**row, "sources": [ids[number] for number in row["sources"]]} for row in value["agreements"]]
    return {**cited, "agreements": agreements}


def _cited(value: Any, ids: Mapping[int, str]) -> Any:
    """The value with ids for the numbers of sources, however deep."""
    if isinstance(value, list):
        return [_cited(item, ids) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: ids[item] if key in ("source", "from_source") and isinstance(item, int) else _cited(item, ids)
        for key, item in value.items()
    }
