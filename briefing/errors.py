"""The errors that a user can cause: one tree, each with the exit code it ends the command with.

Content that is merely bad (an unreadable file, an odd page) is never an exception: it becomes a `Problem` in the
records and the run goes on. These errors are for what the user has to mend before there is anything to do.
"""

from __future__ import annotations


class BriefingError(Exception):
    """A mistake the user can mend. The message is one line: what is wrong, where, and how to mend it."""

    exit_code = 2


class UsageError(BriefingError):
    """The command was called with words that do not fit."""


class ProfileError(BriefingError):
    """A topic profile does not hold. `faults` has one line for each fault, all of them at once.

    `unreadable` tells a profile that could not be read at all from one that was read and has faults.
    """

    def __init__(self, faults: tuple[str, ...], unreadable: bool = False) -> None:  # noqa: FBT001, FBT002 - picklable
        super().__init__(faults, unreadable)
        self.faults = faults
        self.unreadable = unreadable

    def __str__(self) -> str:
        """One line a fault."""
        return "\n".join(self.faults)


class NothingReadableError(BriefingError):
    """No source could be read at all."""
