"""sumy's own command line, made to work without NLTK's downloads: Punkt with sumy's own few abbreviations."""

from __future__ import annotations

from nltk.tokenize import punkt
from sumy.__main__ import main as sumy_main


class LocalPunkt(punkt.PunktSentenceTokenizer):
    """Punkt from explicit parameters in place of the downloaded ones."""

    def __init__(self, lang="english"):  # noqa: ARG002 - called as the original is
        super().__init__(punkt.PunktParameters())


def main() -> None:
    """Run `sumy` with the arguments of this process."""
    import nltk.tokenize  # noqa: PLC0415

    nltk.tokenize.PunktTokenizer = LocalPunkt
    sumy_main()


if __name__ == "__main__":
    main()
