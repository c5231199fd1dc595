"""`make audit`: the licences of all packages that `briefing` runs on, as docs/licences.md lists them.

python -m benchmarks.licences            print what differs from the document; exit 1 where something does
python -m benchmarks.licences --write    write the document
"""

from __future__ import annotations

import re
import sys
from importlib import metadata
from pathlib import Path

DOCUMENT = Path(__file__).parents[1] / "docs" / "licences.md"
_NAME = re.compile(r"^[A-Za-z0-9._-]+")
_LONG = 60  # characters of a licence field that is a name and no text
_HEAD = """# Licences

`briefing` is Apache-2.0. It installs these packages (`make audit` checks the list against what is installed):

| package | licence |
|---|---|
"""
_NOTES = """
Three of them deserve a word. **sumy** brings `breadability`, which nobody has kept since 2014, and `pycountry`, which
is under the LGPL; `briefing` uses neither, and imports sumy only where one of its methods is asked for. **docopt** and
**docopt-ng** both come with sumy's chain and share a module name; no command of `briefing` uses them.
"""


def required(root: str = "briefing") -> list[str]:
    """The names of all packages that `root` needs without extras, sorted, itself left out."""
    found: set[str] = set()
    left = [root]
    while left:
        name = left.pop()
        try:
            needs = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue  # for another system
        for need in needs:
            match = _NAME.match(need)
            if match and "extra ==" not in need and (other := _plain(match[0])) not in found:
                found.add(other)
                left.append(other)
    return sorted(name for name in found if _is_installed(name))


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _is_installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def licence(name: str) -> str:
    """The licence of a package as its metadata names it."""
    about = metadata.metadata(name)
    named = about.get("License-Expression") or ""
    classes = [c.rsplit(" :: ", 1)[-1] for c in about.get_all("Classifier") or [] if c.startswith("License ::")]
    short = (about.get("License") or "").strip()
    return named or ", ".join(classes) or (short if 0 < len(short) <= _LONG else "see its files")


def main() -> int:
    """Print or write the list. Returns 1 where the document is not true."""
    text = _HEAD + "".join(f"| {name} | {licence(name)} |\n" for name in required()) + _NOTES
    if sys.argv[1:] == ["--write"]:
        DOCUMENT.write_text(text, encoding="utf-8")
        return 0
    same = DOCUMENT.read_text(encoding="utf-8") == text
    print("docs/licences.md is true" if same else "docs/licences.md is not true: python -m benchmarks.licences --write")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
