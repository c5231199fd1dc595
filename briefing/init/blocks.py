"""Parties, people and issues as TOML tables, each with a comment on what it was made from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from briefing.init.candidate_issues import ProposedIssue
from briefing.init.parties import ProposedMember, ProposedParty
from briefing.text import fold

_EXAMPLE_LENGTH = 150


def party_lines(party: ProposedParty) -> Iterator[str]:
    """The table of a party with its people, and above it what it was made from."""
    yield f"# Heard in {_times(party.count, 'statement')} of {_times(party.articles, 'article')}."
    yield from comment("Voices: ", listed(party.phrases))
    yield from comment("Example: ", _shortened(f"{party.example.source}: {party.example.words}"))
    yield "[[party]]"
    yield f"id = {text(party.side.name)}"
    yield f"name = {text(party.side.name)}"
    yield f"aliases = {list_of(party.aliases)}"
    yield f"adjectives = {list_of(party.adjectives)}"
    yield ""
    for member in party.members:
        yield from member_lines(member)


def member_lines(member: ProposedMember) -> Iterator[str]:
    """The table of a person, for the party above it."""
    yield "[[party.member]]"
    yield f"name = {text(member.name)}  # {_times(member.count, 'statement')}"
    if member.role:
        yield f"role = {text(member.role)}"
    yield ""


def issue_lines(issue: ProposedIssue) -> Iterator[str]:
    """The table of an issue, and above it what it was made from."""
    yield f"# {_times(issue.count, 'time')} in statements of {_times(issue.articles, 'article')}."
    yield from comment("Example: ", _shortened(f"{issue.example.source}: {issue.example.words}"))
    yield "[[issue]]"
    yield f"id = {text(issue_id(issue))}"
    yield f"title = {text(issue.title)}"
    yield f"terms = {list_of(issue.terms)}"
    yield ""


def issue_id(issue: ProposedIssue) -> str:
    """The id of a proposed issue, from its title."""
    return re.sub("[^a-z0-9]+", "_", fold(issue.title)).strip("_") or "issue"


def _times(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def listed(counted: Iterable[tuple[str, int]]) -> str:
    """The words with their counts, in one line."""
    return ", ".join(f"{words} ({count})" for words, count in counted)


def comment(label: str, words: str) -> Iterator[str]:
    """A comment of one line; control characters, which TOML forbids there, become spaces."""
    if words:
        yield f"# {label}{' '.join(_printable(words).split())}"


def _shortened(words: str) -> str:
    if len(words) <= _EXAMPLE_LENGTH:
        return words
    return f"{words[:_EXAMPLE_LENGTH].rpartition(' ')[0] or words[:_EXAMPLE_LENGTH]} …"


def text(words: str) -> str:
    """A TOML string: JSON's escapes are TOML's, once control characters are gone."""
    return json.dumps(" ".join(_printable(words).split()) or "unnamed", ensure_ascii=False)


def _printable(words: str) -> str:
    return "".join(c if c.isprintable() else " " for c in words)


def list_of(items: Iterable[str]) -> str:
    """A TOML list without the repetitions that `briefing check` would find."""
    unique = {item.casefold(): item for item in reversed([text(item) for item in items])}
    return f"[{', '.join(reversed(unique.values()))}]"
