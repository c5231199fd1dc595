"""What stands behind a speaker and tells the side: "Ann Hill, D-N.Y.", "the prime minister of Finland"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.gazetteer import find_names
from briefing.records import Mention
from briefing.steps.mention.context import BREAKS, Context
from briefing.text import Token

_BALLOT = re.compile(r"([RD])(?:-[A-Z][\w.]*)?")


def with_ballot_letter(rest: Sequence[Token], mention: Mention, context: Context) -> Mention:
    """ "Sen. Ann Hill, D-N.Y., …": a person takes the one party of the profile that is called so."""
    if mention.kind != "person" or len(rest) < 2 or rest[0].text not in (",", "("):
        return mention
    letter = _BALLOT.fullmatch(rest[1].text)
    if letter is None or (rest[0].text == "," and "-" not in rest[1].text):
        return mention
    words = context.words.letter_r if letter.group(1) == "R" else context.words.letter_d
    parties = {
        name.party.id
        for word in words
        for _, name in context.names.by_first.get(word.casefold(), ())
        if name.words == (word,)
    }
    if len(parties) != 1:
        return mention
    return on_side(mention, parties.pop(), context)


def of_its_office(rest: Sequence[Token], mention: Mention, context: Context) -> Mention:
    """ "Kent, the mayor, …": of several with the surname the one who holds the office."""
    if not mention.candidates or len(rest) < 2 or rest[0].text != ",":
        return mention
    stop = next((i for i in range(1, len(rest)) if rest[i].text in BREAKS), len(rest))
    office = " ".join(word.folded for word in rest[1:stop] if word.folded not in context.words.determiner)
    there = [(p, m) for p, m in context.members if m.name in mention.candidates and m.role]
    held = [(p, m) for p, m in there if m.role and m.role.casefold() == office]
    if len(held) != 1:
        return mention
    party, member = held[0]
    return replace(
        mention,
        party=party,
        name=member.name,
        person=member.name,
        role=member.role,
        candidates=(),
        rule="surname.office",
    )


def spoken_for(words: Sequence[Token], context: Context) -> str | None:
    """The party in "for the Blue Party", "speaking on behalf of the Greens", "who heads the Greens"; None in others."""
    hits = find_names(words, context.names)
    ends = context.words.predicate_ends
    whole = (hit for hit in hits if hit.last == len(words) or words[hit.last].folded in ends)
    name = next((hit for hit in whole if hit.name.kind == "party"), None)
    if name is None:
        return None
    start = name.first - 1 if words[name.first - 1].folded in context.words.determiner else name.first
    opening = " ".join(word.folded for word in words[: max(0, start)])
    return name.name.party.id if opening in context.words.behalf else None


def on_side(mention: Mention, party: str, context: Context) -> Mention:
    """The person as one of the party; of several with the surname the one whom the profile has there: "Kent (Blue)"."""
    rule = f"{mention.rule}+affiliation"
    there = [m for listed, m in context.members if listed == party and m.name in mention.candidates]
    if len(there) != 1:
        return replace(mention, party=party, whose=None, rule=rule, how="other")
    name, role = there[0].name, there[0].role
    found = replace(mention, name=name, person=name, role=role, candidates=())
    return replace(found, party=party, whose=None, rule=rule, how="other")


def of_its_country(rest: Sequence[Token], mention: Mention, context: Context) -> Mention:
    """An office that "of" gives to another is not the profile's: the prime minister of Finland."""
    lists = context.words
    if mention.how not in ("role", "office", "with_title") or not rest or rest[0].folded not in lists.of_office:
        return mention
    stop = next((i for i, word in enumerate(rest) if word.text in BREAKS), len(rest))
    inner = [word for word in rest[1:stop] if word.folded not in lists.definite]
    named = find_names(inner, context.names)
    party = named[0].name.party.id if named and named[0].first == 0 else None
    if party == mention.party or not inner:
        return mention
    if mention.how == "office":  # the holder whom the profile knows is not meant
        return replace(
            mention, kind="role", name=mention.role or mention.head, person=None, party=party, anonymous=True
        )
    return replace(mention, party=party)
