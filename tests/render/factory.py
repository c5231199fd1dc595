"""A small briefing made by hand, and one of any size, for the tests of the renderers. All words are invented."""

from __future__ import annotations

from dataclasses import replace

from briefing import merged as m
from briefing.profile import Issue, Party
from briefing.records import Assigned, DateEvidence, DateSaid, IssueStance, Problem, Span, Speaker

PARTIES = (Party("North", "North"), Party("South", "South"), Party("Lake Union", "Lake Union"), Party("Isles", "Isles"))
ISSUES = (
    Issue("fishing", "Fishing rights"),
    Issue("harbour", "Harbour and customs"),
    Issue("talks", "State of the talks"),
)
TOPIC = m.Topic("lake", "Lake talks", "en", PARTIES, ISSUES, "0" * 64)
TEXTS = {
    1: "The premier of North, Ada Holm, spoke on Monday. “We will not share the lake,” Holm said. A ferry left later.",
    2: "Talks went on. North said it would not share the lake. South demanded an open harbour.\n"
    "An official said little.",
    3: "Nobody signed. 40 boats were counted, the harbour master said. South’s office declined to comment.",
}


def source(number: int, **changes: object) -> m.Source:
    """One source; any field may be changed."""
    plain = m.Source(
        id=f"src-{number}",
        article=f"a{number}",
        source=f"page_{number}.txt",
        also_at=(),
        title=f"Lake talks, day {number}",
        publisher="The Lake Post" if number == 1 else None,
        author=None,
        url="https://example.org/lake/1" if number == 1 else None,
        language="en",
        published="2024-05-07" if number == 1 else None,
        dated_by=DateEvidence("label", "Published: May 7, 2024", Span(0, 22)) if number == 1 else DateEvidence("none"),
        page_shows=None,
        page_date=None,
        inferred=m.InferredDate("2024-05-07", "src-1", ("share the lake",)) if number == 2 else None,
        reliability=None,
        assigned=Assigned(),
        relays=("Lake Agency",) if number == 2 else (),
        flags=(m.Flag("scare_quotes", ("“North”",), 2),) if number == 3 else (),
        sha256=f"{number}" * 64,
        words=len(TEXTS.get(number, "a b").split()),
        words_quoted=8,
        statements=1,
        strand=f"src-{min(number, 2)}",
    )
    return replace(plain, **changes)


def cite(number: int, text: str, *, before: str = "", after: str = "") -> m.Citation:
    """The citation of `text` in the text of source `number`."""
    start = TEXTS[number].index(text)
    line = TEXTS[number].count("\n", 0, start) + 1
    return m.Citation(f"src-{number}", Span(start, start + len(text)), line, text, before, after)


def statement(name: str, lead: m.Citation, **changes: object) -> m.Statement:
    """One statement; any field may be changed."""
    plain = m.Statement(
        id=name,
        party="North",
        also_parties=(),
        speaker=Speaker("Ada Holm", Span(22, 30), "Ada Holm", "premier", "North", via="name"),
        mode="direct",
        stance="reject",
        issues=(IssueStance("fishing", "reject", ("lake",), ("will not",), "issue.term"),),
        cue=("said",),
        rule="quote.after",
        cue_id="say",
        date_said=DateSaid("2024-05-06", "on Monday", "said.sentence+weekday", "2024-05-07"),
        lead=lead,
        citations=(lead,),
        strands=1,
    )
    return replace(plain, **changes)


HOLM = cite(
    1,
    "“We will not share the lake,” Holm said.",
    before="The premier of North, Ada Holm, spoke on Monday.",
    after="A ferry left later.",
)
NORTH = cite(2, "North said it would not share the lake.", before="Talks went on.")
HARBOUR = cite(2, "South demanded an open harbour.")
LITTLE = cite(2, "An official said little.")
OFFICE = cite(3, "South’s office declined to comment.")

SHARE = m.CitedStand("reject", "will not", "share the lake", Span(57, 71), ("fishing",), "stand.own_act", -1, ("lake",))
OPEN = m.CitedStand(
    "demand", "demanded", "an open harbour", Span(*HARBOUR.span), ("harbour",), "stand.call_for", 1, ("harbour open",)
)

SAID = m.Said(
    id="N-1",
    marks=("aaaa",),
    party="North",
    speaker="Ida Holm",
    issues=(("fishing", "reject"),),
    day="2024-05-06",
    first_seen="2024-05-06",
    last_seen="2024-05-06",
    sources=("north.txt",),
    text=HOLM.text,
    line=HOLM.line,
    span=HOLM.span,
)


def statements() -> tuple[m.Statement, ...]:
    """Five statements: named and unnamed, with and without issue, party and date."""
    unnamed = Speaker("unnamed official", None, None, "official", None, anonymous=True, via="role")
    south = Speaker("South", None, None, None, "South", via="alias")
    by = DateSaid(None, None, "said.none", "2024-05-07")
    none = DateSaid(None, None, "said.none")
    return (
        statement("N-1", HOLM, citations=(HOLM, NORTH), strands=2, antecedent=cite(1, "Ada Holm"), stands=(SHARE,)),
        statement("N-2", NORTH, mode="indirect", speaker=replace(south, name="North", party="North"), date_said=by),
        statement(
            "S-1",
            HARBOUR,
            party="South",
            also_parties=("Lake Union",),
            speaker=south,
            mode="indirect",
            stance="demand",
            issues=(
                IssueStance("harbour", "demand", ("harbour",), ("demanded",), "issue.term"),
                IssueStance("talks", "state", (), (), "issue.none"),
            ),
            stands=(OPEN,),
            date_said=none,
        ),
        statement("S-2", OFFICE, party="South", speaker=south, mode="action", stance="decline_comment", issues=()),
        statement(
            "X-1", LITTLE, party=None, speaker=unnamed, mode="indirect", stance="state", issues=(), date_said=none
        ),
    )


def briefing(**changes: object) -> m.Briefing:
    """A briefing with something in every section; any field may be changed."""
    forty = cite(3, "40 boats were counted, the harbour master said.")
    plain = m.Briefing(
        as_of="2024-05-07",
        since=None,
        topic=TOPIC,
        sources=(source(1), source(2), source(3)),
        statements=statements(),
        key_points=(m.KeyPoint("North", "latest_dated", "N-1"), m.KeyPoint("South", "latest", "S-1")),
        agreements=(m.Agreement(("N-1", "N-2"), ("src-1", "src-2"), 2, ("share the lake",)),),
        conflicts=(
            m.Conflict(
                "c-1",
                "stance",
                "fishing",
                ("share", "lake"),
                (m.ConflictSide(HOLM, "N-1", "reject"), m.ConflictSide(HARBOUR, None, "demand")),
                "conflict.two_parties",
            ),
        ),
        figures=(m.Figure("boats were counted", "40", 40.0, "boat", "the harbour master", None, forty),),
        wordings=(m.Wording("src-3", "South", (("South’s office", 1),)),),
        timeline=(
            m.Event("2024-05-06", "on Monday", "date.weekday", HOLM),
            m.Event(None, "later", "date.none", LITTLE),
        ),
        gaps=(m.Gap("party", "Isles"), m.Gap("only_anonymous", "Lake Union")),
        changes=(m.ChangeRow("North", "fishing", "new", None, "reject", (), (SAID,), 1),),
        summaries=(m.KeySentences("src-1", (HOLM,), (None,)), m.KeySentences("src-2", (HARBOUR,), ("South",))),
        problems=(Problem("quotation.unclosed", "page_3.txt", "a quotation mark is never closed"),),
        previous=None,
        corpus_sha256="ab" * 32,
        version="0.1",
    )
    return replace(plain, **changes)
