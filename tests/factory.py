"""Articles and readings from literals, for tests of single steps."""

from briefing.languages import load
from briefing.pipeline import read_document
from briefing.profile import Profile, parse
from briefing.records import Article, Metadata, Paragraph, RawDocument, Reading, Run, Sentence, Span
from briefing.steps.split import split

LEXICON = load("en")
NOTHING_KNOWN = Metadata()

PROFILE_TOML = """
[topic]
id = "dispute"
title = "The harbour dispute"
period = { from = 2023-01-01, to = 2024-12-31 }

[[party]]
id = "Norland"
name = "Norland"
aliases = ["Norland", "Norland Port Authority", "Trade Council", "Port City"]
adjectives = ["Norlandic"]
roles = ["Norlandic leader"]

[[party.member]]
name = "Ada Berg"
aliases = ["Berg"]
role = "prime minister"
from = 2022-01-01

[[party.member]]
name = "Carl Holm"
role = "foreign minister"
to = 2023-12-31

[[party.member]]
name = "Eva Lind"
role = "foreign minister"
from = 2024-01-01

[[party]]
id = "Dockers"
name = "Dockers"
aliases = ["Dockers", "dockers' union", "militant union"]
adjectives = ["union"]

[[party.member]]
name = "Jon Holm"
role = "general secretary"

[[party]]
id = "Residents"
name = "Residents"
aliases = ["residents", "resident"]

[[issue]]
id = "pay"
title = "Pay"
terms = ["pay", "wage", "pay offer"]

[[issue]]
id = "closure"
title = "Closure of the harbour"
terms = ["closure", "shut-down", "close the harbour"]
"""

PROFILE: Profile = parse(PROFILE_TOML.encode(), "dispute.toml")


def article(text: str, *, published: str | None = None, source: str = "a.txt") -> Article:
    """An article whose text is exactly `text`; each line is a paragraph."""
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(Span(at, at + len(line))))
        at += len(line) + 1
    run = (Run(0, 0, len(text)),) if text else ()
    return Article(source, source, text, tuple(paragraphs), run, "0" * 64, "en", published=published)


def sentences(of: Article) -> tuple[Sentence, ...]:
    """Its sentences, by the splitter of the program."""
    return split(of, lexicon=LEXICON)


def reading(
    text: str,
    *,
    source: str = "a.jsonl",
    profile: Profile = PROFILE,
    metadata: Metadata = NOTHING_KNOWN,
    language: str = "en",
) -> Reading:
    """The reading of an article in `language`, given as already extracted text."""
    raw = RawDocument(source, "text/plain", text.encode(), metadata, extracted=True)
    return read_document(raw, profile=profile, lexicon=load(language))
