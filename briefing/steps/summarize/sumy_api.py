"""Our rankings as subclasses of sumy's AbstractSummarizer, to be used where sumy's own classes are.

    from briefing.steps.summarize.sumy_api import LexRankSummarizer

    summarizer = LexRankSummarizer(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    summarizer(document, 5)

They choose the sentences that sumy's classes of the same names choose, except that sentences of equal rating fall to
text order, and that a sentence which stands twice in a document is returned once. Importing this imports sumy.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any, ClassVar

from sumy.summarizers._summarizer import AbstractSummarizer
from sumy.utils import ItemsCount

from briefing.steps.summarize.budget import take
from briefing.steps.summarize.methods import RANKERS
from briefing.steps.summarize.task import Budget, Words


class RankingSummarizer(AbstractSummarizer):  # type: ignore[misc]  # sumy has no types
    """A summariser of sumy that ranks by one of our methods. Set `stop_words` as for sumy's own."""

    method: ClassVar[str]
    stop_words: Iterable[str] = ()
    bonus_words: Iterable[str] = ()
    stigma_words: Iterable[str] = ()

    def __call__(self, document: Any, sentences_count: Any) -> tuple[Any, ...]:
        """The best sentences of `document` in text order.

        `sentences_count` is a number, a share as "20%", or a callable that returns the part of a list it keeps.
        """
        sentences = document.sentences
        keep = sentences_count if callable(sentences_count) else ItemsCount(sentences_count)
        wanted = len(keep(sentences))
        if not wanted:
            return ()
        texts = [str(sentence) for sentence in sentences]
        picked = take(RANKERS[self.method](self._words(document)), texts, Budget(sentences=wanted))
        return tuple(sentences[index] for index in sorted(picked))

    def _words(self, document: Any) -> Words:
        numbered = [
            (n, sentence) for n, paragraph in enumerate(document.paragraphs) for sentence in paragraph.sentences
        ]
        return Words(
            sentences=tuple(tuple(sentence.words) for _, sentence in numbered),
            paragraphs=tuple(number for number, _ in numbered),
            headings=tuple(word for heading in document.headings for word in heading.words),
            stop_words=frozenset(map(self.normalize_word, self.stop_words)),
            stem=functools.cache(self.stem_word),
            bonus=frozenset(self.bonus_words),
            stigma=frozenset(self.stigma_words),
        )


class LuhnSummarizer(RankingSummarizer):
    """Luhn's clusters of frequent words."""

    method = "luhn"


class EdmundsonSummarizer(RankingSummarizer):
    """Edmundson's cue, title and location methods. Set `bonus_words`, `stigma_words` and `null_words`."""

    method = "edmundson"

    @property
    def null_words(self) -> Iterable[str]:
        """Title words that do not count; the stop words under the name that sumy gives them here."""
        return self.stop_words

    @null_words.setter
    def null_words(self, words: Iterable[str]) -> None:
        self.stop_words = words


class LsaSummarizer(RankingSummarizer):
    """Latent semantic analysis as sumy ranks by it."""

    method = "lsa"


class LexRankSummarizer(RankingSummarizer):
    """LexRank."""

    method = "lex-rank"


class TextRankSummarizer(RankingSummarizer):
    """TextRank."""

    method = "text-rank"


class SumBasicSummarizer(RankingSummarizer):
    """SumBasic."""

    method = "sum-basic"


class KLSummarizer(RankingSummarizer):
    """KL-Sum."""

    method = "kl"


class ReductionSummarizer(RankingSummarizer):
    """Reduction."""

    method = "reduction"
