"""Literal text in, stands out."""

from tests.factory import reading


def stands(text):
    """The stance and the object of each stand of an English text, in order."""
    return [
        (stand.stance, stand.object.of(text) if stand.object else None)
        for position in reading(text).positions
        for stand in position.stands
    ]
