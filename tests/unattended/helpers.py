"""What the tests of unattended runs share."""

import hashlib
import json
from pathlib import Path

from benchmarks.generator import PROFILE
from briefing import profile
from briefing.build import Means, Plan, build

LAKE = profile.parse(PROFILE.encode(), "lake")


def run(sources, out, state=None, *, formats=("json",), profile_place="lake", **plan):
    """Build an issue in this process."""
    means = Means(state, profile_place=str(profile_place))
    return build([str(sources)], Plan(LAKE, formats, **plan), out=Path(out), means=means)


def issue(folder):
    """The JSON briefing of an issue."""
    return json.loads((Path(folder) / "briefing.json").read_bytes())


def tree(folder):
    """The hash of every file under a folder, but for the working folder, by its path."""
    files = (f for f in sorted(Path(folder).rglob("*")) if f.is_file() and ".briefing" not in f.parts)
    return {f.relative_to(folder).as_posix(): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}
