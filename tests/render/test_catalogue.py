"""The catalogues: complete, and nothing in them that no template says."""

from __future__ import annotations

import gettext
import re
from importlib import resources

import pytest

from briefing.render import render
from briefing.render.catalogue import entries, languages, translations
from briefing.render.dates import Calendar
from tests.render.factory import briefing
from tests.render.messages import messages

PLACE = re.compile(r"%\(\w+\)s")


def catalogue(language):
    text = (resources.files("briefing") / "locale" / f"{language}.po").read_text(encoding="utf-8")
    return {k: v for k, v in entries(text).items() if k}


def expected():
    return {one + (f"\0{many}" if many else "") for one, many in messages().items()}


@pytest.mark.parametrize("language", [name for name in languages() if name != "en"])
def test_catalogue_is_complete_and_current(language):
    found = catalogue(language)
    assert sorted(expected() - set(found)) == [], "not translated"
    assert sorted(set(found) - expected()) == [], "no longer used"
    for message, translated in found.items():
        for form in translated.split("\0"):
            assert sorted(PLACE.findall(form)) == sorted(PLACE.findall(message.split("\0")[0])), message


def test_german_speaks_german():
    page = render(briefing(), ["html"], language="de")["briefing.html"].decode()
    assert 'lang="de"' in page
    assert "Auf einen Blick" in page
    assert "Mo. 6. Mai 2024" in page
    assert "South demanded an open harbour." in page


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ("En bref", "lun. 6 mai 2024", "official, non nommé", "rejette")),
        ("es", ("En resumen", "lun 6 may 2024", "official, sin nombrar", "rechaza")),
        ("de", ("Auf einen Blick", "Mo. 6. Mai 2024", "official, ungenannt", "lehnt ab")),
    ],
)
def test_a_page_speaks_its_language_and_no_english(language, words):
    page = render(briefing(), ["html"], language=language)["briefing.html"].decode()
    shown = " ".join(re.sub(r"<[^>]*>", " ", re.sub(r"(?s)<(script|style).*?</\1>", "", page)).split())
    assert f'lang="{language}"' in page
    for word in words:
        assert word in shown
    translated = {one for one, other in catalogue(language).items() if one != other and len(one) > 12}
    english = {message for message in translated if "%" not in message and "\0" not in message}
    assert len(english) > 90
    assert {message for message in english if message in shown} == set()
    assert "unnamed" not in shown


def test_plural_forms_come_from_the_catalogue():
    german = translations("de")
    assert isinstance(german, gettext.GNUTranslations)
    assert german.ngettext("%(n)s source", "%(n)s sources", 1) == "%(n)s Quelle"
    assert german.ngettext("%(n)s source", "%(n)s sources", 3) == "%(n)s Quellen"


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2024-04-08", "Mon 8 Apr 2024"),
        ("2024-04", "Apr 2024"),
        ("2024", "2024"),
        ("2024-04-06/2024-04-07", "Sat 6 Apr 2024 to Sun 7 Apr 2024"),
        ("2024-02-31", "2024-02-31"),
        ("2024-13", "2024-13"),
        ("soon", "soon"),
    ],
)
def test_dates_in_words(iso, words):
    assert Calendar(translations("en").gettext).day(iso) == words
