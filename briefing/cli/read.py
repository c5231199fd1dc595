"""`briefing read`: the article of each source, with its date and the evidence for it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from briefing import profile as profiles
from briefing.cli.options import Sources, emit, source_options
from briefing.cli.terminal import printable, shown
from briefing.ingest import IngestOptions
from briefing.languages import load
from briefing.pipeline import on_the_topic, read_article
from briefing.records import Article, Cleaned, Problem, RawDocument, Relevance


@click.command("read")
@source_options
@click.option("--explain", is_flag=True, help="Show each line with the rule that kept or dropped it.")
@click.option("--profile", "profile_name", metavar="P", help="Say whether each article is on the topic of a profile.")
def command(sources: tuple[str, ...], options: IngestOptions, profile_name: str | None, *, explain: bool) -> int:
    """Print each article as a JSON line: text, title, publisher, date and evidence, labels of its lines."""
    given, lexicon = Sources(sources, options), load("en")
    profile = profiles.load(profile_name) if profile_name else None
    for raw in given:
        article, cleaned = read_article(raw, lexicon=lexicon)
        judged = on_the_topic(article, profile=profile, lexicon=lexicon)[0] if profile else None
        if explain:
            _explain(article, cleaned, judged)
        else:
            emit({**row(raw, article, cleaned), **({"topic": asdict(judged)} if judged else {})})
    return given.finish()


def row(raw: RawDocument, article: Article, cleaned: Cleaned) -> dict[str, Any]:
    """The contract of `briefing read`: `labels` has one digit a non-empty line of the decoded source, 1 = body."""
    evidence = article.dated_by
    start, end = evidence.span or (None, None)
    return {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "publisher": article.publisher,
        "author": article.author,
        "published": article.published,
        "dated_by": {"rule": evidence.rule, "text": evidence.text, "start": start, "end": end},
        "page_shows": article.page_shows.text if article.page_shows else None,
        "language": article.language,
        "text": article.text,
        "labels": "".join("1" if label.kind == "body" else "0" for label in cleaned.labels),
        "problems": [problem_row(p) for p in (*raw.problems, *cleaned.problems)],
    }


def problem_row(problem: Problem) -> dict[str, Any]:
    """A problem as plain data."""
    return {"code": problem.code, "where": problem.where, "message": problem.message}


def _explain(article: Article, cleaned: Cleaned, judged: Relevance | None) -> None:
    click.echo(f"{shown(article.source)}: published {article.published or 'not established'} ({article.dated_by.rule})")
    if judged is not None:
        named = ", ".join(judged.keywords) or "no keyword"
        click.echo(
            f"{'on' if judged.on_topic else 'off'} the topic ({judged.rule}): {named}, and {len(judged.terms)} terms, "
            f"in {judged.sentences} of {judged.of_sentences} sentences"
        )
    for label in cleaned.labels:
        line = printable(label.span.of(cleaned.decoded))
        click.echo(f"{label.kind:12} {label.rule:44} {line[:100]}")
