"""The original: sumy's own summarisers, fed our sentences and words. Imported late, because sumy imports NLTK."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from briefing.steps.summarize.task import Words

SUMMARIZERS = {
    "luhn": LuhnSummarizer,
    "edmundson": EdmundsonSummarizer,
    "lsa": LsaSummarizer,
    "lex-rank": LexRankSummarizer,
    "text-rank": TextRankSummarizer,
    "sum-basic": SumBasicSummarizer,
    "kl": KLSummarizer,
    "reduction": ReductionSummarizer,
}


class _Given:
    """A tokenizer for sumy that returns words split before."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words = words

    def to_words(self, _text: str) -> tuple[str, ...]:
        return self._words


def sumy_ranking(method: str, words: Words, texts: tuple[str, ...]) -> Iterator[int]:
    """Sentence indexes, best first, as sumy orders them. Raises KeyError on an unknown name."""
    order: list[int] = []

    def everything(infos: Any) -> Any:
        order.extend(info.order for info in infos)
        return infos

    summarizer(method, words)(document(words, texts), everything)
    return iter(order)


def summarizer(method: str, words: Words) -> Any:
    """sumy's summariser of that name with our stemmer and word lists. Raises KeyError on an unknown name."""
    made = SUMMARIZERS[method](words.stem)
    if method == "edmundson":
        made.null_words, made.bonus_words, made.stigma_words = words.stop_words, words.bonus, words.stigma
    else:
        made.stop_words = words.stop_words
    return made


def document(words: Words, texts: tuple[str, ...]) -> Any:
    """The sentences as sumy's document model, the titles as a heading of the first paragraph."""
    paragraphs: dict[int, list[Any]] = {}
    for number, text, own in zip(words.paragraphs, texts, words.sentences, strict=True):
        paragraphs.setdefault(number, []).append(Sentence(text, _Given(own)))
    if words.headings and paragraphs:
        next(iter(paragraphs.values())).insert(0, Sentence("", _Given(words.headings), is_heading=True))
    return ObjectDocumentModel([Paragraph(sentences) for sentences in paragraphs.values()])
