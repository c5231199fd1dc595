"""The step: what the source of each attribution goes back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.languages import Lexicon
from briefing.profile import Profile
from briefing.records import Article, Attribution, Link, Mention, Sentence, Span
from briefing.speaker_words import speaker_words
from briefing.steps.coref.descriptions import another, description, for_whom, of_body, shared_surname
from briefing.steps.coref.discourse import GENDERS, NOTHING, Discourse, group_heads
from briefing.steps.coref.interviews import interviewee
from briefing.steps.coref.offices import of_its_time
from briefing.steps.coref.pronouns import pronoun

_TITLE = 2  # words of a title before a name
_POSSESSIVE = frozenset({"'s", "’s"})


def corefer(
    article: Article,
    sentences: tuple[Sentence, ...],
    attributions: tuple[Attribution, ...],
    sources: tuple[Mention | None, ...],
    names: tuple[Mention, ...],
    *,
    profile: Profile,
    lexicon: Lexicon,
) -> tuple[Link, ...]:
    """For each attribution what its source goes back to: a Link with the antecedent mention, or without one.

    `sources` are the readings of the attributions' source phrases, `names` all names in the article. A continued
    quotation goes back to the attribution that opened it.
    """
    genders = {m.name: m.gender for m in (*names, *sources) if m is not None and m.gender is not None}
    discourse = Discourse(article.text, sentences, [], names, genders, speaker_words(lexicon), group_heads(profile))
    links: list[Link] = [NOTHING] * len(attributions)
    parties: dict[str, str] = {}  # of people, as the article has told so far
    for i in _in_text_order(attributions, sources):
        attribution, mention = attributions[i], sources[i]
        if mention is None:
            links[i] = _continued(attribution, links, sources)
            if links[i].antecedent is None and attribution.continues is None:
                links[i] = _asked(attribution, discourse)
            goes_on = links[i].antecedent
            if goes_on is not None:
                discourse.sources.append(_turn(attribution, attribution.content[0], goes_on, discourse))
            continue
        link = of_its_time(_link(mention, discourse), mention, discourse, profile.since)
        links[i] = _with_known_party(link, mention, parties)
        if attribution.nested_in is None and not attribution.relays:
            speaker = links[i].antecedent or mention
            if speaker.kind != "pronoun":
                if mention.head in GENDERS:  # "She added": from here on "he" is somebody else
                    genders.setdefault(speaker.name, GENDERS[mention.head])
                discourse.sources.append(_turn(attribution, mention.span, speaker, discourse))
    return tuple(links)


def _turn(attribution: Attribution, place: Span, speaker: Mention, discourse: Discourse) -> tuple[Span, Mention, int]:
    """Who spoke, where the source stands, and the sentence up to which the words are his."""
    ends = [Span(content.end - 1, content.end) for content in attribution.content]
    return (place, speaker, max(discourse.sentence_of(span) for span in (place, *ends)))


def _with_known_party(link: Link, mention: Mention, parties: dict[str, str]) -> Link:
    """The link, with the party of a person as an earlier mention told it; adds what this one tells to `parties`."""
    speaker = link.antecedent or mention
    if speaker.person is None:
        return link
    if speaker.party is not None:
        parties.setdefault(speaker.person, speaker.party)
        return link
    party = parties.get(speaker.person)
    rule = link.rule if link.antecedent else mention.rule
    return link if party is None else Link(replace(speaker, party=party), f"{rule}+same_person", how=link.how)


def _in_text_order(attributions: Sequence[Attribution], sources: Sequence[Mention | None]) -> list[int]:
    def place(i: int) -> tuple[int, int]:
        mention = sources[i]
        start = mention.span.start if mention else min(s.start for s in attributions[i].content or attributions[i].cue)
        return (start, i)

    return sorted(range(len(attributions)), key=place)


def _continued(attribution: Attribution, links: Sequence[Link], sources: Sequence[Mention | None]) -> Link:
    if attribution.continues is None:
        return NOTHING
    opener = attribution.continues
    antecedent = links[opener].antecedent or sources[opener]
    return (
        Link(antecedent, "continuation", how="continuation") if antecedent and antecedent.kind != "pronoun" else NOTHING
    )


def _asked(attribution: Attribution, discourse: Discourse) -> Link:
    """ "Asked about the vote, Ms Hart hesitated": whoever is named behind the question answers it."""
    if attribution.source or not attribution.content or attribution.cue[0].start > attribution.content[0].start:
        return NOTHING
    end = attribution.content[-1].end
    here = discourse.sentence_of(attribution.cue[0])
    opens = here >= 0 and discourse.sentences[here].span.start == attribution.cue[0].start
    name = next((m for m in discourse.names if m.span.start > end), None) if opens else None
    if name is None or discourse.sentence_of(name.span) != here:
        return NOTHING
    between = discourse.text[end : name.span.start].split()
    owner = discourse.text[name.span.end : name.span.end + 2] in _POSSESSIVE  # "Asked about it, May's spokesman left"
    return Link(name, "asked") if between[:1] == [","] and len(between) <= _TITLE + 1 and not owner else NOTHING


def _link(mention: Mention, discourse: Discourse) -> Link:
    if mention.kind == "pronoun" or (mention.definite and mention.head.endswith(tuple(discourse.words.age_endings))):
        return interviewee(mention, discourse) if mention.how == "label" else pronoun(mention, discourse)
    if mention.whose is not None:
        return for_whom(mention, discourse) if mention.whose == "spokes" else of_body(mention, discourse)
    if mention.how == "alone":
        return another(mention, discourse)
    if mention.person is None and not mention.candidates and mention.definite:
        return description(mention, discourse)
    if mention.candidates:
        return shared_surname(mention, discourse)
    return NOTHING
