"""The stance of a clause by its words: patterns of the lexicon, negation, and who the words are about."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, get_args

from briefing.gazetteer import compile_names, find_names
from briefing.lexicons import Entry, Lexicon
from briefing.phrases import Found, Phrases, compile_phrases, find_phrases
from briefing.profile import Profile
from briefing.records import Span, Stance
from briefing.text import Token

ORDER: tuple[Stance, ...] = get_args(Stance)
_CLOSED = ("negator", "negative_subject", "contrast")  # entries that are no stance of their own
_NEGATION_REACH = 3  # words before the phrase in which a negator turns it round
_NOT_VERBS = frozenset({"condition", "demand"})  # "will not until …", "will not need to …"
_BE = frozenset({"be", "been", "being"})  # "should be accepted"
_SUBJECT_REACH = 9  # words before the phrase in which its subject is looked for


@dataclass(frozen=True, slots=True)
class StanceHit:
    """A stance with the words that decided it, their place, and the lexicon entry."""

    stance: Stance
    span: Span
    rule: str


class _Patterns(NamedTuple):
    phrases: Phrases[Entry]
    negators: frozenset[str]  # turn the phrase after them round
    nobodies: frozenset[str]  # subjects that do, some words on
    contrasts: frozenset[str]  # set the phrase after them aside: "rather than a precondition"


@functools.lru_cache(maxsize=8)
def _patterns(lexicon: Lexicon) -> _Patterns:
    table = lexicon["stances"]
    closed = {name: frozenset(w.removeprefix("=") for w in table.words(name)) for name in _CLOSED}
    rows = [(word, entry) for entry in table.entries if entry.id not in closed for word in entry.words]
    return _Patterns(compile_phrases(rows), *closed.values())


def find_stances(
    words: Sequence[Token], party: str | None, *, profile: Profile, lexicon: Lexicon
) -> tuple[StanceHit, ...]:
    """The stances that the words of a statement by `party` take, in order."""
    patterns = _patterns(lexicon)
    hits = find_phrases(words, patterns.phrases)
    subjects = [(hit.last, hit.name.party.id) for hit in find_names(words, compile_names(profile))]
    hits = tuple(found for found in hits if not _is_helper(found, hits, words))
    stances = (_stance(found, words, patterns, _subject(found, words, subjects), party) for found in hits)
    return tuple(hit for hit in stances if hit is not None)


def _stance(
    found: Found[Entry], words: Sequence[Token], patterns: _Patterns, subject: str | None, party: str | None
) -> StanceHit | None:
    entry = found.key
    stance: str | None = entry.extra["stance"]
    if _out_of_place(found, words):
        return None
    before = [w.folded for w in words[max(0, found.first - _NEGATION_REACH) : found.first]]
    if _governing(words[: found.first]) & set(entry.extra.get("blocked_by", ())) or patterns.contrasts & set(before):
        return None
    negated = any(w in patterns.negators or w.endswith(("n't", "n’t")) for w in before)
    if negated or patterns.nobodies & _clause_before(found, words):
        stance = entry.extra.get("negated")
        if stance == "reject" and subject is not None and party is not None and subject != party:
            stance = "accuse"  # "the others cannot agree" is a reproach
    elif subject is not None and party is not None and subject != party:
        stance = entry.extra.get("others", stance)
    return StanceHit(stance, found.span, f"stance.{entry.id}") if stance else None  # type: ignore[arg-type]


def _governing(before: Sequence[Token]) -> set[str]:
    """The word right before a phrase, marks left out; of "should be accepted" also the one before "be"."""
    near = [w.folded for w in before if w.is_word][-2:]
    return set(near if near[-1:] and near[-1] in _BE else near[-1:])


def _clause_before(found: Found[Entry], words: Sequence[Token]) -> set[str]:
    """The words before a phrase back to the last mark, as far as its subject may stand."""
    clause: list[str] = []
    for word in reversed(words[max(0, found.first - _SUBJECT_REACH) : found.first]):
        if not word.is_word:
            break
        clause.append(word.folded)
    return set(clause)


def _is_helper(found: Found[Entry], hits: Sequence[Found[Entry]], words: Sequence[Token]) -> bool:
    """ "Would not rule out": the refusal in "would not" is that of the verb after it, which is turned round."""
    own = found.key.extra.get("gives_way_to")
    if own is None:
        return False
    after = (other for other in hits if found.last <= other.first <= found.last + 1)
    return any(
        other.key.extra["stance"] not in _NOT_VERBS and (other.key.id != "reject" or words[other.first].folded in own)
        for other in after
    )


def _out_of_place(found: Found[Entry], words: Sequence[Token]) -> bool:
    """What the entry asks of the words around it: none of `blocked_after` next, one of `needs` beside, no question."""
    extra = found.key.extra
    after = [w.folded for w in words[found.last : found.last + 2]]
    acts = after[:1] == ["be"] and after[-1].endswith("ing")  # "will not be selling"
    if set(after[:1]) & set(extra.get("blocked_after", ())) and not acts:
        return True
    needs = extra.get("needs")
    if needs and not any(w.folded in needs for w in words):
        return True
    return bool(extra.get("not_asked")) and any(w.text == "?" for w in words[found.last :])


def _subject(found: Found[Entry], words: Sequence[Token], subjects: Sequence[tuple[int, str]]) -> str | None:
    """The party named last before the phrase, with no other clause between."""
    for last, party in reversed(subjects):
        if last <= found.first and found.first - last <= _SUBJECT_REACH:
            between = words[last : found.first]
            between = between[1:] if between and between[0].text in "“\"‘'" else between  # "the union “cannot agree”"
            return None if any(w.text in (",", ";", "“", '"') for w in between) else party
    return None


# "would accept … only if …" is a condition, and so is an offer with one.
_GIVES_WAY_TO_CONDITION: frozenset[Stance] = frozenset({"accept", "offer"})


def main_stance(hits: Sequence[StanceHit], default: Stance) -> StanceHit | None:
    """The hit that decides, by the order of preference; None when `default` stands before all of them."""
    ranked = sorted(hits, key=lambda h: (ORDER.index(h.stance), h.span))
    best = ranked[0] if ranked else None
    condition = next((h for h in ranked if h.stance == "condition"), None)
    if best is not None and best.stance in _GIVES_WAY_TO_CONDITION and condition is not None:
        best = condition
    return best if best is not None and ORDER.index(best.stance) < ORDER.index(default) else None
