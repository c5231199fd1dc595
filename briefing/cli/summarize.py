"""`briefing summarize`: the key sentences of each article, or of a story of several."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby

import click

from briefing.cli.options import Sources, day, emit, source_options, summary_options
from briefing.cli.terminal import printable
from briefing.ingest import IngestOptions
from briefing.languages import load
from briefing.plan import plan_of
from briefing.records import RawDocument
from briefing.summary import Question, Summary, summary_of


@click.command("summarize")
@source_options
@summary_options
@click.option("--query", metavar="TEXT", help="What the reader asks: sentences on it come first.")
@click.option("--since", metavar="DATE", help="Of a story, what is new from this day on.")
@click.option("--timeline", is_flag=True, help="Of a story, one sentence for each dated event.")
@click.option("--explain", is_flag=True, help="Show each sentence with the parts of its score (default method).")
def command(  # noqa: PLR0913 - the options of the command
    sources: tuple[str, ...],
    *,
    options: IngestOptions,
    method: str,
    engine: str,
    sentences: int | None,
    words: int | None,
    query: str | None,
    since: str | None,
    timeline: bool,
    explain: bool,
) -> int:
    """Print a JSON line an article or story: its key sentences, verbatim, in text order.

    On a terminal, the text is shown with the chosen sentences marked.
    """
    given, lexicon = Sources(sources, options), load("en")
    plan = plan_of(method, engine, sentences, words)
    question = Question(query, day(since, "--since"), "timeline" if timeline else None)
    for name, raws in _stories(given):
        summary = summary_of(raws, plan=plan, lexicon=lexicon, question=question, explained=explain)
        if explain:
            click.echo("\n".join(_explained(summary)))
        elif sys.stdout.isatty():
            click.echo("\n".join(_marked(summary)))
        else:
            emit({"id": name or summary.articles[0].article.id, "summary": [summary.text(p) for p in summary.chosen]})
    return given.finish()


def _stories(given: Sources) -> Iterator[tuple[str | None, list[RawDocument]]]:
    """The documents of each story together, under its id; all others alone."""
    for story, raws in groupby(given, key=lambda raw: raw.story):
        if story is None:
            yield from ((None, [raw]) for raw in raws)
        else:
            yield story, list(raws)


def _marked(summary: Summary) -> Iterator[str]:
    for number, given in enumerate(summary.articles):
        yield click.style(printable(given.article.title or given.article.source), bold=True)
        for sentence in given.sentences:
            chosen = (number, sentence.index) in summary.chosen
            text = printable(sentence.span.of(given.article.text))
            yield click.style(f"> {text}", fg="green") if chosen else f"  {text}"


def _explained(summary: Summary) -> Iterator[str]:
    for place, score in summary.scores:
        parts = ", ".join(f"{name} {value:.2f}" for name, value in score.parts.items())
        mark = f"{score.pick:3d}" if score.pick else "  -"
        yield f"{mark} {score.total:6.2f}  {printable(summary.text(place))[:90]}\n            {score.unfit or parts}"
