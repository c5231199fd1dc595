"""One speaker phrase: its head noun, its party, its person, by the words of the phrase alone.

A phrase is read from its core, the words before the first comma, bracket, relative pronoun or loose post-modifier; then
from what a binding preposition adds ("official from Hamas"); then from its apposition ("Ali Baraka, a Hamas official").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Literal

from briefing.gazetteer import Hit, find_names
from briefing.records import Mention, Span
from briefing.speaker_words import SpeakerWords
from briefing.steps.mention.context import BREAKS, Context
from briefing.steps.mention.described import read_description, read_office, read_party
from briefing.steps.mention.joint import joint_parts
from briefing.steps.mention.named import read_person, read_stranger, unknown_name
from briefing.steps.mention.sides import of_its_country, of_its_office, on_side, spoken_for, with_ballot_letter
from briefing.text import Token, fold, tokens
from briefing.world import country_of

_QUOTING = frozenset('"“”')
_LONGEST_NICKNAME = 4  # tokens from its opening to its closing mark


def read_phrase(text: str, span: Span, context: Context) -> Mention:
    """What the phrase at `span` of `text` says of a speaker. Joint speakers give the first and the others' parties."""
    words = _as_heads(tokens(text, span.start, span.end), context)
    parts = joint_parts(words, context)
    first = _read_one(text, parts[0], context)
    if len(parts) == 1:
        return first
    others = [_read_one(text, part, context) for part in parts[1:]]
    parties = tuple(dict.fromkeys(m.party for m in others if m.party and m.party != first.party))
    name = "; ".join(m.name for m in (first, *others))
    party = first.party or (parties[0] if parties and len({m.party for m in others}) == 1 else None)
    return replace(
        first,
        span=span,
        name=name,
        party=party,
        plural=True,
        rule=f"joint+{first.rule}",
        how="other",
        also_parties=tuple(p for p in parties if p != party),
    )


def _as_heads(words: Sequence[Token], context: Context) -> Sequence[Token]:
    """The words; in a language of compounds each as the noun that it ends in, "Hafen-Minister" as two.

    A word that the profile has as a name stays whole: "Handelsverband".
    """
    if not context.words.compounds:
        return words
    parts = [part for word in words for part in _parted(word)]
    head, names = context.words.head, context.names.by_first
    return [part if part.folded in names else part._replace(folded=head(part.folded)) for part in parts]


def _parted(word: Token) -> tuple[Token, ...]:
    """The two parts of a noun with a hyphen."""
    first, mark, last = word.text.rpartition("-")
    if not mark or not first or not last[:1].isupper():
        return (word,)
    cut = word.span.start + len(first)
    return (
        Token(Span(word.span.start, cut), first, fold(first)),
        Token(Span(cut + 1, word.span.end), last, fold(last)),
    )


def _read_one(text: str, words: Sequence[Token], context: Context) -> Mention:
    lists = context.words
    words = [word for word in _without_nickname(words) if word.text not in _QUOTING]  # "the “nonpartisan” union"
    while words and (words[0].text in BREAKS or not words[0].is_word):
        words = words[1:]
    while len(words) > 1 and words[-1].folded in ("'s", "'"):  # "the union's" as the source of its demand
        words = words[:-1]
    start = _after_determiners(words, lists)
    definite = any(w.folded in lists.definite for w in words[:start])
    if not words:
        return Mention(Span(0, 1), "other", "", "", "empty")
    whole = Span(words[0].span.start, words[-1].span.end)
    if words[start].folded in lists.pronoun and _is_alone(words, start, lists):
        return _pronoun(text, words[start], whole, lists)
    body = words[start:]
    core = body[: _core_end(body, context)]
    mention = _named_with_article(text, words[:start], core, context)
    mention = mention or _one_of_its_people(text, words[:start], core, context)
    noun = any(w.folded in lists.thing_articles for w in words[:start])
    mention = mention or _core(text, _without_suffix(core, context), body, context, noun=noun)
    if lists.open_possessives and mention.kind == "document" and words[0].folded in lists.possessive:
        return _pronoun(text, words[0], whole, lists)  # "seiner Meinung nach": he says so
    if mention.how == "role" and any(w.folded in lists.possessive for w in words[:start]):
        mention = replace(mention, party=None)  # "its vice president": of whom "its" goes back to
    if mention.how == "office" and _may_be_another(words[:start], mention, context):
        mention = _one_of_several(text, mention)
    rest = body[len(core) :]
    mention = of_its_office(rest, of_its_country(rest, mention, context), context)
    if mention.kind == "document" and rest and rest[0].folded in lists.issuing:
        issuer = _read_one(text, rest[1:], context)
        if issuer.kind in ("person", "institution", "party", "role"):
            return replace(issuer, span=whole, rule=f"issuer+{issuer.rule}", how="other")
    # In German "seine Partei" may be a man's or a body's: what it goes back to stays open; "sein Haus" is a minister's.
    open_ = lists.open_possessives and mention.head not in lists.private_bodies
    whose = None if open_ or _names_employer(rest, mention, lists) else _whose(words[:start], core, mention, lists)
    if mention.party is None and definite and country_of(core, lists.language) is not None:
        definite = False  # "the French government" goes back to nobody: France is no party of this topic
    mention = replace(
        mention, span=whole, definite=definite, gender=_gender(words[start:], mention, lists), whose=whose
    )
    return _with_affiliation(rest, _with_apposition(text, rest, mention, context), context)


def _after_determiners(words: Sequence[Token], lists: SpeakerWords) -> int:
    """The place behind articles and amounts: of "a couple of | Liberals"; the last word always stays."""
    start = 0
    while start < len(words) - 1:
        amount = start < len(words) - 2 and f"{words[start].folded} {words[start + 1].folded}" in lists.quantities
        if not (amount or words[start].folded in lists.determiner or not words[start].is_word):
            break
        start += 2 if amount else 1
    return start


def _may_be_another(before: Sequence[Token], mention: Mention, context: Context) -> bool:
    """ "Another Front negotiator"; "a county judge", where the article does not name the one whom the profile knows."""
    unnamed = mention.person not in context.full_names
    lists = context.words
    return any(w.folded in lists.one_of_several or (unnamed and w.folded in lists.indefinite) for w in before)


def _one_of_several(text: str, mention: Mention) -> Mention:
    """ "A Front negotiator", where the profile knows the Front negotiator: an unnamed one."""
    name = mention.span.of(text)
    return replace(mention, kind="role", name=name, rule="role", person=None, role=name, anonymous=True, how="role")


def _without_nickname(words: Sequence[Token]) -> Sequence[Token]:
    """The words without what stands in marks between two names: "Paul “Buddy” Berg"."""
    marks = [i for i, word in enumerate(words) if word.text in _QUOTING]
    if len(marks) != 2 or not 0 < marks[0] < marks[1] - 1 < marks[1] < len(words) - 1:
        return words
    first, last = marks
    named = last - first <= _LONGEST_NICKNAME and words[first - 1].is_capitalised and words[last + 1].is_capitalised
    return [*words[:first], *words[last + 1 :]] if named and words[first + 1].is_capitalised else words


def _without_suffix(core: Sequence[Token], context: Context) -> Sequence[Token]:
    """The core without a firm's legal form, where a name of the profile stands before it: "Harbour Gas Corp"."""
    last = len(core)
    while last > 1 and (core[last - 1].folded in context.words.company_suffix or not core[last - 1].is_word):
        last -= 1
    known = last < len(core) and any(hit.last == last for hit in find_names(core, context.names))
    return core[:last] if known else core


def _whose(
    before: Sequence[Token], core: Sequence[Token], mention: Mention, lists: SpeakerWords
) -> Literal["possessive", "generic", "spokes"] | None:
    """Whether the party is to be found in what was named before: "its treasurer", "a union official", "a spokesman".

    "Its president" may be the one whom the profile calls president, or another one.
    """
    if mention.how == "office" and any(w.folded in lists.possessive for w in before):
        return "possessive"
    here = mention.party is None and mention.how not in ("introduced", "told")  # the role stands in this phrase
    if here and mention.role and mention.role.split()[-1].casefold() in lists.spokes:
        return _spokes(core, lists)
    if mention.party is not None or mention.kind not in ("role", "institution", "document"):
        return None
    if any(w.folded in lists.possessive for w in before):
        return "possessive"
    generic = len(core) > 1 and any(w.folded in lists.whole for w in core[:-1])
    if mention.head in lists.spokes:
        return _spokes(core, lists)
    return "generic" if generic and mention.kind == "role" else None


def _spokes(core: Sequence[Token], lists: SpeakerWords) -> Literal["spokes"] | None:
    """ "Marsden Gas spokesman Jon Holm" speaks for Marsden Gas, whoever spoke before; "Company spokesman" may not."""
    at = next((i for i, word in enumerate(core) if word.folded in lists.spokes), 0)
    named = any(w.is_capitalised and w.folded not in lists.whole for w in core[:at])
    return None if named else "spokes"


def _names_employer(rest: Sequence[Token], mention: Mention, lists: SpeakerWords) -> bool:
    """ "A spokeswoman for the progressive group MoveOn" speaks for MoveOn, whoever spoke before."""
    stop = next((i for i, word in enumerate(rest) if word.text in BREAKS), len(rest))
    named = bool(rest) and rest[0].folded in lists.employing and any(word.is_capitalised for word in rest[1:stop])
    return named and mention.head in lists.spokes


def _gender(words: Sequence[Token], mention: Mention, lists: SpeakerWords) -> Literal["female", "male"] | None:
    """As a title or a noun tells, else the first name."""
    folded = {w.folded for w in words}
    first_name = mention.name.split()[0].casefold() if mention.kind == "person" and " " in mention.name else ""
    if folded & lists.female or (not folded & lists.male and first_name in lists.women):
        return "female"
    return "male" if folded & lists.male or first_name in lists.men else None


def _is_alone(words: Sequence[Token], at: int, lists: SpeakerWords) -> bool:
    if words[at].text in lists.no_pronoun:  # the country "US"
        return False
    return at == len(words) - 1 or not words[at + 1].is_word or words[at + 1].folded in lists.floating


def _pronoun(text: str, word: Token, span: Span, lists: SpeakerWords) -> Mention:
    plural = word.folded in lists.plural_pronoun
    head = lists.pronouns.get(word.folded, word.folded)
    return Mention(span, "pronoun", word.span.of(text), head, "pronoun", plural=plural, definite=True)


def _core_end(body: Sequence[Token], context: Context) -> int:
    """Where the noun group ends: at a comma or bracket, or at a preposition that is no part of a name."""
    lists = context.words
    hits = find_names(body, context.names)
    covered = {i for hit in hits for i in range(hit.first, hit.last)}
    for i, word in enumerate(body):
        if i == 0:
            continue
        if word.text in BREAKS:
            return i
        if i in covered:
            continue
        if word.folded.endswith("ed") and body[i + 1 : i + 2] and body[i + 1].folded in lists.published_when:
            return i  # "a study published last month"
        if _is_participle(body, i, lists):
            return i  # "a senator accused of lying"
        if word.folded in lists.loose or word.folded in lists.binding or word.folded in lists.close:
            return len(body) if _name_follows(body, i, hits, lists) and word.folded in lists.employing else i
    return len(body)


def _is_participle(body: Sequence[Token], at: int, lists: SpeakerWords) -> bool:
    """What is told of the noun before it: a word in "-ed" with a preposition behind it."""
    follows = at + 1 < len(body) and body[at + 1].folded in lists.binding | lists.loose | lists.issuing
    return follows and body[at].folded.endswith("ed") and not body[at].is_capitalised


def _name_follows(body: Sequence[Token], at: int, hits: Sequence[Hit], lists: SpeakerWords) -> bool:
    """ "Secretary of State Antony Blinken": the preposition stands inside a title that runs up to a name.

    Not so in "adviser of President Berg", whose title is another one, nor in "Critics of Ada Berg".
    """
    if body[at + 1 : at + 2] and body[at + 1].is_capitalised and not body[at - 1].is_capitalised:
        return False
    stop = next((i for i in range(at, len(body)) if body[i].text in BREAKS or body[i].folded in lists.loose), len(body))
    name = next((h for h in hits if h.name.kind in ("person", "surname") and at < h.first and h.last == stop), None)
    return name is not None and _ends_title(body[at + 1 : name.first], lists)


def _ends_title(words: Sequence[Token], lists: SpeakerWords) -> bool:
    """What stands between the preposition and the name is the rest of the title, and no title of the name."""
    return bool(words) and not any(w.folded in lists.role | lists.title or w.folded == "'s" for w in words)


def _named_with_article(text: str, before: Sequence[Token], core: Sequence[Token], context: Context) -> Mention | None:
    """ "The club" where the profile has "the club" for the party: no other club is meant, and "a club" is any."""
    named = find_names([*before[-1:], *core], context.names) if before else ()
    if not named or named[0].name.kind != "party" or (named[0].first, named[0].last) != (0, len(core) + 1):
        return None
    span = Span(core[0].span.start, core[-1].span.end)
    return read_party(text, span, core[-1].folded, replace(named[0], span=span), context)


def _one_of_its_people(text: str, before: Sequence[Token], core: Sequence[Token], context: Context) -> Mention | None:
    """ "A Green", "another House Republican", where several are the party: one of its people, and not the party."""
    lists = context.words
    hits = find_names(core, context.names)
    if not before or before[-1].folded not in lists.indefinite | lists.one_of_several or not hits:
        return None
    last, party = hits[-1], hits[-1].name.party
    several = f"{last.span.of(text)}s" in (party.name, *party.aliases)
    if last.name.kind != "party" or last.last != len(core) or not several:
        return None
    span = Span(core[0].span.start, core[-1].span.end)
    return Mention(span, "role", span.of(text), core[-1].folded, "adjective", party.id, anonymous=True)


def _core(text: str, core: Sequence[Token], body: Sequence[Token], context: Context, *, noun: bool) -> Mention:
    """What the core of a phrase names. `noun`: a single word that the profile does not know is a noun, and no name."""
    hits = find_names(core, context.names)
    last = hits[-1] if hits else None
    span = Span(core[0].span.start, core[-1].span.end)
    if last is not None and last.last == len(core) and last.name.kind in ("person", "surname"):
        return read_person(text, core, last, hits, context)
    unknown = unknown_name(core, hits, context)
    if unknown is not None and not (noun and unknown == len(core) - 1 == 0):
        return read_stranger(text, core, unknown, hits, context)
    head = core[-1].folded
    if last is not None and last.last == len(core) and last.name.kind == "party":
        return read_party(text, span, head, last, context)
    if last is not None and last.last == len(core) and last.name.kind == "role":
        return read_office(text, span, core, last, context)
    if last is not None and _is_one_of(core, last, context.words.language):
        return Mention(span, "role", span.of(text), head, "adjective", last.name.party.id, anonymous=True)
    return read_description(text, core, body, hits, context)


def _is_one_of(core: Sequence[Token], last: Hit, language: str) -> bool:
    """ "Eva Lund, a Green": the adjective of a party names one of its people; "a Norwegian" may be anybody there."""
    whole = last.first == 0 and last.last == len(core) and last.name.kind == "adjective" and core[0].is_capitalised
    return whole and country_of(core, language) is None


def _with_apposition(text: str, rest: Sequence[Token], mention: Mention, context: Context) -> Mention:
    """ "Ali Baraka, a Hamas official": a stranger takes party and role from the apposition, a role takes the name."""
    comma = next((i for i, word in enumerate(rest) if word.text == ","), len(rest))
    stop = next((i for i in range(comma + 1, len(rest)) if rest[i].text == ","), len(rest))
    inner = rest[comma + 1 : stop]
    side = spoken_for(inner, context) if mention.kind == "person" and mention.party is None else None
    if side is not None:  # "Eva Lund, speaking for the Greens", "Eva Lund, who heads the Greens"
        return on_side(mention, side, context)
    if not inner or inner[0].folded in context.words.relative_pronoun or mention.kind in ("party", "pronoun"):
        return mention
    other = _read_one(text, inner, context)
    if mention.candidates and other.party is not None:
        return on_side(mention, other.party, context)
    if mention.kind == "person" and mention.party and other.party is None and _speaks_for_others(inner, context):
        return replace(mention, party=None, role=other.name, rule=f"{mention.rule}+apposition", how="other")
    return _joined(mention, other)


def _speaks_for_others(inner: Sequence[Token], context: Context) -> bool:
    """ "Ada Berg, a spokeswoman for the group Open Water": what she was elsewhere, or will be, is not what she says."""
    lists = context.words
    at = next((i for i, word in enumerate(inner[:-1]) if word.folded in lists.spokes), None)
    if at is None or inner[at + 1].folded not in lists.employing:
        return False
    behind = inner[at + 2 :]
    return any(word.is_capitalised for word in behind) and not find_names(behind, context.names)


def _with_affiliation(rest: Sequence[Token], mention: Mention, context: Context) -> Mention:
    """ "Jane Hill (Labour, Cork North)": a person of whom nothing else tells the party takes it from the bracket."""
    mention = with_ballot_letter(rest, mention, context)
    if mention.kind != "person" or mention.party is not None or not rest:
        return mention
    if rest[0].folded in context.words.membership:
        return _of_a_body(rest[1:], mention, context)
    if rest[0].text != "(":
        return mention
    stop = next((i for i in range(1, len(rest)) if rest[i].text in (",", ")", ";", "–")), len(rest))
    inside = _before_hyphen(rest[1:stop])  # "(Blue-Ohio)"
    named = find_names(inside, context.names)
    if not named or len(named[0].name.words) < len(inside) or named[0].name.kind not in ("party", "adjective"):
        return mention  # not "(Blue Hill correspondent)"
    return on_side(mention, named[0].name.party.id, context)


def _of_a_body(rest: Sequence[Token], mention: Mention, context: Context) -> Mention:
    """ "Laura Brown of Save the Weir" speaks for it; whoever is of a country or a town may be anybody there."""
    words = rest[1:] if rest and rest[0].folded in context.words.determiner else rest
    named = next((hit for hit in find_names(words, context.names) if not hit.first), None)
    if (
        named is None
        or named.name.kind != "party"
        or country_of(words[: named.last], context.words.language) is not None
        or _is_in_name_of_another(words[named.last :], context)
    ):
        return mention
    return on_side(mention, named.name.party.id, context)


def _is_in_name_of_another(behind: Sequence[Token], context: Context) -> bool:
    """The words go on with a name that is on no side: "of the Norland | Peace Institute"."""
    name = list(takewhile(lambda word: word.is_capitalised, behind))
    return bool(name) and name[-1].folded in context.words.independent


def _before_hyphen(words: Sequence[Token]) -> Sequence[Token]:
    """The words, of a single one the part before its hyphen."""
    if len(words) != 1 or "-" not in words[0].text:
        return words
    first = words[0].text.partition("-")[0]
    start = words[0].span.start
    return [Token(Span(start, start + len(first)), first, fold(first))]


def _joined(mention: Mention, other: Mention) -> Mention:
    """A phrase with what its apposition adds."""
    if other.kind == "person":
        return _with_person(mention, other)
    if mention.kind == "other" and other.kind in ("party", "institution"):
        return replace(other, span=mention.span, rule="apposition", how="other")
    if mention.kind == "person" and mention.party is None:
        whose = other.whose if other.party is None else None
        rule = f"{mention.rule}+apposition"
        return replace(mention, party=other.party, role=other.name, whose=whose, rule=rule, how="other")
    described = mention.how != "alias" and mention.kind in ("institution", "role") and not mention.plural
    if described and other.kind == "party" and other.how == "alias":  # "Norland's main opposition party, the Greens"
        return replace(other, span=mention.span, rule="apposition")
    if mention.kind == "institution" and mention.party is None and other.party is not None:
        return replace(mention, party=other.party, rule="apposition", how="other")
    return mention


def _with_person(mention: Mention, other: Mention) -> Mention:
    """A phrase whose apposition names a person."""
    if mention.how == "office" and other.person == mention.person:
        return replace(mention, whose=None)  # "its leader, Ann Hill", who leads what "its" goes back to
    if mention.how == "office":  # "its president, Ruth Lind"
        whose = mention.whose if other.party is None else None
        return replace(other, span=mention.span, role=mention.role, whose=whose, rule="apposition", how="other")
    if mention.kind == "other":
        return replace(other, span=mention.span, rule="apposition", how="other")
    if mention.kind not in ("role", "institution"):
        return mention
    party = other.party or mention.party
    whose = None if party else mention.whose
    return replace(
        other, span=mention.span, role=mention.name, party=party, whose=whose, rule="apposition", how="other"
    )
