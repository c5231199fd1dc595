"""The settings of this run: from the folder it runs in, or the user's."""

from __future__ import annotations

from pathlib import Path

from briefing.config import Setting, load


def settings() -> dict[str, Setting]:
    """The settings that hold here. Raises UsageError when a file of them is wrong."""
    import platformdirs  # noqa: PLC0415

    return load(Path.cwd(), platformdirs.user_config_path("briefing"))
