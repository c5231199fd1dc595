"""`briefing explain`: the article with its spans, and for each the rule and the words that made it."""

from __future__ import annotations

from collections.abc import Iterator

import click

from briefing import profile as profiles
from briefing.cli.options import Sources
from briefing.cli.terminal import printable
from briefing.errors import UsageError
from briefing.ingest import IngestOptions
from briefing.languages import load
from briefing.pipeline import read_document
from briefing.records import Position, Reading, Span
from briefing.text import fingerprint

_COLOURS = {"source": "cyan", "cue": "yellow", "content": "green"}


@click.command("explain")
@click.argument("source")
@click.option("--profile", "profile_name", metavar="P", help="Resolve parties and issues with this profile.")
@click.option("--statement", "statement_id", metavar="ID", help="Only the statement with this id.")
@click.option("--clean", is_flag=True, help="Treat the text of JSON lines as scraped pages, too.")
def command(source: str, profile_name: str | None, statement_id: str | None, *, clean: bool) -> int:
    """Show each statement of SOURCE with its source, cue and content marked, and the rules behind every label."""
    profile = profiles.load(profile_name) if profile_name else profiles.EMPTY
    given, lexicon = Sources((source,), IngestOptions(clean=clean)), load(profile.language)
    found = False
    for raw in given:
        reading = read_document(raw, profile=profile, lexicon=lexicon)
        for position in reading.positions:
            name = fingerprint(position.span.of(reading.article.text))
            if statement_id is None or statement_id.rpartition("-")[2] == name:
                found = True
                click.echo("\n".join(_lines(reading, position, name)))
    if statement_id is not None and not found:
        raise UsageError(
            f"{source} has no statement {statement_id}: `briefing explain {source}` lists all with their ids"
        )
    return given.finish()


def _lines(reading: Reading, position: Position, name: str) -> Iterator[str]:
    text, attribution, speaker = reading.article.text, position.attribution, position.speaker
    yield f"\n{name}  {_marked(text, position)}"
    yield f"  attribution  {attribution.kind}, rule {attribution.rule}, cue entry {attribution.cue_id or 'none'}"
    whence = _antecedent(text, speaker.antecedent)
    yield f"  speaker      {printable(speaker.name or 'not known')}: {speaker.via}{whence}"
    if speaker.candidates:
        yield f"  candidates   {printable(', '.join(speaker.candidates))}: nobody chosen"
    yield f"  party        {', '.join(speaker.parties) or 'none'}"
    for stand in position.stands:
        about = f"“{printable(stand.object.of(text))}”" if stand.object else "no object"
        on = ", ".join(stand.issues) or "no issue"
        yield f"  {stand.stance:12} {about}: {stand.rule}, words: {printable(stand.act.of(text))}, on {on}"
    for label in position.stances:
        words = printable(", ".join((*label.issue_words, *label.stance_words))) or "of the cue"
        yield f"  {label.stance:12} {label.issue or 'no issue'}: {label.rule}, words: {words}"
    said = position.date_said
    yield f"  said         {said.iso or 'not established'}: {said.rule}, {printable(said.evidence or 'no words')}"


def _antecedent(text: str, span: Span | None) -> str:
    return f", from “{printable(span.of(text))}”" if span else ""


def _marked(text: str, position: Position) -> str:
    """The statement with source, cue and content in colour (on a terminal) and in brackets with their letter."""
    parts = {
        "source": position.attribution.source,
        "cue": position.attribution.cue,
        "content": position.attribution.content,
    }
    marks = sorted(
        (max(span.start, position.span.start), min(span.end, position.span.end), role)
        for role, spans in parts.items()
        for span in spans
        if span.overlaps(position.span)
    )
    out, at = [], position.span.start
    for start, end, role in marks:
        if start < at:
            continue
        out.append(printable(text[at:start]))
        out.append(click.style(f"[{role} {printable(text[start:end])}]", fg=_COLOURS[role]))
        at = end
    out.append(printable(text[at : position.span.end]))
    return "".join(out)
