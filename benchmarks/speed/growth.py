"""How the time of reading grows with the length of hostile texts: the exponent between two sizes, by CPU time.

`python -m benchmarks.speed growth` reads every input of `tests/hostile` at both sizes and prints what grows fastest;
1.0 is linear. Inputs that take less than a tenth of a second at the larger size are too short to tell.
"""

from __future__ import annotations

import math
import time

from briefing.collecting import put_off
from briefing.languages import load
from briefing.pipeline import read_document
from briefing.profile import load as profile
from briefing.records import RawDocument
from tests.hostile.inputs import whole

SMALL, LARGE = 50_000, 400_000
_SHORT = 0.1  # seconds
_SHOWN = 15


def main() -> None:
    lexicon, topic = load("en"), profile("gaza-ceasefire")

    def seconds(text: str) -> float:
        start = time.process_time()
        with put_off():  # as `briefing build` reads
            read_document(RawDocument("a.txt", "text/plain", text.encode()), profile=topic, lexicon=lexicon)
        return time.process_time() - start

    for _, text in whole(1000):
        seconds(text)  # imports and compiled patterns

    rows = []
    for (name, small), (_, large) in zip(whole(SMALL), whole(LARGE), strict=True):
        one, many = seconds(small), seconds(large)
        if many >= _SHORT:
            rows.append((math.log(many / max(one, 1e-3)) / math.log(LARGE / SMALL), many, name))
    rows.sort(reverse=True)
    print(f"{len(rows)} inputs long enough to tell; exponent from {SMALL} to {LARGE} characters")
    for exponent, many, name in rows[:_SHOWN]:
        print(f"{exponent:6.2f}  {many:7.2f} s  {name}")
