"""A small story, made up: a dam, told by three papers, and the log of its days."""

from __future__ import annotations

import random

from briefing.languages import load
from briefing.records import Article, Paragraph, Span
from briefing.steps.split import split
from briefing.steps.summarize import Candidate, Source, StoryArticle, SummaryInput

LEXICON = load("en")

HERALD = (
    "Dam above Lund breaks after a week of rain",
    "2021-03-04",
    (
        "The dam above Lund broke on Thursday after a week of rain, and water flooded 300 houses in the valley.",
        "Nobody was killed, the governor said. “We were lucky, because the sirens worked.”",
        "He said.",
        "Engineers had warned in 2019 that the dam was too weak. The province never paid for the repair.",
        "Read more about the flood on our page.",
        "“Who pays for this?” asked Nora Webb, whose house is gone.",
        "The army will bring pumps and tents on Friday, the governor said, and the schools of Lund stay closed.",
    ),
)
POST = (
    "300 houses flooded as dam breaks",
    "2021-03-05",
    (
        "A dam that engineers had called too weak broke above Lund on Thursday and flooded 300 houses.",
        "The river had risen for a week. Farmers opened their gates to let cattle reach the hills.",
        "The province never paid for the repair, a report of 2019 shows.",
    ),
)
LOG = (
    (
        "2021-03-04",
        ("The dam above Lund breaks and floods 300 houses in the valley.", "Nobody is killed by the water."),
    ),
    ("2021-03-05", ("The army brings pumps and tents to the valley of Lund.", "Schools stay closed for a second day.")),
    (
        "2021-03-09",
        ("A court opens an inquiry into the unpaid repair of the dam.", "The governor promises 40 million."),
    ),
    ("2021-03-12", ("The governor resigns over the dam at Lund after the inquiry.", "Her deputy takes the office.")),
)


def article(title: str | None, date: str | None, paragraphs: tuple[str, ...]) -> StoryArticle:
    """An article with one paragraph for each text, split into sentences."""
    found, start = [], 0
    for paragraph in paragraphs:
        found.append(Paragraph(Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    made = Article("a", "a.txt", text, tuple(found), (), "", "en", title=title, published=date)
    return StoryArticle(made, split(made, lexicon=LEXICON))


def told(given: StoryArticle, indexes: tuple[int, ...]) -> list[str]:
    """The sentences of an article at `indexes`."""
    return [given.sentences[index].span.of(given.article.text) for index in indexes]


def random_input(seed: int, sentences: int) -> SummaryInput:
    """Sentences of made-up words with the frequencies of language: the word of rank r comes up 1/r as often."""
    draw = random.Random(seed)
    vocabulary = [f"{a}{b}{c}" for a in ("ba", "De", "ko", "mi") for b in ("ra", "lu", "sen") for c in ("t", "n", "p")]
    vocabulary += ["the", "The", "of", "and", "said", "running", "runs", "houses", "house", "O’Neil", "3.5"]
    draw.shuffle(vocabulary)
    ranks = [1 / rank for rank in range(1, len(vocabulary) + 1)]
    texts = [" ".join(draw.choices(vocabulary, ranks, k=draw.randint(1, 24))) + f" w{n}." for n in range(sentences)]
    candidates = tuple(Candidate(text, paragraph=n // 3) for n, text in enumerate(texts))
    return SummaryInput(candidates, (Source("The running houses of balun"),))
