"""TOML files as people save them: UTF-8 with or without a byte-order mark, however deep."""

from __future__ import annotations

import tomllib
from typing import Any

from briefing.errors import UsageError


def parsed(data: bytes, where: str) -> dict[str, Any]:
    """The tables of a TOML file. Raises UsageError with one line that says what is wrong and where."""
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UsageError(f"{where}: not UTF-8 at byte {error.start}: save the file as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{where}: not TOML: {error}") from error
    except RecursionError as error:
        raise UsageError(f"{where}: not TOML that can be read: its brackets are nested too deep") from error
