"""What statements and articles are compared by: their words without form, names and issues made one."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from briefing.gazetteer import compile_names, find_names
from briefing.languages import Lexicon
from briefing.profile import Profile
from briefing.text import Token, stem, tokens


@functools.lru_cache(maxsize=4)
def stop_words(lexicon: Lexicon) -> frozenset[str]:
    """Words that carry no content, folded."""
    return frozenset(word for entry in lexicon["stop_words"].entries for word in entry.words)


def content_stems(words: Iterable[Token], lexicon: Lexicon) -> frozenset[str]:
    """Stems of the words that carry content."""
    stops = stop_words(lexicon)
    return frozenset(stem(w.folded) for w in words if w.is_word and w.folded not in stops and len(w.folded) > 2)


def content_words(text: str, lexicon: Lexicon) -> str:
    """The folded words that carry content, in order, parted by blanks; a capitalised one has `^` before it."""
    stops = stop_words(lexicon)
    found = (w for w in tokens(text) if w.is_word and w.folded not in stops)
    return " ".join(f"^{w.folded}" if w.is_capitalised else w.folded for w in found)


def concepts(text: str, issues: Iterable[str], profile: Profile, lexicon: Lexicon) -> frozenset[str]:
    """Content stems, the profile's names replaced by their party: "the Tories" and "the Conservatives" are alike."""
    words = tokens(text)
    named: set[str] = set()
    covered: set[int] = set()
    for hit in find_names(words, compile_names(profile, profile.language)):
        named.add(f"party:{hit.name.party.id}")
        covered.update(range(hit.first, hit.last))
    rest = (w for i, w in enumerate(words) if i not in covered)
    return content_stems(rest, lexicon) | named | {f"issue:{issue}" for issue in issues}
