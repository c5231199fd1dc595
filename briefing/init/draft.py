"""The text of a first profile: TOML that `briefing check` accepts, with comments for the person who finishes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.init.blocks import comment, issue_lines, list_of, listed, party_lines, text
from briefing.init.candidate_issues import ProposedIssue, propose_issues
from briefing.init.parties import ProposedParty, propose_parties, without_side
from briefing.init.voices import voices
from briefing.languages import Lexicon
from briefing.records import Reading

_MOST_KEYWORDS = 8

_INTRODUCTION = """\
# A first draft, written by `briefing init` from {articles} articles with {statements} statements. To finish it:
# 1. Parties: delete those that are none, join those that are one (move aliases and members), give each a clear name.
# 2. Members: mend names and roles, add `from` and `to` (days in office) where a role changed hands.
# 3. Issues: keep five to ten that matter, give each a title and the words by which articles name it.
# 4. Run `briefing check` on this file, then `briefing build` with it, and add what the briefing shows to be missing.
"""


def draft_profile(readings: Sequence[Reading], *, topic_id: str, title: str, lexicon: Lexicon) -> str:
    """The draft as TOML text. The readings should come from a profile without parties, in any order."""
    ordered = sorted(readings, key=lambda reading: reading.article.source)
    heard = voices(ordered, lexicon=lexicon)
    parties, issues = propose_parties(heard, lexicon=lexicon), propose_issues(heard, lexicon=lexicon)
    lines = [
        _INTRODUCTION.format(articles=len(ordered), statements=len(heard)),
        *_topic(ordered, parties, issues, topic_id, title),
        *(_parties(parties) or _NO_PARTY),
        *comment("Heard without a side: ", listed(without_side(heard))),
        "",
        *(_issues(issues) or _NO_ISSUE),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _topic(
    readings: Sequence[Reading],
    parties: Sequence[ProposedParty],
    issues: Sequence[ProposedIssue],
    topic_id: str,
    title: str,
) -> Iterator[str]:
    days = sorted(reading.article.published for reading in readings if reading.article.published)
    yield "[topic]"
    yield f"id = {text(topic_id)}"
    yield f"title = {text(title)}"
    yield 'language = "en"'
    if days:
        yield f"period = {{ from = {days[0]}, to = {days[-1]} }}  # first and last dated article"
    else:
        yield "# period = { from = 2024-01-01, to = 2024-12-31 }  # no article is dated"
    words = [party.side.name for party in parties] + [issue.terms[0] for issue in issues]
    yield f"keywords = {list_of(list(dict.fromkeys(words))[:_MOST_KEYWORDS])}"
    yield ""


_NO_PARTY = (
    "# Nobody with a side was found. At least one party is needed.",
    *("[[party]]", 'id = "first"', 'name = "First party"', ""),
)
_NO_ISSUE = (
    "# No term recurs. At least one issue is needed.",
    *("[[issue]]", 'id = "first"', 'title = "First issue"', 'terms = ["change me"]', ""),
)


def _parties(parties: Sequence[ProposedParty]) -> list[str]:
    return [line for party in parties for line in party_lines(party)]


def _issues(issues: Sequence[ProposedIssue]) -> list[str]:
    return [line for issue in issues for line in issue_lines(issue)]
