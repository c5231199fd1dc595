"""NLTK's Punkt without the rest of NLTK, and without its clock.

`import nltk.tokenize.punkt` first runs `nltk/__init__`, which imports parsers, classifiers and numpy: 0.3 s of CPU,
more than reading and splitting an article costs. Punkt itself needs seven small modules. They are imported here under
stand-ins for the two packages above them, which leave no trace: who imports NLTK, before or later, has the whole of it.

The copy is our own also because NLTK stops every match of an expression that takes five seconds by the clock. On a busy
machine that would decide what is read; and looking at the clock takes a third of Punkt's time.
"""

from __future__ import annotations

import importlib
import sys
from importlib.util import find_spec
from types import ModuleType

_PUNKT = "nltk.tokenize.punkt"
_PARENTS = ("nltk", "nltk.tokenize")
_TIMERS = "nltk.redos"  # of newer NLTKs


def import_punkt() -> ModuleType:
    """The module `nltk.tokenize.punkt`. Raises ModuleNotFoundError when NLTK is not installed."""
    before = _taken()
    try:
        return _untimed(_import_alone())
    finally:
        _taken()
        sys.modules.update(before)


def _import_alone() -> ModuleType:
    spec = find_spec("nltk")
    if spec is None or spec.submodule_search_locations is None:
        return importlib.import_module(_PUNKT)
    _stand_in(list(spec.submodule_search_locations))
    try:
        return importlib.import_module(_PUNKT)
    except (ImportError, AttributeError):  # another NLTK, whose Punkt needs more of it
        _taken()
        return importlib.import_module(_PUNKT)


def _untimed(punkt: ModuleType) -> ModuleType:
    timers = sys.modules.get(_TIMERS)
    if timers is not None:
        timers.DEFAULT_TIMEOUT = None  # type: ignore[attr-defined]
    return punkt


def _stand_in(folders: list[str]) -> None:
    """Put empty packages in place of the parents, with their folders, so that Python finds the modules in them."""
    for name in _PARENTS:
        package = ModuleType(name)
        package.__path__ = [folder + name.removeprefix("nltk").replace(".", "/") for folder in folders]
        sys.modules[name] = package


def _taken() -> dict[str, ModuleType]:
    """The modules of NLTK that are there, taken away."""
    names = [name for name in sys.modules if name == "nltk" or name.startswith("nltk.")]
    return {name: sys.modules.pop(name) for name in names}
