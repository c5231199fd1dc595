"""From a source phrase and what it goes back to, the speaker: person, role, party, or honestly nobody."""

from __future__ import annotations

from briefing.records import Link, Mention, Speaker

NOBODY = Speaker(None, None)


def resolve(sources: tuple[Mention | None, ...], links: tuple[Link, ...]) -> tuple[Speaker, ...]:
    """For each attribution its speaker. `sources` are the readings of the source phrases, `links` what they go back to.

    Several candidates give no person; the candidates are kept so that the reader can see them.
    """
    return tuple(_speaker(mention, link) for mention, link in zip(sources, links, strict=True))


def _speaker(mention: Mention | None, link: Link) -> Speaker:
    if mention is None and link.antecedent is None:
        return NOBODY
    if link.antecedent is not None:
        return _from(link.antecedent, mention, link)
    assert mention is not None  # noqa: S101 - told apart above; for the type checker
    if link.candidates or mention.kind == "pronoun":
        party = None if mention.kind == "pronoun" else mention.party
        return Speaker(None, mention.span, party=party, via=link.rule, how=link.how, candidates=link.candidates)
    return _from(mention, mention, Link(None, mention.rule, how="thing" if mention.how == "thing" else "other"))


def _from(who: Mention, here: Mention | None, link: Link) -> Speaker:
    return Speaker(
        name=display_name(who),
        surface=here.span if here else None,
        person=who.person,
        role=None if who.anonymous else who.role,  # an unnamed speaker's name is the role already
        party=who.party,
        also_parties=who.also_parties,
        anonymous=who.anonymous,
        via=link.rule,
        how=link.how,
        antecedent=link.antecedent.span if link.antecedent else None,
    )


def display_name(mention: Mention) -> str:
    """The name to print: of a person or body as it is, of an unnamed person with "unnamed" before it."""
    return f"unnamed {mention.name}" if mention.anonymous else mention.name
