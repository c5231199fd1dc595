"""One speaker phrase: its head noun, its party, its person, by the words of the phrase alone.

A phrase is read from its core, the words before the first comma, bracket, relative pronoun or loose post-modifier; then
from what a binding preposition adds ("official from Hamas"); then from its apposition ("Ali Baraka, a Hamas official").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from briefing.gazetteer import Hit, Index, find_names
from briefing.profile import Member
from briefing.records import Mention, MentionKind, Span
from briefing.steps.mention.words import SpeakerWords
from briefing.text import Token, tokens

_BREAKS = frozenset({",", "(", ")", "[", "]", "—", "–", "-", ";", ":", '"', "“", "”"})
BARE = "name.bare"  # rule of a name without title or apposition: perhaps no person at all
_SHARED_BOUNDARY = frozenset({"and", "&", "or", "nor"})


@dataclass(frozen=True, slots=True)
class Context:
    """What a phrase is read against: the profile's names, the lexicon's words, the article's people and date."""

    names: Index
    words: SpeakerWords
    people: Mapping[str, Mention]  # by folded surname and full name, as the article introduced them
    published: str | None = None
    period: tuple[str | None, str | None] = (None, None)
    full_names: frozenset[str] = frozenset()  # of the profile's people, as they stand in the article
    members: tuple[tuple[str, Member], ...] = ()  # (party id, member) of the whole profile


def read_phrase(text: str, span: Span, context: Context) -> Mention:
    """What the phrase at `span` of `text` says of a speaker. Joint speakers give the first and the others' parties."""
    words = tokens(text, span.start, span.end)
    parts = _joint_parts(words, context)
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
        also_parties=tuple(p for p in parties if p != party),
    )


def _joint_parts(words: Sequence[Token], context: Context) -> list[Sequence[Token]]:
    """The phrases that "and" joins, when each part can speak on its own; otherwise the whole phrase as one part."""
    hits = find_names(words, context.names)
    inside = {i for hit in hits for i in range(hit.first + 1, hit.last)}
    cuts = [i for i, w in enumerate(words) if w.folded in _SHARED_BOUNDARY and i not in inside]
    cuts = [i for i in cuts if 0 < i < len(words) - 1]
    if not cuts:
        return [words]
    commas = [i for i, w in enumerate(words[: cuts[-1]]) if w.text == ","]
    for chosen in (sorted({*cuts, *commas}), cuts):  # "the United States, Egypt and Qatar"; then without the commas
        parts = [words[a:b] for a, b in zip([0, *(i + 1 for i in chosen)], [*chosen, len(words)], strict=True)]
        if all(_can_speak(part, context) for part in parts) and not (chosen != cuts and _has_article(parts[1:])):
            return parts
    return [words]


def _has_article(parts: Sequence[Sequence[Token]]) -> bool:
    """A part that opens with "a" or "the" after a comma is an apposition, not a further speaker."""
    return any(part and part[0].folded in ("a", "an", "the", "another") for part in parts)


def _can_speak(part: Sequence[Token], context: Context) -> bool:
    hits = find_names(part, context.names)
    if any(hit.name.kind != "adjective" for hit in hits):
        return True
    lists = context.words
    return any(w.folded in lists.role or w.folded in lists.institution or w.folded in lists.document for w in part)


def _read_one(text: str, words: Sequence[Token], context: Context) -> Mention:
    lists = context.words
    while words and (words[0].text in _BREAKS or not words[0].is_word):
        words = words[1:]
    while len(words) > 1 and words[-1].folded in ("'s", "'"):  # "the union's" as the source of its demand
        words = words[:-1]
    start = 0
    while start < len(words) - 1 and (words[start].folded in lists.determiner or not words[start].is_word):
        start += 1
    definite = any(w.folded in lists.definite for w in words[:start])
    if not words:
        return Mention(Span(0, 1), "other", "", "", "empty")
    whole = Span(words[0].span.start, words[-1].span.end)
    if words[start].folded in lists.pronoun and _is_alone(words, start):
        return _pronoun(text, words[start], whole, lists)
    body = words[start:]
    core = body[: _core_end(body, context)]
    mention = _core(text, core, body, context)
    whose = _whose(words[:start], core, mention, lists)
    mention = replace(mention, span=whole, definite=definite, gender=_gender(words, lists), whose=whose)
    return _with_apposition(text, body[len(core) :], mention, context)


def _whose(
    before: Sequence[Token], core: Sequence[Token], mention: Mention, lists: SpeakerWords
) -> Literal["possessive", "generic"] | None:
    """Whether the party is to be found in a body named before: "its treasurer", "a union official"."""
    if mention.party is not None or mention.kind not in ("role", "institution", "document"):
        return None
    if any(w.folded in lists.possessive for w in before):
        return "possessive"
    generic = len(core) > 1 and any(w.folded in lists.whole for w in core[:-1])
    return "generic" if generic and mention.kind == "role" else None


def _gender(words: Sequence[Token], lists: SpeakerWords) -> Literal["female", "male"] | None:
    folded = {w.folded for w in words}
    if folded & lists.female:
        return "female"
    return "male" if folded & lists.male else None


def _is_alone(words: Sequence[Token], at: int) -> bool:
    if words[at].text == "US":  # the country, not the pronoun
        return False
    return at == len(words) - 1 or not words[at + 1].is_word or words[at + 1].folded in ("all", "both")


def _pronoun(text: str, word: Token, span: Span, lists: SpeakerWords) -> Mention:
    plural = word.folded in lists.plural_pronoun
    return Mention(span, "pronoun", word.span.of(text), word.folded, "pronoun", plural=plural, definite=True)


def _core_end(body: Sequence[Token], context: Context) -> int:
    """Where the noun group ends: at a comma or bracket, or at a preposition that is no part of a name."""
    lists = context.words
    hits = find_names(body, context.names)
    covered = {i for hit in hits for i in range(hit.first, hit.last)}
    for i, word in enumerate(body):
        if i == 0:
            continue
        if word.text in _BREAKS:
            return i
        if i in covered:
            continue
        if word.folded in lists.loose or word.folded in lists.binding or word.folded == "close":
            return len(body) if _name_follows(body, i, hits, lists) and word.folded in ("of", "for") else i
    return len(body)


def _name_follows(body: Sequence[Token], at: int, hits: Sequence[Hit], lists: SpeakerWords) -> bool:
    """ "Secretary of State Antony Blinken": the preposition stands inside a title that runs up to a name."""
    stop = next(
        (i for i in range(at, len(body)) if body[i].text in _BREAKS or body[i].folded in lists.loose), len(body)
    )
    return any(hit.name.kind in ("person", "surname") and at < hit.first and hit.last == stop for hit in hits)


def _core(text: str, core: Sequence[Token], body: Sequence[Token], context: Context) -> Mention:
    hits = find_names(core, context.names)
    last = hits[-1] if hits else None
    span = Span(core[0].span.start, core[-1].span.end)
    if last is not None and last.last == len(core) and last.name.kind in ("person", "surname"):
        return _person(text, core, last, hits, context)
    unknown = _unknown_name(core, hits, context)
    if unknown is not None:
        return _stranger(text, core, unknown, hits, body, context)
    head = core[-1].folded
    if last is not None and last.last == len(core) and last.name.kind == "party":
        return _party(text, span, head, last, context)
    if last is not None and last.last == len(core) and last.name.kind == "role":
        return _role_of_profile(text, span, head, last, context)
    return _described(text, core, body, hits, context)


def _person(text: str, core: Sequence[Token], hit: Hit, hits: Sequence[Hit], context: Context) -> Mention:
    members = _in_office(hit.name.members, context)
    named = [m for m in members if m.name in context.full_names]
    members = tuple(named) if named else members
    span = hit.span
    party: str | None = hit.name.party.id
    if len(members) > 1:
        names = tuple(m.name for m in members)
        return Mention(span, "person", hit.span.of(text), core[-1].folded, "surname.shared", party, candidates=names)
    stranger = context.people.get(hit.span.of(text).casefold())
    alone = len(hit.name.words) == 1
    if alone and stranger is not None and stranger.rule != BARE and stranger.person != members[0].name:
        return replace(stranger, span=span, rule="surname.introduced")  # another bearer of the name was introduced
    if alone and _other_first_name(core, hit, hits, context):
        return _stranger_party(text, core, hit.first - 1, hits, context)
    member = members[0]
    return Mention(
        span, "person", member.name, core[-1].folded, f"name.{hit.name.kind}", party, member.name, member.role
    )


def _other_first_name(core: Sequence[Token], hit: Hit, hits: Sequence[Hit], context: Context) -> bool:
    """ "Sarah Howard" is not Michael Howard: a capitalised word that is no title stands before the surname."""
    if hit.first == 0:
        return False
    before = core[hit.first - 1]
    covered = any(h.first <= hit.first - 1 < h.last for h in hits if h is not hit)
    known = before.folded in context.words.title or before.folded in context.words.role
    first_names = {m.name.split()[0].casefold() for m in hit.name.members}
    initial = {m.name[0].casefold() for m in hit.name.members}
    plain = before.is_capitalised and not covered and not known and before.folded not in first_names
    return plain and before.folded not in initial and not _is_office_word(before)


def _is_office_word(word: Token) -> bool:
    """Words of an office that are written with a capital before a name: "Foreign", "State", "Prime"."""
    return word.folded in {
        "foreign",
        "state",
        "prime",
        "home",
        "defence",
        "defense",
        "shadow",
        "interior",
        "finance",
        "affairs",
        "security",
    }


def _in_office(members: tuple[Member, ...], context: Context) -> tuple[Member, ...]:
    day = context.published
    if day is None or len(members) == 1:
        return members
    serving = tuple(m for m in members if (m.since or "") <= day <= (m.until or "9999"))
    return serving or members


def _unknown_name(core: Sequence[Token], hits: Sequence[Hit], context: Context) -> int | None:
    """Index of the first word of a personal name that ends the core and that the profile does not know."""
    covered = {i for hit in hits for i in range(hit.first, hit.last)}
    lists = context.words
    at = len(core)
    while at > 0 and at - 1 not in covered and _is_name_word(core[at - 1], lists):
        at -= 1
    if at == len(core):
        return None
    if len(core) - at == 1 and core[at].folded in lists.determiner:
        return None
    return at


def _is_name_word(word: Token, lists: SpeakerWords) -> bool:
    if word.folded in ("bin", "al", "el", "de", "van", "von", "der", "abu", "ibn", "da", "di"):
        return True
    if not word.is_capitalised or not word.is_word or word.text.isdigit():
        return False
    if word.folded in lists.role or word.folded in lists.institution or word.folded in lists.document:
        return False
    return word.folded not in lists.title and word.folded not in lists.affected and not _is_office_word(word)


def _stranger(
    text: str, core: Sequence[Token], at: int, hits: Sequence[Hit], body: Sequence[Token], context: Context
) -> Mention:
    name = text[core[at].span.start : core[-1].span.end]
    known = context.people.get(name.casefold())
    here = _stranger_party(text, core, at, hits, context)
    if here.party is None and known is not None:
        return replace(known, span=here.span, rule="introduced")
    del body
    return here if known is None else replace(here, name=known.name, person=known.person)


def _stranger_party(text: str, core: Sequence[Token], at: int, hits: Sequence[Hit], context: Context) -> Mention:
    """A person the profile does not know: the party comes from the words before the name, if they are an office."""
    name = text[core[at].span.start : core[-1].span.end]
    before = [hit for hit in hits if hit.last <= at]
    title = text[core[0].span.start : core[at - 1].span.end] if at else None
    party = before[-1].name.party.id if before else None
    if before and before[-1].last < at and _is_affected(core[:at], context.words):
        party = None  # "Israeli hostage Noa …" speaks for herself; "resident" alone may be a party's own alias
    span = Span(core[at].span.start, core[-1].span.end)
    return Mention(span, "person", name, core[-1].folded, "name.with_title" if at else "name", party, name, title)


def _is_affected(words: Sequence[Token], lists: SpeakerWords) -> bool:
    return bool(words) and words[-1].folded in lists.affected


def _party(text: str, span: Span, head: str, hit: Hit, context: Context) -> Mention:
    party = hit.name.party
    own = hit.span.of(text)
    is_body = head in context.words.institution and own[:1].isupper() and own.casefold() != party.name.casefold()
    keeps_name = head not in context.words.whole and (is_body or head in context.words.office)
    return Mention(
        span,
        "institution" if is_body else "party",
        span.of(text) if keeps_name else party.name,
        head,
        "alias",
        party.id,
    )


def _role_of_profile(text: str, span: Span, head: str, hit: Hit, context: Context) -> Mention:
    party = hit.name.party
    role = hit.span.of(text)
    holders = _holders(party.members, role, context)
    if len(holders) == 1:
        member = holders[0]
        return Mention(span, "person", member.name, head, "office", party.id, member.name, member.role)
    plural = head.endswith("s")
    return Mention(span, "role", span.of(text), head, "role", party.id, role=role, plural=plural, anonymous=True)


def _holders(members: tuple[Member, ...], role: str, context: Context) -> tuple[Member, ...]:
    """The people of the party who held this very office: on the article's day, or at any time of the topic's period."""
    wanted = _spelling(role)
    same = tuple(m for m in members if m.role and _spelling(m.role) and wanted.endswith(_spelling(m.role)))
    day = context.published
    since, until = (day, day) if day else context.period
    return tuple(m for m in same if (m.since or "") <= (until or "9999") and (since or "") <= (m.until or "9999"))


def _spelling(role: str) -> str:
    return role.casefold().replace("defense", "defence").replace("-", " ")


def _described(
    text: str, core: Sequence[Token], body: Sequence[Token], hits: Sequence[Hit], context: Context
) -> Mention:
    """An unnamed speaker: what the head noun is decides whether an adjective of origin makes it a party's voice."""
    lists = context.words
    head = core[-1].folded
    span = Span(core[0].span.start, core[-1].span.end)
    before = hits[-1] if hits else None
    party = before.name.party.id if before else None
    kind = _kind_of_head(head, lists)
    if head in lists.affected:
        return Mention(span, "role", span.of(text), head, "affected", None, plural=head.endswith("s"), anonymous=True)
    if kind == "other" and not _may_be_agent(head):
        return Mention(span, "other", span.of(text), head, "other", None, plural=head.endswith("s"))
    rule = "premodifier" if party else "head"
    holder = _office_holder(text, core, before, context) if kind == "role" and head in lists.leader else None
    if holder is not None:
        party, member = holder
        return Mention(span, "person", member.name, head, "office", party, member.name, member.role)
    if party is None:
        party, bound = _bound_party(body[len(core) :], context)
        rule = "postmodifier" if party else rule
        span = Span(span.start, bound) if bound else span
    anonymous = kind in ("role", "other")
    plural = head.endswith("s") and not head.endswith("ss")
    return Mention(
        span, kind, _plain(text, span, core[0], lists), head, rule, party, plural=plural, anonymous=anonymous
    )


def _office_holder(text: str, core: Sequence[Token], before: Hit | None, context: Context) -> tuple[str, Member] | None:
    """The one person who held the office that the words name: of the party named with it, or of the whole profile."""
    if any(w.folded in ("former", "ex", "deputy", "senior") for w in core):
        return None
    if before is not None:
        party = before.name.party
        holders = _holders(party.members, text[before.span.end : core[-1].span.end].strip(), context)
        return (party.id, holders[0]) if len(holders) == 1 else None
    office = _spelling(text[core[0].span.start : core[-1].span.end])
    named = [(party, m) for party, m in context.members if m.role and _spelling(m.role) == office]
    serving = _holders(tuple(m for _, m in named), office, context)
    return next(((p, m) for p, m in named if m is serving[0]), None) if len(serving) == 1 else None


def _plain(text: str, span: Span, first: Token, lists: SpeakerWords) -> str:
    """The words of a description, without the capital of a sentence's beginning: "Leaders of …" is "leaders of …"."""
    name = span.of(text)
    return name[0].lower() + name[1:] if first.folded in lists.role | lists.institution | lists.document else name


def _kind_of_head(head: str, lists: SpeakerWords) -> MentionKind:
    if head in lists.role:
        return "role"
    if head in lists.institution:
        return "institution"
    return "document" if head in lists.document else "other"


def _may_be_agent(head: str) -> bool:
    """English agent nouns by their ending; other nouns end so, too, but seldom take a cue of speech."""
    return head.endswith(
        ("er", "ers", "or", "ors", "ist", "ists", "man", "men", "woman", "women", "person", "ian", "ians")
    )


def _bound_party(rest: Sequence[Token], context: Context) -> tuple[str | None, int | None]:
    """The party that a binding preposition names after the head: "official from Hamas", "source close to Hamas"."""
    lists = context.words
    for i, word in enumerate(rest):
        if word.text in _BREAKS or word.folded in lists.loose:
            return None, None
        if word.folded in lists.binding:
            stop = next(
                (k for k in range(i + 1, len(rest)) if rest[k].text in _BREAKS or rest[k].folded in lists.loose),
                len(rest),
            )
            inner = rest[i + 1 : stop]
            hits = find_names(inner, context.names)
            if hits and not _is_affected(inner[: hits[0].last + 1], lists) and not _talks(inner):
                return hits[0].name.party.id, inner[-1].span.end
            return None, (inner[-1].span.end if inner else None)
    return None, None


def _talks(inner: Sequence[Token]) -> bool:
    """ "close to the Cairo talks" binds to nobody: what follows the preposition is an event or a thing, not a side."""
    return inner[-1].folded in {
        "talks",
        "negotiations",
        "negotiation",
        "effort",
        "efforts",
        "matter",
        "discussions",
        "mediation",
        "deal",
        "process",
        "plan",
    }


def _with_apposition(text: str, rest: Sequence[Token], mention: Mention, context: Context) -> Mention:
    """ "Ali Baraka, a Hamas official": a stranger takes party and role from the apposition, a role takes the name."""
    rest = list(rest)
    while rest and rest[0].text != ",":
        rest.pop(0)
    if len(rest) < 2 or mention.kind not in ("person", "role", "institution", "document", "other"):
        return mention
    stop = next((i for i in range(1, len(rest)) if rest[i].text == ","), len(rest))
    inner = rest[1:stop]
    if not inner or inner[0].folded in context.words.relative_pronoun:
        return mention
    other = _read_one(text, inner, context)
    if mention.kind == "person" and mention.party is None and other.kind != "person":
        return replace(mention, party=other.party, role=other.name, rule=f"{mention.rule}+apposition")
    if mention.kind in ("role", "institution") and other.kind == "person":
        return replace(
            other, span=mention.span, role=mention.name, party=other.party or mention.party, rule="apposition"
        )
    if mention.kind == "institution" and mention.party is None and other.party is not None:
        return replace(mention, party=other.party, rule="apposition")
    return mention
