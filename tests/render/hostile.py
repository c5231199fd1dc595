"""Briefings whose every word tries to be live somewhere."""

from __future__ import annotations

from dataclasses import replace

from briefing import merged as m
from briefing.profile import Issue, Party
from tests.render import factory

SCRIPT = "<script>window.hit=1</script><img src=x onerror=window.hit=1>"
TEXTS = (
    SCRIPT,
    "</script><script>window.hit=1</script>",
    "--></style><svg onload=window.hit=1>",
    "[click](javascript:window.hit=1) and <javascript:window.hit=1>",
    "# heading | cell || `code` *star* _under_ ~~gone~~ ![x](y)",
    "1. one 2) two - three + four > five",
    "=cmd|' /C calc'!A0",
    "{{ 7*7 }} {% raw %} ${x} &lt;b&gt; &amp;",
    "left \u202eright\u202c \u2066iso\u2069 bell \x07 null \x00 esc \x1b[31m",
    "---",
    "back\\slash \\* \\| https://example.org/a_b*c www.example.org a@example.org",
)


def briefing(text: str) -> m.Briefing:
    """A briefing that has `text` wherever a source or a profile can put words."""
    plain = factory.briefing()
    parties = tuple(replace(p, name=f"{p.name} {text}") for p in plain.topic.parties)
    issues = tuple(Issue(i.id, f"{i.title} {text}") for i in plain.topic.issues)
    return replace(
        plain,
        topic=replace(plain.topic, title=text, parties=(*parties, Party(text, text)), issues=issues),
        sources=tuple(_source(s, text) for s in plain.sources),
        statements=tuple(_statement(s, text) for s in plain.statements),
        figures=tuple(replace(f, what=text, value=text, according_to=text) for f in plain.figures),
        wordings=tuple(replace(x, terms=((text, 2),)) for x in plain.wordings),
        timeline=tuple(replace(e, evidence=text, citation=_cited(e.citation, text)) for e in plain.timeline),
        conflicts=tuple(replace(c, topic=(text,)) for c in plain.conflicts),
        problems=tuple(replace(p, where=text, message=text) for p in plain.problems),
        summaries=tuple(
            replace(k, sentences=tuple(_cited(c, text) for c in k.sentences), opens_with=(text,))
            for k in plain.summaries
        ),
    )


def _source(source: m.Source, text: str) -> m.Source:
    return replace(
        source,
        title=text,
        publisher=text,
        author=text,
        url="javascript:window.hit=1",
        source=f"{text}.txt",
        relays=(text,),
        flags=(m.Flag("scare_quotes", (text,)),),
        reliability=text,
    )


def _statement(statement: m.Statement, text: str) -> m.Statement:
    lead = _cited(statement.lead, text)
    return replace(
        statement,
        lead=lead,
        citations=(lead, *(_cited(c, text) for c in statement.citations[1:])),
        speaker=replace(statement.speaker, name=text, role=text),
        cue=(text,),
        date_said=replace(statement.date_said, evidence=text),
        issues=tuple(replace(i, stance_words=(text,), issue_words=(text,)) for i in statement.issues),
    )


def _cited(citation: m.Citation, text: str) -> m.Citation:
    return replace(citation, text=text, before=text, after=text)
