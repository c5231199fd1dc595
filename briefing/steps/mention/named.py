"""Phrases that name a person: of the profile, or a stranger whose party the words beside the name may tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.gazetteer import Hit
from briefing.profile import Member
from briefing.records import Mention, Span
from briefing.speaker_words import SpeakerWords
from briefing.steps.mention.context import (
    Context,
    in_office,
    is_affected,
    party_of,
)
from briefing.text import Token, misspelt
from briefing.world import country_of

_VOWELS = frozenset("aeiouy")


def read_person(text: str, core: Sequence[Token], hit: Hit, hits: Sequence[Hit], context: Context) -> Mention:
    """A person of the profile; several with one surname give the candidates, another bearer of it a stranger."""
    members = _of_gender(in_office(hit.name.members, context), core[: hit.first], context.words)
    named = [m for m in members if m.name in context.full_names]
    members = _of_office(tuple(named) if named else members, core[: hit.first])
    span = hit.span
    alone = len(hit.name.words) == 1
    stranger = _other_bearer(hit.span.of(text), members, context) if alone else None
    if stranger is not None and not named:  # another bearer of the name was introduced
        return replace(stranger, span=span, rule="surname.introduced", how="other")
    parties = dict.fromkeys(_party_of(member, hit, context) for member in members)
    party = next(iter(parties)) if len(parties) == 1 else None
    names = tuple(dict.fromkeys(m.name for m in members)) + ((stranger.name,) if stranger else ())
    if len(names) > 1:
        party = None if stranger else party
        return Mention(span, "person", hit.span.of(text), core[-1].folded, "surname.shared", party, candidates=names)
    if alone and _other_first_name(core, hit, hits, context):
        return _stranger_party(text, core, hit.first - 1, hits, context)
    member = members[0]
    return Mention(
        span, "person", member.name, core[-1].folded, f"name.{hit.name.kind}", party, member.name, member.role
    )


def _of_gender(members: tuple[Member, ...], before: Sequence[Token], lists: SpeakerWords) -> tuple[Member, ...]:
    """Those whom the title fits: "Ms Kent" is Anna Kent, and not Tom Kent."""
    title = {word.folded for word in before}
    others = lists.men if title & lists.female else lists.women if title & lists.male else frozenset()
    return tuple(m for m in members if m.name.split()[0].casefold() not in others) or members


def _of_office(members: tuple[Member, ...], before: Sequence[Token]) -> tuple[Member, ...]:
    """Those whose office stands before the surname: "Mayor Kent" is Tom Kent, the mayor, and not Anna Kent."""
    title = {word.folded for word in before}
    return tuple(m for m in members if m.role and m.role.split()[-1].casefold() in title) or members


def _party_of(member: Member, hit: Hit, context: Context) -> str:
    """The party in which the profile lists this person; a surname may stand in several."""
    return party_of(member, context) or hit.name.party.id


def _other_bearer(surname: str, members: tuple[Member, ...], context: Context) -> Mention | None:
    """The person outside the profile who bears the surname in this article."""
    stranger = context.people.get(surname.casefold())
    if stranger is None or stranger.person in {member.name for member in members}:
        return None
    return stranger if stranger.how != "bare" else None


def _other_first_name(core: Sequence[Token], hit: Hit, hits: Sequence[Hit], context: Context) -> bool:
    """ "Sarah Howard" is not Michael Howard: a capitalised word that is no title stands before the surname."""
    if hit.first == 0:
        return False
    before = core[hit.first - 1]
    in_a_name = any(h.first <= hit.first - 1 < h.last for h in hits if h is not hit)
    title = before.folded in context.words.title | context.words.role | context.words.office_words
    own = any(_is_first_name(before.text, m.name.split()[0]) for m in hit.name.members)
    return before.is_capitalised and not (in_a_name or title or own)


def _is_first_name(seen: str, wanted: str) -> bool:
    """The first name, its initial, or a slip in it: "Binyamin" for "Benjamin"."""
    return seen == wanted or seen == wanted[0] or misspelt(wanted, seen)


def unknown_name(core: Sequence[Token], hits: Sequence[Hit], context: Context) -> int | None:
    """Index of the first word of a personal name that ends the core and that the profile does not know."""
    covered = {i for hit in hits for i in range(hit.first, hit.last)}
    lists = context.words
    at = len(core)
    while at > 0 and at - 1 not in covered and (_is_name_word(core[at - 1], lists) or _initial(core, at - 1, lists)):
        at -= 1
    if at == len(core):
        return None
    if len(core) - at == 1 and (
        core[at].folded in lists.determiner or not _may_precede_name(core[:at], covered, lists)
    ):
        return None
    if len(core) - at == 1 and any(hit.first == 0 and hit.last == at and hit.name.kind == "party" for hit in hits):
        return None  # "the Norland Times", "Norland Today"
    return at


def _initial(words: Sequence[Token], i: int, lists: SpeakerWords) -> bool:
    """The stop of an initial, not that of a title of one letter: "M. Zaev"."""
    return ends_initial(words, i) and words[i - 1].folded not in lists.title


def ends_initial(words: Sequence[Token], i: int) -> bool:
    """Token i is the stop of an initial: "James A. Hill"."""
    return words[i].text == "." and i > 0 and len(words[i - 1].text) == 1 and words[i - 1].is_capitalised


def _may_precede_name(before: Sequence[Token], covered: set[int], lists: SpeakerWords) -> bool:
    """A single surname stands alone or after a title; "controls Gaza" is a verb and a place."""
    before = [w for w in before if w.text != "."]  # "Mr."
    if not before or len(before) - 1 in covered or before[-1].is_capitalised:
        return True
    return before[-1].folded in lists.role | lists.title | lists.affected | lists.institution


def _is_name_word(word: Token, lists: SpeakerWords) -> bool:
    if word.folded in lists.name_particles | lists.name_articles:
        return True
    if not word.is_capitalised or not word.is_word or word.text.isdigit() or _is_acronym(word):
        return False
    if word.folded in lists.role | lists.institution | lists.office | lists.document:
        return False
    return word.folded not in lists.title | lists.affected | lists.office_words


def _is_acronym(word: Token) -> bool:
    """ "KSVB" is a body, no surname; a name in a headline of capitals has a vowel."""
    return len(word.text) > 2 and word.text.isupper() and word.text.isalpha() and not set(word.folded) & _VOWELS


def read_stranger(text: str, core: Sequence[Token], at: int, hits: Sequence[Hit], context: Context) -> Mention:
    """A person the profile does not know, whose name begins at word `at`: as introduced, or as the title tells."""
    name = text[core[at].span.start : core[-1].span.end]
    known = context.people.get(name.casefold())
    meant = _misspelt(core[at:], context) if known is None or known.how in ("bare", "first_name") else None
    if meant is not None:
        party, member = meant
        span = Span(core[at].span.start, core[-1].span.end)
        return Mention(span, "person", member.name, core[-1].folded, "name.misspelt", party, member.name, member.role)
    first = _by_first_word(core[at:], context) if known is None or known.how == "addressed" else None
    if first is not None:
        party, member = first
        span = Span(core[at].span.start, core[-1].span.end)
        return Mention(span, "person", member.name, core[-1].folded, "name.first", party, member.name, member.role)
    here = _stranger_party(text, core, at, hits, context)
    if here.party is None and known is not None:
        speaks_for = at > 0 and core[at - 1].folded in context.words.spokes
        if speaks_for:  # the role stands in this phrase
            return replace(known, span=here.span, rule="introduced.spokes", how="other")
        return replace(known, span=here.span, rule="introduced", how="introduced")
    return here if known is None else replace(here, name=known.name, person=known.person)


def _by_first_word(name: Sequence[Token], context: Context) -> tuple[str, Member] | None:
    """The one person named in full in the article whose name begins with this word: "Liu" for Liu Zhenmin."""
    if len([word for word in name if word.is_word and word.folded not in context.words.title]) != 1:
        return None
    found = [
        (party, member)
        for party, member in context.members
        if member.name in context.full_names and member.name.split()[0] == name[-1].text
    ]
    return found[0] if len(found) == 1 else None


def _misspelt(name: Sequence[Token], context: Context) -> tuple[str, Member] | None:
    """The one person of the profile whose full name these words misspell in one place; None when several or none."""
    if len(name) < 2:
        return None
    words = frozenset(word.text for word in name)
    near = ((party, member) for party, member in context.members if not words.isdisjoint(member.name.split()))
    found = [(party, member) for party, member in near if _is_slip(name, member.name.split())]
    return found[0] if len(found) == 1 else None


def _is_slip(name: Sequence[Token], wanted: Sequence[str]) -> bool:
    """The same words but for one, and that one misspelt."""
    pairs = [(word, token.text) for word, token in zip(wanted, name, strict=False) if word != token.text]
    return len(wanted) == len(name) and len(pairs) == 1 and misspelt(*pairs[0])


def named_opposition(words: Sequence[Token], hits: Sequence[Hit], language: str) -> str | None:
    """The party named before a shadow office: "Conservative shadow minister". A country has a government there."""
    named = [hit.name for hit in hits if hit.name.kind in ("adjective", "party")]
    return named[-1].party.id if named and country_of(words, language) is None else None


def _stranger_party(text: str, core: Sequence[Token], at: int, hits: Sequence[Hit], context: Context) -> Mention:
    """A person the profile does not know: the party comes from the words before the name, if they are an office."""
    before = [hit for hit in hits if hit.last <= at]
    if before and before[-1].name.members and before[-1].last == at and len(before[-1].name.words) == 1:
        # "Scott Hill" is no Scott
        at = before.pop().first
    name = text[core[at].span.start : core[-1].span.end]
    title = text[core[0].span.start : core[at - 1].span.end] if at else None
    party = before[-1].name.party.id if before else None
    if any(w.folded in context.words.counter_office for w in core[:at]):
        party = named_opposition(core[:at], before, context.words.language)  # the shadow minister is of the other side
    if any(w.folded in context.words.expert for w in core[:at]):
        party = None  # "China expert Ann Hill" knows of it
    if before and before[-1].last < at and is_affected(core[:at], context.words):
        party = None  # "Israeli hostage Noa …" speaks for herself; "resident" alone may be a party's own alias
    span = Span(core[at].span.start, core[-1].span.end)
    if not at:
        return Mention(span, "person", name, core[-1].folded, "name", party, name, title)
    return Mention(span, "person", name, core[-1].folded, "name.with_title", party, name, title, how="with_title")
