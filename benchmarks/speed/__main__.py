"""`make speed`: every speed benchmark, or those named on the command line."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import benchmarks.speed


def main() -> None:
    known = [m.name for m in pkgutil.iter_modules(benchmarks.speed.__path__) if not m.name.startswith("_")]
    names = sys.argv[1:] or [name for name in known if name != "sumy_cli"]
    for name in names:
        print(f"== {name}")
        importlib.import_module(f"benchmarks.speed.{name}").main()


if __name__ == "__main__":
    main()
