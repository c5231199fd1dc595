"""Descriptions as sources: "the official", "its treasurer", "a spokesman", "another", a surname that two share."""

from __future__ import annotations

from dataclasses import replace

from briefing.records import Link, Mention
from briefing.steps.coref.discourse import NEAR, NOTHING, Discourse, gender_fits, one_person
from briefing.steps.coref.pronouns import last_speaker
from briefing.text import tokens

_BODIES = ("party", "institution")
_SPOKEN_FOR = 2  # sentences that "a spokesman" reaches back over
_WORD = 30  # characters before a name in which the word for it stands
_LEAD = 4  # words before "its" among which its owner may stand
_FAR = 14  # sentences that "the official" reaches back over


def description(mention: Mention, discourse: Discourse) -> Link:
    """ "the official", "the group", "the Hamas official", "the Israeli leader": the last speaker the words fit."""
    here = discourse.sentence_of(mention.span)
    for span, speaker, index in reversed(discourse.sources):
        if span.end <= mention.span.start and here - index <= _FAR and _describes(mention, speaker):
            return Link(speaker, "description.last_speaker")
    place, named = _known_by_place(mention, here, discourse), _called_so(mention, here, discourse)
    alike = _same_head(mention.head, mention, here, discourse)
    for known, rule in (
        (place, "description.by_place"),
        (named, "description.named"),
        (alike, "description.same_head"),
    ):
        if known is not None:
            return Link(known, rule)
    if mention.head in discourse.words.issued and mention.party is None:
        return _issuer(mention, discourse)
    parties = discourse.groups.get(mention.head, frozenset())
    if mention.party is None and parties:
        for name in reversed(discourse.names):
            if name.span.end <= mention.span.start and name.party in parties and name.kind in ("party", "institution"):
                return Link(name, "description.group")
    if mention.party is not None and mention.kind == "role" and mention.head in discourse.words.foremost:
        for name in reversed(discourse.names):
            if name.span.end <= mention.span.start and name.party == mention.party and name.person:
                return Link(name, "description.leader")
    return NOTHING


def _called_so(mention: Mention, here: int, discourse: Discourse) -> Mention | None:
    """ "The campaign group Quiet Skies … The group": the last name with the word right before it."""
    if mention.party is not None or mention.plural:
        return None
    for name in reversed(discourse.names):
        if here - discourse.sentence_of(name.span) > NEAR:
            return None
        before = discourse.text[max(0, name.span.start - _WORD) : name.span.start].casefold().split()
        body = name.kind in ("party", "institution") and name.party is not None
        if body and name.span.end <= mention.span.start and before[-1:] == [mention.head]:
            return name
    return None


def _same_head(head: str, mention: Mention, here: int, discourse: Discourse) -> Mention | None:
    """ "The Norland Security Bureau … The bureau": the body named before by words that end so; None of two parties'.

    "The two nations" are no United Nations.
    """
    before = tokens(discourse.text, max(0, mention.span.start - _WORD), mention.span.start)[-1:]
    counted = any(word.folded in discourse.words.alone for word in (*before, *tokens(mention.name)[:1]))
    if mention.party is not None or counted:
        return None
    found: list[Mention] = []
    for name in discourse.names:
        words = discourse.text[name.span.start : name.span.end].casefold().split()
        near = name.span.end <= mention.span.start and here - discourse.sentence_of(name.span) <= _FAR
        if near and name.kind in ("party", "institution") and len(words) > 1 and words[-1] == head:
            found.append(name)
    return found[-1] if len({name.party for name in found}) == 1 and found[-1].party is not None else None


def _describes(mention: Mention, speaker: Mention) -> bool:
    if mention.party is not None and mention.party != speaker.party:
        return False
    if mention.head == speaker.head and mention.plural == speaker.plural and speaker.kind != "person":
        return speaker.span != mention.span
    if mention.kind == "role" and speaker.person and speaker.role and not mention.plural:
        return mention.head in {t.folded for t in tokens(speaker.role)}
    return False


def _known_by_place(mention: Mention, here: int, discourse: Discourse) -> Mention | None:
    """ "June Lind voted yes. “No,” the Marsden senator said": the last speaker, of whom no other office is known."""
    if mention.kind != "role" or mention.plural or not mention.name[:1].isupper() or not discourse.sources:
        return None
    span, speaker, index = discourse.sources[-1]
    near = span.end <= mention.span.start and here - index <= 1
    alike = speaker.person is not None and speaker.role is None and mention.party in (None, speaker.party)
    return speaker if near and alike and not speaker.plural else None


def _issuer(mention: Mention, discourse: Discourse) -> Link:
    """ "the statement": whoever issued it, which is the last speaker that is a body or a named person."""
    here = discourse.sentence_of(mention.span)
    for span, speaker, index in reversed(discourse.sources):
        if span.end <= mention.span.start and here - index <= NEAR and not speaker.anonymous:
            return Link(speaker, "description.issuer")
    return NOTHING


def of_body(mention: Mention, discourse: Discourse) -> Link:
    """ "Its treasurer", "a union official": a role in the body or person named last, under the mention's own words.

    Of an office that the profile knows in that body, its holder.
    """
    body = _body_before(mention, discourse)
    if mention.how == "office":  # "its president": of another body, somebody else
        holds = body is not None and body.party == mention.party
        return NOTHING if holds else Link(_in_body(mention, body), "of_body.possessive")
    if body is not None and body.party is not None:
        found = _whole_party(mention, body.party, discourse) or replace(mention, party=body.party)
        return Link(found, f"of_body.{mention.whose}")
    return description(mention, discourse) if mention.definite else NOTHING


def _whole_party(mention: Mention, party: str, discourse: Discourse) -> Mention | None:
    """ "Lind, who leads the Greens, … His group": the party that the article has named, under its name."""
    if mention.whose != "possessive" or mention.head not in discourse.words.whole or mention.name != mention.head:
        return None
    named = (n for n in discourse.names if n.party == party and n.kind == "party" and n.span.end <= mention.span.start)
    name = next(named, None)
    return name and replace(mention, name=name.name, kind="party", party=party, anonymous=False)


def _body_before(mention: Mention, discourse: Discourse) -> Mention | None:
    """The body that "its" goes back to: the last speaker where that is one, else the last name that has a party."""
    here = discourse.sentence_of(mention.span)
    opening = mention.span.of(discourse.text).casefold().partition(" ")
    theirs = bool(opening[1]) and opening[0] in discourse.words.plural_possessors
    if theirs and _has_unknown_subject(mention, here, discourse):
        return None
    opener = _opener(mention, here, discourse)
    if opener is not None:
        return opener
    if mention.whose == "possessive" and discourse.sources:
        span, speaker, at = discourse.sources[-1]
        owns = _is_owner(speaker, mention, discourse)
        if span.end <= mention.span.start and here - at <= 1 and owns:
            return speaker
    for name in reversed(discourse.names):
        near = name.span.end <= mention.span.start and here - discourse.sentence_of(name.span) <= NEAR
        if near and name.party is not None and _may_have(name, mention, discourse):
            return None if _names_other_body(name, mention, discourse) else name
    return None


def _may_have(name: Mention, mention: Mention, discourse: Discourse) -> bool:
    """ "Berg met the union. | Her government said": no body is a she. "A party official" is of a body."""
    if mention.whose != "possessive":
        return _is_such(mention, name, discourse)
    hers = any(word.folded in discourse.words.possessors for word in tokens(discourse.text, *mention.span))
    return not hers or _is_owner(name, mention, discourse)


def _opener(mention: Mention, here: int, discourse: Discourse) -> Mention | None:
    """The body that opens the sentence: "Norland will tax fish from Cork, | its government said"."""
    words = tokens(discourse.text, *mention.span)
    if mention.whose != "possessive" or any(word.folded in discourse.words.possessors for word in words):
        return None  # "his", "her"
    start = discourse.sentences[here].span.start if here >= 0 else mention.span.start
    first = next((n for n in discourse.names if start <= n.span.start and n.span.end <= mention.span.start), None)
    opens = first is not None and len(tokens(discourse.text, start, first.span.start)) <= 1
    return first if opens and first is not None and first.party is not None and first.kind in _BODIES else None


def _is_owner(speaker: Mention, mention: Mention, discourse: Discourse) -> bool:
    """The last speaker can be whom "his" or "her" means, of a party or not, or the body that "its" means."""
    possessors = discourse.words.possessors
    words = tokens(discourse.text, *mention.span)
    owner = next((possessors[word.folded] for word in words if word.folded in possessors), None)
    if owner is None:
        return speaker.kind in ("institution", "party")
    return one_person(speaker) and gender_fits(speaker, owner, discourse)


def _names_other_body(name: Mention, mention: Mention, discourse: Discourse) -> bool:
    """ "Was accused by the opposition Tidewater group. Its leader …": a body that the profile lacks came later."""
    if mention.whose != "possessive" or name.span.end > mention.span.start:
        return False
    named = [m.span for m in discourse.names]
    between = tokens(discourse.text, name.span.end, mention.span.start)
    return any(w.folded in discourse.words.institution and not any(s.overlaps(w.span) for s in named) for w in between)


def _has_unknown_subject(mention: Mention, here: int, discourse: Discourse) -> bool:
    """ "Islanders have marched since June, when their government …": the owner opens the sentence, and has no name."""
    start = discourse.sentences[here].span.start if here >= 0 else mention.span.start
    lead = [word for word in tokens(discourse.text, start, mention.span.start) if word.is_word]
    named = any(start <= name.span.start < mention.span.start for name in discourse.names)
    return len(lead) > _LEAD and not named


def _in_body(mention: Mention, body: Mention | None) -> Mention:
    """The unnamed holder of an office in a body, or in one that is not known."""
    party = body.party if body else None
    name = mention.role or mention.head
    return replace(mention, kind="role", name=name, person=None, role=name, party=party, anonymous=True)


def _is_such(mention: Mention, name: Mention, discourse: Discourse) -> bool:
    """ "A party official" is of the party last heard, "a union official" of a body called a union."""
    words = {t.folded for t in tokens(mention.name)}
    parties = {party for head, held in discourse.groups.items() if head in words for party in held}
    return name.kind in ("party", "institution") and (not parties or name.party in parties)


def for_whom(mention: Mention, discourse: Discourse) -> Link:
    """ "A spokesman said": for the last speaker, or the subject of the sentence before when that came later."""
    here = discourse.sentence_of(mention.span)
    known = description(mention, discourse) if mention.definite else NOTHING
    if known.antecedent is not None:
        return known
    bodies = (_same_head(word.folded, mention, here, discourse) for word in tokens(mention.name))
    body = next((body for body in bodies if body is not None), None)
    if body is not None:  # "a bureau spokesman"
        return Link(replace(mention, party=body.party), "spokes.same_head")
    behind = last_speaker(mention, here, lambda m: m.party is not None, discourse).antecedent
    near = behind is not None and here - discourse.sentence_of(behind.span) <= _SPOKEN_FOR
    return Link(replace(mention, party=behind.party), "spokes.last_speaker") if behind and near else NOTHING


def another(mention: Mention, discourse: Discourse) -> Link:
    """ "Another said": one like the unnamed speaker right before."""
    here = discourse.sentence_of(mention.span)
    for span, speaker, at in reversed(discourse.sources):
        if span.end <= mention.span.start and here - at <= _SPOKEN_FOR:
            return Link(speaker, "another.last_speaker") if speaker.anonymous and speaker.how != "alone" else NOTHING
    return NOTHING


def shared_surname(mention: Mention, discourse: Discourse) -> Link:
    """The one of several bearers of a surname whom the article named before; else all of them as candidates."""
    named = [m for m in discourse.names if m.person in mention.candidates and m.span.end <= mention.span.start]
    people = {m.person for m in named}
    if len(people) == 1:
        return Link(named[-1], "surname.first_mention")
    return Link(None, "surname.ambiguous", mention.candidates)
