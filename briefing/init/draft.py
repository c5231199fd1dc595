"""The text of a first profile: TOML that `briefing check` accepts, with comments for the person who finishes it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.init.issues import ProposedIssue, propose_issues
from briefing.init.parties import ProposedParty, propose_parties, without_side
from briefing.init.voices import voices
from briefing.lexicons import Lexicon
from briefing.records import Reading
from briefing.text import fold

_EXAMPLE_LENGTH = 150
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
        *_parties(parties),
        *_comment("Heard without a side: ", _listed(without_side(heard))),
        *_issues(issues),
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
    yield f"id = {_text(topic_id)}"
    yield f"title = {_text(title)}"
    yield 'language = "en"'
    if days:
        yield f"period = {{ from = {days[0]}, to = {days[-1]} }}  # first and last dated article"
    else:
        yield "# period = { from = 2024-01-01, to = 2024-12-31 }  # no article is dated"
    words = [party.side.name for party in parties] + [issue.terms[0] for issue in issues]
    yield f"keywords = {_list(list(dict.fromkeys(words))[:_MOST_KEYWORDS])}"
    yield ""


def _parties(parties: Sequence[ProposedParty]) -> Iterator[str]:
    if not parties:
        yield "# Nobody with a side was found. At least one party is needed."
        yield from ("[[party]]", 'id = "first"', 'name = "First party"', "")
    for party in parties:
        heard = f"Heard in {_times(party.count, 'statement')} of {_times(party.articles, 'article')}."
        yield f"# {heard if party.count else f'Not heard, but named in {party.named} statements.'}"
        yield from _comment("Voices: ", _listed(party.phrases))
        yield from _comment("Example: ", _shortened(f"{party.example.source}: {party.example.words}"))
        yield "[[party]]"
        yield f"id = {_text(party.side.name)}"
        yield f"name = {_text(party.side.name)}"
        yield f"aliases = {_list(party.aliases)}"
        yield f"adjectives = {_list(party.adjectives)}"
        yield ""
        yield from _members(party)


def _members(party: ProposedParty) -> Iterator[str]:
    for member in party.members:
        yield "[[party.member]]"
        yield f"name = {_text(member.name)}  # {_times(member.count, 'statement')}"
        if member.role:
            yield f"role = {_text(member.role)}"
        yield ""


def _issues(issues: Sequence[ProposedIssue]) -> Iterator[str]:
    yield ""
    if not issues:
        yield "# No term recurs. At least one issue is needed."
        yield from ("[[issue]]", 'id = "first"', 'title = "First issue"', 'terms = ["change me"]', "")
    for issue in issues:
        yield f"# {_times(issue.count, 'time')} in statements of {_times(issue.articles, 'article')}."
        yield from _comment("Example: ", _shortened(f"{issue.example.source}: {issue.example.words}"))
        yield "[[issue]]"
        yield f"id = {_text(re.sub('[^a-z0-9]+', '_', fold(issue.title)).strip('_') or 'issue')}"
        yield f"title = {_text(issue.title)}"
        yield f"terms = {_list(issue.terms)}"
        yield ""


def _times(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _listed(counted: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{words} ({count})" for words, count in counted)


def _comment(label: str, words: str) -> Iterator[str]:
    """A comment of one line; control characters, which TOML forbids there, become spaces."""
    if words:
        yield f"# {label}{' '.join(_printable(words).split())}"


def _shortened(words: str) -> str:
    if len(words) <= _EXAMPLE_LENGTH:
        return words
    return f"{words[:_EXAMPLE_LENGTH].rpartition(' ')[0] or words[:_EXAMPLE_LENGTH]} …"


def _text(words: str) -> str:
    """A TOML string: JSON's escapes are TOML's, once control characters are gone."""
    return json.dumps(" ".join(_printable(words).split()) or "unnamed", ensure_ascii=False)


def _printable(words: str) -> str:
    return "".join(c if c.isprintable() else " " for c in words)


def _list(items: Iterable[str]) -> str:
    """A TOML list without the repetitions that `briefing check` would find."""
    unique = {item.casefold(): item for item in reversed([_text(item) for item in items])}
    return f"[{', '.join(reversed(unique.values()))}]"
