"""The step for German: every attribution of one article."""

from __future__ import annotations

from briefing.languages import Lexicon
from briefing.records import Article, Attribution, Problem, Sentence
from briefing.steps.attribute.german.rules import in_unit, quoted, subjunctives
from briefing.steps.attribute.match import Match
from briefing.steps.attribute.output import attributions, unclosed
from briefing.steps.attribute.prose import Prose, Unit, read

_VERBS = "BHXMt"  # helpers; behind "dass" stands what another verb tells
_QUOTED = 0.8  # part of a unit in quotation marks that is a quotation by itself
_NEAR = 2  # units after its source in which speech in the subjunctive goes on


def attribute(
    article: Article, sentences: tuple[Sentence, ...], *, lexicon: Lexicon
) -> tuple[tuple[Attribution, ...], tuple[Problem, ...]]:
    """The attributions of a German article, as `briefing.steps.attribute.attribute` gives them."""
    prose = read(article, sentences, lexicon)
    found: list[Match] = []
    last: tuple[int, int, int] | None = None  # match, unit, paragraph of who spoke last
    for number, unit in enumerate(prose.units):
        matches = in_unit(prose, unit, lexicon)
        if not matches and last is not None and number - last[1] <= _NEAR:
            carried = _carried_on(
                prose,
                unit,
                found[last[0]],
                last[0],
                lexicon,
                same=last[2] == unit.paragraph,
                near=number - last[1] == 1,
            )
            if carried is not None:
                matches = [carried, *quoted(prose, unit, [carried])]
        spoken = [len(found) + k for k, match in enumerate(matches) if match.source and match.shape != "quoted"]
        found += matches
        if spoken:
            last = (spoken[-1], number, unit.paragraph)
    return attributions(prose, found, lexicon), unclosed(article, prose)


def _carried_on(
    prose: Prose, unit: Unit, before: Match, number: int, lexicon: Lexicon, *, same: bool, near: bool
) -> Match | None:
    """Speech that goes on without a cue: a quotation by itself, or a sentence in the subjunctive."""
    first, last = unit.first, prose.body_end(unit)
    quoted = sum(prose.quoted[i] >= 0 for i in range(first, last))
    opener = before.continues if before.continues is not None else number
    if last > first and quoted >= _QUOTED * (last - first) and (same or near):
        return Match("continued.quote", None, before.source, (), ((first, last),), continues=opener)
    known = subjunctives(lexicon)
    words, tags = prose.tokens.words, prose.tokens.tags
    verbs = (i for i in range(first, last) if prose.quoted[i] < 0 and (tags[i] in _VERBS or words[i] in known))
    verb = next((i for i in verbs if tags[i] != "A"), None)
    if "?" in words[last : unit.last]:
        return None  # "Ob sie gehen werde?": the question is put to her
    if verb is not None and words[verb] in known and tags[verb] != "t":
        return Match("continued.subjunctive", None, before.source, (), ((first, last),), continues=opener)
    return None
