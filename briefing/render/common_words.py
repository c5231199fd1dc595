"""The commonest words of the statements: what the page's filter offers where no script can read a typed text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.digest.content import stop_words
from briefing.languages import load
from briefing.render.escape import visible
from briefing.render.groups import Item

_MOST = 12  # words offered: each costs the page some 150 bytes
_LEAST = 3  # statements that a word is offered for
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class CommonWord:
    """A word in small letters, and the ids of the statements in whose speaker or quotation it stands, as typed."""

    text: str
    statements: frozenset[str]


def common_words(items: Iterable[Item], language: str) -> tuple[CommonWord, ...]:
    """The commonest words of content, most statements first, none of them in more than half of all.

    `language` is that of the articles. "Hostages" is not offered beside "hostage", which finds them too.
    """
    texts = {item.id: _text(item) for item in items}
    forms = _forms(Counter(word for text in texts.values() for word in set(_WORD.findall(text))), language)
    found = (CommonWord(word, frozenset(i for i, text in texts.items() if word in text)) for word in forms)
    useful = [word for word in found if _LEAST <= len(word.statements) <= len(texts) / 2]
    return tuple(sorted(useful, key=lambda word: (-len(word.statements), word.text))[:_MOST])


def _text(item: Item) -> str:
    s = item.record
    return visible(" ".join(part for part in (s.speaker.name, s.speaker.role, s.lead.text) if part)).lower()


def _forms(counts: Counter[str], language: str) -> Sequence[str]:
    """The words to look at: the commonest, and of those that begin alike the shortest."""
    stops = stop_words(load(language))
    forms: list[str] = []
    for word, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        if count < _LEAST or len(forms) == 2 * _MOST:
            break
        alike = next((i for i, form in enumerate(forms) if word.startswith(form) or form.startswith(word)), None)
        if word in stops:
            continue
        if alike is None:
            forms.append(word)
        elif len(word) < len(forms[alike]):
            forms[alike] = word
    return forms
