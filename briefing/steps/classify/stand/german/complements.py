"""The object of a German act: what its verb governs, in its clause or in the clause behind it."""

from __future__ import annotations

import re

from briefing.steps.classify.stand.extent import Range
from briefing.steps.classify.stand.german.clauses import Clause, is_final, next_part, opening
from briefing.steps.classify.stand.german.phrases import Phrase, accusative, charge, dative, extent, governed
from briefing.steps.classify.stand.table import Act
from briefing.steps.classify.stand.view import View

_INFINITIVE = re.compile(r"\w{4,}n$")
_CASES = {"acc": accusative, "charge": charge, "dat": dative}


def complement(view: View, act: Act, parts: list[Range], clause: Clause, end: int, subject: Range) -> Range | None:
    """The object by the frames of the act; `end` is where the middle of the clause ends. None where none is found."""
    middle = (opening(view, clause), clause.verb) if is_final(view, clause) else (clause.verb + 1, end)
    behind = clause_behind(view, act, parts, clause, middle)
    if behind is not None:
        return behind
    for frame in sorted(act.frames & _CASES.keys()):
        phrase = _CASES[frame](view, *middle, subject)
        if phrase is None and clause.first < clause.verb and not is_final(view, clause):
            phrase = _fronted(view, frame, clause, subject)
        if phrase is not None:
            return extent(view, phrase, clause.verb if phrase.last <= clause.verb else end)
    for frame in sorted(act.frames):
        phrase = governed(view, *middle, frame)
        if phrase is None and not is_final(view, clause):
            phrase = governed(view, clause.first, clause.verb, frame)
        if phrase is not None:
            return extent(view, phrase, clause.verb if phrase.last <= clause.verb else end)
    pronoun = next(
        (k for k in range(*middle) if view.is_a(k, "object_pronouns_of_things") and _is_alone(view, k)), None
    )
    return (pronoun, pronoun + 1) if pronoun is not None and "acc" in act.frames else None


def _is_alone(view: View, k: int) -> bool:
    """ "Lehnt | das | ab": no noun follows, and the word is no subject."""
    return view.tag(k + 1) not in "An#JQ" or view.word(k + 1) in view.table.closed["prefixes"]


def _fronted(view: View, frame: str, clause: Clause, subject: Range) -> Phrase | None:
    """ "Ein Ende des Streits | schloss er aus": the object opens the clause, and the subject stands behind."""
    if subject[0] < clause.verb:
        return None
    phrase = _CASES[frame](view, opening(view, clause), clause.verb, subject)
    return phrase if phrase is not None and phrase.first == opening(view, clause) else None


def clause_behind(view: View, act: Act, parts: list[Range], clause: Clause, middle: Range) -> Range | None:
    """The clause with "dass" or the infinitive with "zu" behind the comma, as the act's frames allow it.

    A frame such as `davor.to` wants the adverb that points to it: "warnte | davor, den Wald zu roden".
    """
    before = next((part for part in reversed(parts) if part[1] == clause.first - 1), None)
    if before is not None and view.tag(before[0]) == "t" and clause.first == clause.verb and "that" in act.frames:
        return before[0] + 1, before[1]  # "Dass er gehe, | bestritt er"
    part = next_part(parts, clause.last)
    kind = None if part is None or view.tag(clause.last) not in ",:" else _kind(view, part)
    if part is None or kind is None or (act.form == "finite" and act.prefix and middle[1] != clause.last - 1):
        return None  # behind "rief … auf und beschloss, zu gehen" the infinitive is another verb's
    pointing = [f.partition(".")[0] for f in act.frames if f.endswith(f".{kind}")]
    pointed = any(view.word(k) in pointing for k in range(*middle))
    return (part[0] + (kind == "that"), part[1]) if kind in act.frames or pointed else None


def _kind(view: View, part: Range) -> str | None:
    """The frame that a clause behind the comma fills: `that`, `to`, or `clause` ("warf ihm vor, | er habe gelogen")."""
    if view.tag(part[0]) == "t":
        return "that"
    if is_infinitive(view, *part):
        return "to"
    reported = any(view.is_a(k, "subjunctive") for k in range(*part))
    return "clause" if view.tag(part[0]) == "P" and reported else None


def is_infinitive(view: View, first: int, last: int) -> bool:
    """The range ends with an infinitive and its particle: "… zu bauen", "… abzulehnen"."""
    end = last
    while end > first and view.tag(end - 1) in '"M':
        end -= 1
    if end - first < 2 or view.is_a(first, "purposes"):
        return False
    parted = view.is_a(end - 2, "infinitive") and bool(_INFINITIVE.match(view.word(end - 1)))
    inside = next(iter(view.table.closed["infinitive"]), "")
    return parted or any(
        view.word(end - 1).startswith(prefix + inside) and view.word(end - 1).endswith("n")
        for prefix in view.table.closed["prefixes"]
    )
