"""What articles have and a profile does not: proposed in its text, of which every line stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.init.blocks import comment, issue_id, issue_lines, list_of, member_lines, party_lines, text
from briefing.init.candidate_issues import ProposedIssue, propose_issues
from briefing.init.parties import ProposedMember, ProposedParty, propose_parties
from briefing.init.voices import voices
from briefing.languages import Lexicon
from briefing.profile import Profile
from briefing.records import Reading
from briefing.text import fold
from briefing.toml_file import key_lines, parsed

_TIMES, _ARTICLES = 3, 2  # a term that recurs less is no issue that somebody forgot
_MARK = "# proposed by `briefing init --update`"


def updated_profile(written: str, profile: Profile, readings: Sequence[Reading], *, lexicon: Lexicon) -> str:
    """The text of a profile with what it lacks put in: people below their party, parties and issues at its end.

    `profile` is what `written` describes, with those it builds on; the readings should come from a profile without
    parties. Names for a party that stands there are proposed in a comment, as its list is a person's.
    """
    ordered = sorted(readings, key=lambda reading: reading.article.source)
    heard = voices(ordered, lexicon=lexicon)
    lines, places = written.splitlines(), _ends(written)
    known = _Known(profile)
    inserts: dict[int, list[str]] = {}
    behind: list[str] = []
    for proposed in propose_parties(heard, lexicon=lexicon):
        party = known.party_of(proposed)
        people = [member for member in proposed.members if not known.has_person(member.name)]
        if party is None:
            behind += ["", _MARK, *party_lines(known.new(replace(proposed, members=tuple(people))))]
            continue
        names = known.new_names(proposed)
        if party not in places and people:  # it stands in a profile that this one builds on
            owner = profile.party(party)
            name = text(owner.name if owner else party)
            behind += ["", _MARK, "[[party]]", f"id = {text(party)}", f"name = {name}", *_people(people)]
        elif party in places and (people or names):
            end, is_listed = places[party]
            told = [*comment("also called: ", list_of(names) if names else "")]
            told += _as_comments(people) if is_listed else _people(people)
            if told := [line for line in told if line not in lines or not line.startswith("#")]:  # told before
                inserts[end] = [_MARK, *told]
    for issue in propose_issues(heard, lexicon=lexicon):
        if issue.count >= _TIMES and issue.articles >= _ARTICLES and not known.has_issue(issue):
            behind += ["", _MARK, *issue_lines(issue)]
    return "\n".join([*_with(lines, inserts), *behind]).rstrip() + "\n"


class _Known:
    """What a profile has, by names in small letters."""

    def __init__(self, profile: Profile) -> None:
        self.owner: Mapping[str, str] = {
            fold(name): party.id
            for party in reversed(profile.parties)
            for name in (*party.adjectives, *party.aliases, party.name, party.id)
        }
        members = [(party.id, member) for party in profile.parties for member in party.members]
        self.party_of_person = {fold(name): party for party, m in members for name in (m.name, *m.aliases)}
        self.terms = frozenset(fold(term) for issue in profile.issues for term in (issue.title, *issue.terms))
        self.issues = frozenset(issue.id for issue in profile.issues)

    def party_of(self, proposed: ProposedParty) -> str | None:
        """The party that the proposed one is: by its name, by another name of it, or by its people."""
        names = (proposed.side.name, *proposed.aliases)
        by_name = (self.owner.get(fold(name)) for name in names)
        by_person = (self.party_of_person.get(fold(member.name)) for member in proposed.members)
        return next((party for party in (*by_name, *by_person) if party is not None), None)

    def has_person(self, name: str) -> bool:
        return fold(name) in self.party_of_person

    def new_names(self, proposed: ProposedParty) -> tuple[str, ...]:
        names = (proposed.side.name, *proposed.aliases)
        return tuple(dict.fromkeys(name for name in names if fold(name) not in self.owner))

    def new(self, proposed: ProposedParty) -> ProposedParty:
        """The proposed party without names that another has."""
        aliases = tuple(name for name in proposed.aliases if fold(name) not in self.owner)
        adjectives = tuple(name for name in proposed.adjectives if fold(name) not in self.owner)
        return replace(proposed, aliases=aliases, adjectives=adjectives)

    def has_issue(self, issue: ProposedIssue) -> bool:
        return issue_id(issue) in self.issues or any(fold(term) in self.terms for term in (issue.title, *issue.terms))


def _ends(written: str) -> Mapping[str, tuple[int, bool]]:
    """For the id of each party of the text the line, from 0, behind its last one, and whether its people are a list.

    A list of people (`member = […]`) takes no table behind it.
    """
    lines, known = written.splitlines(), key_lines(written)
    headers = sorted(number for path, number in known.items() if lines[number - 1].lstrip().startswith("["))
    found: dict[str, tuple[int, bool]] = {}
    for n, row in enumerate(parsed(written.encode(), "profile").get("party", [])):
        own = {number for path, number in known.items() if path[:2] == ("party", n)}
        start = known["party", n]
        end = next((number - 1 for number in headers if number > start and number not in own), len(lines))
        while end > start and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
            end -= 1  # what stands above the next table belongs to that
        found[row["id"]] = (end, ("party", n, "member") in known)
    return found


def _people(people: Iterable[ProposedMember]) -> list[str]:
    return ["", *(line for member in people for line in member_lines(member))]


def _as_comments(people: Iterable[ProposedMember]) -> Iterator[str]:
    for member in people:
        role = f", role = {text(member.role)}" if member.role else ""
        yield from comment("member: ", f"{{ name = {text(member.name)}{role} }}")


def _with(lines: Sequence[str], inserts: Mapping[int, Sequence[str]]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield from inserts.get(number, ())
        yield line
    yield from inserts.get(len(lines), ())
