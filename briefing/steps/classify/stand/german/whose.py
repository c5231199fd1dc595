"""Whose act a German verb tells: the speaker's own, or somebody else's."""

from __future__ import annotations

from briefing.steps.classify.stand.extent import Range
from briefing.steps.classify.stand.german.clauses import Clause, is_final, opening
from briefing.steps.classify.stand.german.phrases import Phrase, phrases
from briefing.steps.classify.stand.view import View


def own_subject(view: View, parts: list[Range], clause: Clause) -> Range | None:
    """The subject where it is the speaker, empty where the clause shares it; None where somebody else acts."""
    inside = range(clause.first, clause.last)
    source = [k for k in inside if view.zones[k] == "source"]
    names = source and view.tag(source[0] - 1) != "I" and view.tag(source[-1] + 1) != "I"
    if names and (view.zones[clause.verb] != "content" or not is_final(view, clause)):
        return source[0], source[-1] + 1
    if view.zones[clause.verb] == "cue":
        return clause.verb, clause.verb
    subject = subject_of(view, clause)
    if subject is None:
        return _shared(view, parts, clause)
    return subject if _is_own(view, subject) else None


def _shared(view: View, parts: list[Range], clause: Clause) -> Range | None:
    """ "… und | lehnt den Plan ab", "…, | könne aber den Plan nicht mittragen": the subject of the clause before."""
    if clause.verb != opening(view, clause) or "C" not in (view.tag(clause.first), view.tag(clause.verb + 1)):
        return None
    before = next((part for part in reversed(parts) if part[1] <= clause.first), None)
    if before is None:
        return None
    source = any(view.zones[k] == "source" for k in range(*before))
    first = next((p for p in phrases(view, *before) if not p.preposition), None)
    pronoun = next((k for k in range(*before) if view.tag(k) == "P"), None)
    own = pronoun is not None and _is_own(view, (pronoun, pronoun + 1))
    named = first is not None and _is_own(view, (first.first, first.last))
    return (clause.verb, clause.verb) if source or own or named else None


def subject_of(view: View, clause: Clause) -> Range | None:
    """The subject of the clause: a pronoun in the nominative, else the phrase before the verb or right behind it."""
    at, verb = opening(view, clause), clause.verb
    if at == verb and view.tag(verb + 1) == "C":
        return None
    if is_final(view, clause):
        return _first_subject(view, at + (view.tag(at) in "StWD"), verb)
    if view.tag(at) == "P" and at < verb:
        return at, at + 1
    behind = verb + 1
    while view.tag(behind) in "RO":
        behind += 1
    if view.tag(behind) == "P" and not view.is_a(behind, "expletive"):
        return behind, behind + 1
    before = next(iter(phrases(view, at, verb)), None)
    if before is not None and before.first == at and _can_be_subject(view, before):
        return before.first, before.last
    return _first_subject(view, verb + 1, clause.last)


def _first_subject(view: View, first: int, last: int) -> Range | None:
    pronoun = next((k for k in range(first, last) if view.tag(k) == "P"), None)
    phrase = next((p for p in phrases(view, first, last) if _can_be_subject(view, p)), None)
    if pronoun is not None and (phrase is None or pronoun < phrase.first):
        return pronoun, pronoun + 1
    return None if phrase is None else (phrase.first, phrase.last)


def _can_be_subject(view: View, phrase: Phrase) -> bool:
    weak = view.is_a(phrase.first, "weak") and view.tag(phrase.first + 1) != "A"
    dative = weak and view.word(phrase.first + 1).endswith("en")  # "der neuen Lage"
    return not phrase.preposition and not dative and not view.is_a(phrase.first, "oblique_determiners")


def _is_own(view: View, subject: Range) -> bool:
    """ "Wir", "man" in reported speech, the pronoun of the speaker, the party's name, "unsere Fraktion"."""
    first, last = subject
    if view.tag(first) == "P":
        if view.is_a(first, "first_person"):
            return True
        return not view.quoted[first] and not view.is_a(first, "expletive") and view.word(first) not in _others(view)
    if view.party is not None and any(view.parties[k] == view.party for k in range(first, min(last, first + 3))):
        return True
    return view.is_a(first, "owners") and view.any_is(range(first, last), "own_groups")


def _others(view: View) -> frozenset[str]:
    """The pronouns that the source's own gender forbids: of "der Minister" "sie", of "die Ministerin" "er"."""
    source = [k for k in range(len(view)) if view.zones[k] == "source"]
    closed = view.table.closed
    if view.any_is(source[:1], "masculine_openers"):
        return view.others | closed["feminine_pronouns"]
    return view.others | (closed["masculine"] if view.any_is(source[:1], "feminine_openers") else frozenset())
