"""German verbs and nouns that take a stand: "lehnt den Plan ab", "Nein zum Tunnel", "ist gegen den Tunnel"."""

from __future__ import annotations

from briefing.records import Stance
from briefing.stances import STANCES
from briefing.steps.classify.stand.extent import Range
from briefing.steps.classify.stand.found import Found, names_claim
from briefing.steps.classify.stand.german.clauses import (
    Clause,
    clause_of,
    helpers,
    is_final,
    is_negated,
    is_unreal,
    prefix_of,
)
from briefing.steps.classify.stand.german.complements import clause_behind, complement
from briefing.steps.classify.stand.german.phrases import extent, governed
from briefing.steps.classify.stand.german.whose import own_subject
from briefing.steps.classify.stand.table import Act
from briefing.steps.classify.stand.view import View
from briefing.tags import HELPERS

_TOLL = 4  # tokens of "mindestens 100 weitere Todesopfer"


def verb(view: View, parts: list[Range], act: Act, i: int) -> Found | None:
    """The stand of the verb at `i`."""
    if not _is_verb(view, i):
        return None
    clause = clause_of(parts, i)
    prefix = prefix_of(view, clause, act.prefix) if act.prefix else i
    if not act.prefix and _belongs_to_prefix(view, clause, i):
        return None
    finite = _finite(view, act, clause)
    if prefix is None or finite is None or not _holds_words(view, act, clause):
        return None
    main = Clause(clause.first, clause.last, finite)
    subject = own_subject(view, parts, main)
    if subject is None or is_unreal(view, parts, main):
        return None
    end = min(prefix, clause.last) if act.prefix else (i if finite < i else clause.last)
    return _stand(view, act, parts, main, subject, end, words=_words(finite, i))


def _belongs_to_prefix(view: View, clause: Clause, i: int) -> bool:
    """ "Fordert die Bewohner, die …, zum Rückzug | auf" is no form of "fordern"."""
    return any(
        other.prefix and prefix_of(view, clause, other.prefix) is not None
        for other in view.table.acts.get(view.word(i), ())
    )


def _is_verb(view: View, i: int) -> bool:
    """Written small, or as the first word: a noun has a capital."""
    before = view.tag(i - 1)
    return view.tag(i) != "A" or before in '^":' or (before == "." and view.zones[i] != "source")


def _finite(view: View, act: Act, clause: Clause) -> int | None:
    """The finite verb of the clause: the act's own form, or the helper of its participle or infinitive.

    None where the act is passive, or what somebody can or should do.
    """
    auxiliaries = [k for k in helpers(view, clause) if k != clause.verb]
    at_end = all(view.tag(k) in HELPERS for k in range(clause.verb + 1, clause.last))
    if not auxiliaries or not (at_end or is_final(view, clause)):
        return clause.verb if act.form == "finite" else None
    helper = auxiliaries[0]
    if act.form == "participle":
        return helper if view.tag(helper) == "H" else None
    denied = is_negated(view, clause) or view.any_is(range(clause.first, clause.last), "naught")
    if not view.word(clause.verb).endswith("n"):
        return None  # "es wird kritisiert": told of nobody
    unable = view.is_a(helper, "possible") and act.negated is not None and denied
    return helper if view.is_a(helper, "willing") or unable else None


def _holds_words(view: View, act: Act, clause: Clause) -> bool:
    return all(any(view.word(k) == word for k in range(clause.first, clause.last)) for word in act.rest)


def _words(finite: int, i: int) -> Range:
    return (finite, i + 1) if i == finite + 1 else (i, i + 1)


def _stand(
    view: View, act: Act, parts: list[Range], clause: Clause, subject: Range, end: int, *, words: Range
) -> Found | None:
    about = complement(view, act, parts, clause, end, subject)
    if about is None or view.any_is(range(about[0], min(about[0] + _TOLL, about[1])), "casualties"):
        return None  # "forderte 100 Todesopfer" asks for nothing
    if view.any_is(range(clause.first, clause.last), "penalties"):
        return None  # "verurteilte ihn zu drei Jahren Haft"
    denied = is_negated(view, clause)
    first = about[0] + view.is_quotation_mark(about[0])
    acting = any(
        view.parties[k] is not None or view.is_a(k, "actors") for k in range(about[0], min(first + 2, about[1]))
    )
    if acting and view.party is None and "acc" in act.frames:
        return None  # "die Kritik wies | die Regierung | zurück": who is who?
    if view.is_a(first, "naught"):  # "akzeptiert | keine | Obergrenze"
        about, denied = (first + 1, about[1] - view.is_quotation_mark(about[1] - 1)), not denied
    stance = act.negated if denied else _turned(view, act, about)
    return Found(stance, words, about, act.id) if stance is not None and about[0] < about[1] else None


def _turned(view: View, act: Act, about: Range) -> Stance:
    """A claim that is rejected is denied: "wies den Vorwurf zurück"."""
    claim = STANCES[act.stance].of_claim
    inside = view.any_is(range(about[0], min(about[0] + 3, about[1])), "charged")
    return claim if claim and (names_claim(view, about) or inside) else act.stance


def noun(view: View, parts: list[Range], act: Act, i: int) -> Found | None:
    """The stand of a noun with its preposition, said or voiced by the speaker: "Nein zum Tunnel"."""
    clause = clause_of(parts, i)
    voiced = any(view.zones[k] == "cue" or view.is_a(k, "voicing") for k in range(clause.first, clause.last))
    alone = clause.first == i or (clause.first == i - 1 and view.tag(i - 1) == '"')
    if not (voiced and own_subject(view, parts, clause) is not None) and not (alone and view.quoted[i]):
        return None
    return _governed(view, act, clause, i)


def adjective(view: View, parts: list[Range], act: Act, i: int) -> Found | None:
    """ "Wir sind | gegen | den Tunnel", "bereit, zu gehen": right behind a form of "sein" of the speaker's own."""
    clause = clause_of(parts, i)
    copula = next((k for k in range(clause.first, i) if view.tag(k) == "B"), None)
    if copula is None or any(view.tag(k) not in "RP" for k in range(copula + 1, i)):
        return None
    main = Clause(clause.first, clause.last, copula)
    if own_subject(view, parts, main) is None or is_unreal(view, parts, main) or is_negated(view, main):
        return None
    behind = clause_behind(view, act, parts, main, (copula, clause.last))
    return Found(act.stance, (copula, i + 1), behind, act.id) if behind else _governed(view, act, clause, i - 1)


def _governed(view: View, act: Act, clause: Clause, i: int) -> Found | None:
    """The phrase behind the preposition that follows token `i`."""
    for frame in sorted(act.frames):
        phrase = governed(view, i + 1, clause.last, frame)
        if phrase is not None and phrase.first <= i + 3 and not is_negated(view, clause):
            return Found(act.stance, (max(i, clause.first), i + 1), extent(view, phrase, clause.last), act.id)
    return None
