"""What the profile asks about and these sources do not hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.merged import Gap, Statement
from briefing.profile import Profile


def find_gaps(statements: Sequence[Statement], profile: Profile) -> tuple[Gap, ...]:
    """Parties and issues without any statement, and parties of which only unnamed voices are heard.

    What the profile has from another that it builds on is not missed: nobody has asked for all of Congress.
    """
    return tuple(_gaps(statements, profile))


def _gaps(statements: Sequence[Statement], profile: Profile) -> Iterator[Gap]:
    for party in profile.parties:
        mine = [s for s in statements if party.id in s.parties]
        if not mine and party.id in profile.borrowed:
            continue
        if not mine:
            yield Gap("party", party.id)
        elif all(s.speaker.anonymous for s in mine):
            yield Gap("only_anonymous", party.id)
    spoken = {label.issue for s in statements for label in s.issues}
    yield from (Gap("issue", issue.id) for issue in profile.issues if issue.id not in spoken | profile.borrowed)
