"""Phrases that describe a speaker: a party under another word, an office, an unnamed official, a document."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.gazetteer import Hit, find_names
from briefing.profile import Member
from briefing.records import Mention, MentionHow, MentionKind, Span
from briefing.speaker_words import SpeakerWords
from briefing.steps.mention.context import (
    BREAKS,
    Context,
    holders,
    is_affected,
    spelling,
)
from briefing.steps.mention.named import named_opposition
from briefing.text import Token
from briefing.world import country_of, implied_names

_OWNS = frozenset({"'s", "'"})
_SHORT = 3  # letters that a short form shares with its word: "Lib" for "Liberal"


def read_party(text: str, span: Span, head: str, hit: Hit, context: Context) -> Mention:
    """A party by a name of the profile; an office that keeps its name speaks under it."""
    party = hit.name.party
    own = hit.span.of(text)
    is_body = head in context.words.institution and own[:1].isupper() and own.casefold() != party.name.casefold()
    member = _is_member(own, party.name)
    proper = own[:1].isupper()
    office = head in context.words.office and head not in context.words.whole  # "the transport ministry"
    keeps_name = member or is_body or office or _is_name_beside(own, party.name, context.words.language)
    return Mention(
        span,
        "institution" if is_body else "party",
        (own if proper else span.of(text)) if keeps_name else party.name,
        head,
        "alias",
        party.id,
        how="alias",
    )


def _is_name_beside(own: str, party: str, language: str) -> bool:
    """The words name the speaker by themselves: "Tories", "environmentalists". "The group", "the Front" and "Beijing"
    stand for a party with another name."""
    several = own.endswith("s")
    shortened = set(own.casefold().split()) <= set(party.casefold().split())
    return own not in implied_names(party, language).aliases and (several or (own[:1].isupper() and not shortened))


def _is_member(own: str, party: str) -> bool:
    """A name of several words, none of them the party's or short for it: "Harbour Relief" speaks for itself among "Aid
    groups", and "Lib Dems" is the party."""
    words = own.split()
    starts = {w[:_SHORT].casefold() for w in party.split()}
    return len(words) > 1 and all(w[:1].isupper() and w[:_SHORT].casefold() not in starts for w in words)


def read_office(text: str, span: Span, core: Sequence[Token], hit: Hit, context: Context) -> Mention:
    """An office of the profile: its holder where just one person held it, else an unnamed speaker of the party.

    "Former" and "vice" before it make it another office, "shadow" one of the other side.
    """
    party = hit.name.party
    role = hit.span.of(text)
    head = core[-1].folded
    before = {w.folded for w in core[: hit.first]}
    if before & context.words.counter_office:
        words = core[: hit.first]
        side = named_opposition(words, find_names(words, context.names), context.words.language)
        plural = head.endswith("s")
        return Mention(
            span, "role", span.of(text), head, "role", side, role=role, plural=plural, anonymous=True, how="role"
        )
    held_by = () if before & context.words.not_in_office else holders(party.members, role, context)
    if len(held_by) == 1:
        member = held_by[0]
        return Mention(span, "person", member.name, head, "office", party.id, member.name, member.role, how="office")
    plural = head.endswith("s")
    return Mention(
        span, "role", span.of(text), head, "role", party.id, role=role, plural=plural, anonymous=True, how="role"
    )


def read_description(
    text: str, core: Sequence[Token], body: Sequence[Token], hits: Sequence[Hit], context: Context
) -> Mention:
    """An unnamed speaker: what the head noun is decides whether an adjective of origin makes it a party's voice."""
    lists = context.words
    head = core[-1].folded
    span = Span(core[0].span.start, core[-1].span.end)
    before = _possessor(core, hits) or (hits[-1] if hits else None)
    party = before.name.party.id if before and _is_of_side(core, before, lists) else None
    kind = _kind_of_head(head, lists)
    if head in lists.affected:
        return Mention(span, "role", span.of(text), head, "affected", None, plural=head.endswith("s"), anonymous=True)
    if len(core) == 1 and head in lists.alone:
        return Mention(
            span, "role", head, head, "alone", None, plural=head not in lists.single, anonymous=True, how="alone"
        )
    if kind == "other" and not lists.may_be_agent(head):
        named = any(hit.first == 0 and hit.last == len(core) - 1 for hit in hits) and core[-1].is_capitalised
        kind, rule = ("institution", "name") if named else (kind, "other")  # "the Norland Times"
        plural = head.endswith("s") and not named
        return Mention(span, kind, span.of(text), head, rule, plural=plural, how="other" if named else "thing")
    rule = "premodifier" if party else "head"
    how: MentionHow = "premodifier" if party else "other"
    holder = _office_holder(text, core, before, context) if kind == "role" and head in lists.leader else None
    if holder is not None:
        party, member = holder
        return Mention(span, "person", member.name, head, "office", party, member.name, member.role, how="office")
    if before is None and kind == "role" and head in lists.leader:
        party = _shared_office(text, core, context)
    owner = before.name.members if before is not None and head in lists.issued else ()
    if len(owner) == 1:  # "Berg's statement": her words
        return Mention(span, "person", owner[0].name, head, "possessor", party, owner[0].name, owner[0].role)
    if party is None:
        party, bound = _bound_party(body[len(core) :], context)
        left = any(word.folded in lists.no_longer for word in core)  # "a former chairman of the union"
        apart = left or head in lists.against | lists.private or _is_written_to(kind, body[len(core) :], lists)
        party = None if apart else party  # "a critic of it", "a friend of hers"
        rule = "postmodifier" if party else rule
        span = Span(span.start, bound) if bound else span
    whole = _end_of_body_name(body, len(core), lists) if kind == "institution" else None
    span = Span(span.start, max(span.end, whole)) if whole else span
    anonymous = kind in ("role", "other")
    plural = head.endswith("s") and not head.endswith("ss")
    return Mention(
        span,
        kind,
        span.of(text) if whole else _plain(text, span, core[0], lists),
        head,
        rule,
        party,
        plural=plural,
        anonymous=anonymous,
        how=how,
    )


def _possessor(core: Sequence[Token], hits: Sequence[Hit]) -> Hit | None:
    """Whose the speaker is: "Turkey's U.N. ambassador" is Turkey's."""
    return next((hit for hit in hits if hit.last < len(core) and core[hit.last].folded == "'s"), None)


def _is_of_side(core: Sequence[Token], before: Hit, lists: SpeakerWords) -> bool:
    """The name before the head says on which side it is: not in "Hamas critics", "U.S. terror-listed group",
    "South China Sea expert".
    """
    set_apart = any(w.folded.rpartition("-")[2] in lists.set_apart for w in core[before.last :])
    if set_apart or any(w.folded in lists.no_longer for w in core[: before.first]):
        return False  # "a former Norlandic official"
    owned = before.last < len(core) and core[before.last].folded in _OWNS
    if not owned and core[-1].is_capitalised and core[-1].folded in lists.independent:
        return False  # "the Syrian Observatory for Human Rights", "Norland University"
    if before.name.kind == "adjective" and before.last == len(core) and _is_another(core, before, lists):
        return False
    if before.last < len(core) and core[-1].folded in lists.private:
        return False  # "a Norlandic company", "Norland's biggest union"
    if core[-1].folded in lists.expert or any(
        w.folded in lists.geographic for w in core[before.last : before.last + 1]
    ):
        return False
    return core[-1].folded not in lists.against or before.name.kind == "adjective"


def _is_another(core: Sequence[Token], head: Hit, lists: SpeakerWords) -> bool:
    """ "A Norwegian", "the regional government", where the profile has "government" as an adjective of the party."""
    described = head.first > 0 and not core[head.first - 1].is_capitalised and core[-1].folded in lists.institution
    return described or country_of(core, lists.language) is not None


def _office_holder(text: str, core: Sequence[Token], before: Hit | None, context: Context) -> tuple[str, Member] | None:
    """The one person who held the office that the words name: of the party named with it, or of the whole profile."""
    if any(w.folded in context.words.not_in_office for w in core):
        return None
    if before is not None:
        party = before.name.party
        held_by = holders(party.members, text[before.span.end : core[-1].span.end].strip(), context)
        return (party.id, held_by[0]) if len(held_by) == 1 else None
    office = spelling(text[core[0].span.start : core[-1].span.end], context.words)
    named = [(party, m) for party, m in context.members if m.role and spelling(m.role, context.words) == office]
    serving = holders(tuple(m for _, m in named), office, context)
    return next(((p, m) for p, m in named if m is serving[0]), None) if len(serving) == 1 else None


def _shared_office(text: str, core: Sequence[Token], context: Context) -> str | None:
    """The party of all who held the office that the words name, where they are of one: two presidents of a country."""
    if any(w.folded in context.words.not_in_office | context.words.counter_office for w in core):
        return None
    office = spelling(text[core[0].span.start : core[-1].span.end], context.words)
    parties = {party for party, m in context.members if m.role and spelling(m.role, context.words) == office}
    return parties.pop() if len(parties) == 1 else None


def _end_of_body_name(body: Sequence[Token], at: int, lists: SpeakerWords) -> int | None:
    """Where the name of a public body ends, of which words to `at` are the head: "Commission | on Public Debates"."""
    end = None
    for i in range(at, len(body)):
        if body[i].is_capitalised:
            end = body[i].span.end
        elif body[i].folded not in lists.inside_body_name:
            break
    return end if body[at - 1].is_capitalised else None


def _plain(text: str, span: Span, first: Token, lists: SpeakerWords) -> str:
    """The words of a description, without the capital of a sentence's beginning: "Leaders of …" is "leaders of …".

    "State Department review" begins with a name, and keeps it.
    """
    name = span.of(text)
    if lists.compounds or name.partition(" ")[2][:1].isupper():
        return name  # in German nouns have capitals
    return name[0].lower() + name[1:] if first.folded in lists.role | lists.institution | lists.document else name


def _kind_of_head(head: str, lists: SpeakerWords) -> MentionKind:
    if head in lists.role:
        return "role"
    if head in lists.institution:
        return "institution"
    return "document" if head in lists.document else "other"


def _bound_party(rest: Sequence[Token], context: Context) -> tuple[str | None, int | None]:
    """The party that a binding preposition names after the head: "official from Hamas", "source close to Hamas"."""
    lists = context.words
    for i, word in enumerate(rest):
        if word.text in BREAKS or word.folded in lists.loose:
            return None, None
        if word.folded in lists.binding:
            stop = next(
                (k for k in range(i + 1, len(rest)) if rest[k].text in BREAKS or rest[k].folded in lists.loose),
                len(rest),
            )
            inner = rest[i + 1 : stop]
            hits = [] if _undergoes(rest[:i], lists) else find_names(inner, context.names)
            affected = bool(hits) and is_affected(inner[: hits[0].last + 1], lists)
            if hits and not affected and inner[-1].folded not in lists.event_nouns and not _in_a_name(inner, hits[0]):
                return hits[0].name.party.id, inner[-1].span.end
            return None, (inner[-1].span.end if inner else None)
    return None, None


def _is_written_to(kind: MentionKind, rest: Sequence[Token], lists: SpeakerWords) -> bool:
    """ "A letter to the union" is not the union's, "an aide to the president" is the president's."""
    return kind == "document" and bool(rest) and rest[0].folded in lists.addressing


def _undergoes(between: Sequence[Token], lists: SpeakerWords) -> bool:
    """ "A judge appointed by the president", "a man accused of links to the union" are on nobody's side."""
    return bool(between) and between[-1].folded.endswith("ed") and between[-1].folded not in lists.siding


def _in_a_name(words: Sequence[Token], hit: Hit) -> bool:
    """An adjective inside a longer name names nobody's side: the Center for a New American Security."""
    return hit.name.kind == "adjective" and hit.first > 0 and words[hit.first - 1].is_capitalised
