"""The two fitted models: weights that tell article text from page furniture, line by line; README.md is their card.

They are logistic regressions over named features, no language models. All else that the program knows is written by
hand, in `briefing.languages` and in profiles.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Literal


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """The weights of each stage by feature, and the score above which a line is kept. Compared by identity."""

    name: str
    threshold: float
    stages: tuple[Mapping[str, float], ...]


@functools.cache
def load(name: Literal["lines", "pages"]) -> Model:
    """The model of that name, the same object at each call."""
    tables = tomllib.loads((resources.files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))
    threshold = float(tables.pop("threshold"))
    return Model(name, threshold, tuple(MappingProxyType(weights) for weights in tables.values()))
