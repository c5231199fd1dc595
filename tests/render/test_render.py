"""The way through: every format from one hand-made briefing."""

from __future__ import annotations

import pytest

from briefing.errors import UsageError
from briefing.render import FILES, render
from tests.render.factory import briefing

TEXT_FORMATS = ("md", "html", "json", "csv")


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_every_statement_is_in_every_format(name):
    text = render(briefing(), [name])[FILES[name]].decode()
    assert all(s.id in text for s in briefing().statements)


def test_same_record_same_bytes():
    assert render(briefing(), TEXT_FORMATS) == render(briefing(), TEXT_FORMATS)


@pytest.mark.parametrize("options", [{"formats": ["doc"]}, {"sections": ("keys",)}, {"language": "xx"}])
def test_unknown_names_are_usage_errors(options):
    formats = options.pop("formats", ["md"])
    with pytest.raises(UsageError):
        render(briefing(), formats, **options)
