"""Literal text in, attributions as words out."""

from briefing.languages import load
from briefing.records import Article, Attribution, Paragraph, Problem, Run, Sentence, Span
from briefing.steps.attribute import attribute


def article_of(*paragraphs: str) -> tuple[Article, tuple[Sentence, ...]]:
    """An article whose sentences end at ". " in front of a capital or a quotation mark."""
    text = "\n\n".join(paragraphs)
    spans, sentences, start = [], [], 0
    for number, paragraph in enumerate(paragraphs):
        spans.append(Paragraph(Span(start, start + len(paragraph))))
        for span in _sentences(paragraph, start):
            sentences.append(Sentence(len(sentences), span, number))
        start += len(paragraph) + 2
    runs = (Run(0, 100, len(text)),)  # as if a hundred characters of page furniture stood before
    return Article("x", "x.txt", text, tuple(spans), runs, "", "en"), tuple(sentences)


def _sentences(paragraph: str, offset: int) -> list[Span]:
    cuts = [0]
    for i in range(2, len(paragraph)):
        before = paragraph[:i].rstrip()
        ended = paragraph[i - 1] == " " and before[-1:] in '.”"' and "." in before[-2:]
        if ended and (paragraph[i].isupper() or paragraph[i] in '“"'):
            cuts.append(i)
    ends = [*cuts[1:], len(paragraph)]
    return [Span(offset + a, offset + b) for a, b in zip(cuts, ends, strict=True) if b > a]


def run(*paragraphs: str) -> tuple[Article, tuple[Attribution, ...], tuple[Problem, ...]]:
    article, sentences = article_of(*paragraphs)
    found, problems = attribute(article, sentences, lexicon=load("en"))
    return article, found, problems


def words(article: Article, attribution: Attribution) -> tuple[str, str, str, str]:
    """Kind, source, cue and content; parts of a discontinuous span are joined by " … "."""

    def joined(spans: tuple[Span, ...]) -> str:
        return " … ".join(span.of(article.text) for span in spans)

    return attribution.kind, joined(attribution.source), joined(attribution.cue), joined(attribution.content)


def found_in(*paragraphs: str) -> list[tuple[str, str, str, str]]:
    article, found, _ = run(*paragraphs)
    return [words(article, attribution) for attribution in found]
