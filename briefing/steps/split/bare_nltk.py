"""NLTK's Punkt without the rest of NLTK.

`import nltk.tokenize.punkt` first runs `nltk/__init__`, which imports parsers, classifiers and numpy: 0.3 s of CPU,
more than reading and splitting an article costs. Punkt itself needs seven small modules. They are imported here under
stand-ins for the two packages above them, which leave no trace: who imports NLTK later gets the whole of it.
"""

from __future__ import annotations

import importlib
import sys
from importlib.util import find_spec
from types import ModuleType

_PUNKT = "nltk.tokenize.punkt"
_PARENTS = ("nltk", "nltk.tokenize")


def import_punkt() -> ModuleType:
    """The module `nltk.tokenize.punkt`. Raises ModuleNotFoundError when NLTK is not installed."""
    spec = find_spec("nltk")
    if "nltk" in sys.modules or spec is None or spec.submodule_search_locations is None:
        return importlib.import_module(_PUNKT)
    try:
        _stand_in(list(spec.submodule_search_locations))
        return importlib.import_module(_PUNKT)
    except (ImportError, AttributeError):  # another NLTK, whose Punkt needs more of it
        _clear()
        return importlib.import_module(_PUNKT)
    finally:
        if getattr(sys.modules.get("nltk"), "__spec__", None) is None:
            _clear()


def _stand_in(folders: list[str]) -> None:
    """Put empty packages in place of the parents, with their folders, so that Python finds the modules in them."""
    for name in _PARENTS:
        package = ModuleType(name)
        package.__path__ = [folder + name.removeprefix("nltk").replace(".", "/") for folder in folders]
        sys.modules[name] = package


def _clear() -> None:
    for name in [name for name in sys.modules if name == "nltk" or name.startswith("nltk.")]:
        del sys.modules[name]
