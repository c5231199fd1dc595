"""Attribution in characters a second, and its time against sumy's LexRank on the same articles in the same run."""

from __future__ import annotations

import time
from collections.abc import Callable

from benchmarks.quality.attribution_rules import read_articles
from benchmarks.quality.where import evaluation_data
from briefing.languages import load
from briefing.records import Article, Sentence
from briefing.steps.attribute import attribute
from briefing.steps.split import split

RUNS = 3


def main() -> None:
    lexicon = load("en")
    articles = [article for article, _ in read_articles(evaluation_data() / "attribution" / "dev.jsonl")]
    sentences = [split(article, lexicon=lexicon) for article in articles]
    pairs = list(zip(articles, sentences, strict=True))
    own = least(lambda: [attribute(article, found, lexicon=lexicon) for article, found in pairs])
    peer = least(lambda: [lex_rank(article, found) for article, found in pairs])
    characters = sum(len(article.text) for article in articles)
    print(f"attribution      {own:6.2f} s   {characters / own / 1e6:5.2f} million characters/s (aim 1.00)")
    print(f"sumy LexRank     {peer:6.2f} s   attribution takes {own / peer:.3f} of it (at most 0.500)")


def least(work: Callable[[], object]) -> float:
    """The shortest of a few runs, in seconds of processor time."""
    times = []
    for _ in range(RUNS):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


class _Splitter:
    """sumy's tokenizer needs a download: this one gives it our sentences and NLTK's own words."""

    def __init__(self, article: Article, sentences: tuple[Sentence, ...]) -> None:
        from nltk.tokenize import NLTKWordTokenizer  # noqa: PLC0415 - slow to import

        self._sentences = tuple(sentence.span.of(article.text) for sentence in sentences)
        self._words = NLTKWordTokenizer()

    def to_sentences(self, _paragraph: str) -> tuple[str, ...]:
        return self._sentences

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(word for word in self._words.tokenize(sentence) if any(map(str.isalnum, word)))


def lex_rank(article: Article, sentences: tuple[Sentence, ...]) -> object:
    """Five sentences by sumy's LexRank, of sentences that are split already."""
    from sumy.nlp.stemmers import Stemmer  # noqa: PLC0415
    from sumy.parsers.plaintext import PlaintextParser  # noqa: PLC0415 - slow to import
    from sumy.summarizers.lex_rank import LexRankSummarizer  # noqa: PLC0415

    one_paragraph = article.text.replace("\n", " ")  # the splitter gives all sentences at once
    parser = PlaintextParser.from_string(one_paragraph, _Splitter(article, sentences))
    return LexRankSummarizer(Stemmer("english"))(parser.document, 5)


if __name__ == "__main__":
    main()
