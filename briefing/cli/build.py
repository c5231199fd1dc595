"""`briefing build`: the main job."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from os import environ
from pathlib import Path
from typing import Any

import click

from briefing import config, corrections
from briefing import profile as profiles
from briefing.build import Built, Means, Plan, Rehearsed, build, formats_of, rehearse
from briefing.cli.log import Log, counter, log_options
from briefing.cli.options import PARTLY_READ, budget_options, day, profile_option, source_options
from briefing.corrections import Corrections
from briefing.errors import BriefingError, UsageError
from briefing.ingest import IngestOptions
from briefing.plan import Engines, Look, engines_of, plan_of
from briefing.profile import Profile
from briefing.render import FILES
from briefing.signature import signer


def state_option(command: Any) -> Any:
    """--state."""
    text = "Folder of the store, held by one run at a time. Default: the user's state folder, shared by all runs."
    return click.option("--state", metavar="DIR", help=text)(command)


@click.command("build")
@source_options
@profile_option
@click.option(
    "--as-of", metavar="DATE", help="Day of the briefing; `today` asks the clock. Default: the newest source."
)
@click.option("--since", metavar="DATE", help="Leave out statements of articles published before this day.")
@click.option(
    "--max-age", type=click.IntRange(0), metavar="DAYS", help="Leave out articles DAYS older than the briefing."
)
@click.option("--all", "all_articles", is_flag=True, help="Keep the articles that are off the topic, too.")
@click.option(
    "--corrections", metavar="FILE", help="The desk's corrections. Default: corrections.toml beside the profile."
)
@click.option("--only-new", is_flag=True, help="Show only what the earlier issue in OUT does not have.")
@click.option("--out", default="out", show_default=True, metavar="DIR", help="Folder to write to.")
@click.option("--format", "formats", default="md,html,json,csv", show_default=True, metavar="LIST", help="Outputs.")
@click.option("--strict", is_flag=True, help="Exit 1 when there are problems in the report.")
@click.option("--reread", is_flag=True, help="Open all files, also those that look untouched since they were read.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="Processes that read.")
@click.option(
    "--engine",
    default="own,local,auto",
    show_default=True,
    metavar="LIST",
    help="Who works: own or sumy on key sentences, local or dask on reading, memory, duckdb or auto on strands.",
)
@click.option("--scheduler", metavar="ADDRESS", help="Read on the Dask cluster at tcp://HOST:PORT, with --engine dask.")
@click.option("--length", type=click.Choice(["full", "brief"]), default="full", show_default=True, help="How much.")
@click.option("--sections", metavar="LIST", help="Only these sections; `briefing templates` lists them.")
@click.option("--max-share", type=click.FloatRange(0, 1), metavar="X", help="Reproduce at most this share of a source.")
@click.option(
    "--language", default="en", show_default=True, metavar="L", help="Language of the fixed wording: en, de, es, fr."
)
@click.option("--templates", metavar="DIR", help="Your own templates, before the shipped ones.")
@click.option("--sign", metavar="KEY", help="Sign the manifest with the Ed25519 private key in this PEM file.")
@click.option("--dry-run", is_flag=True, help="Write nothing, and say what would be written.")
@click.option("--watch", is_flag=True, help="Build again whenever a source, the profile or the corrections change.")
@state_option
@log_options
@budget_options
def command(sources: tuple[str, ...], options: IngestOptions, profile_name: str, **given: Any) -> int:
    """Build the dated briefing of SOURCES: writes OUT/AS_OF/briefing.{md,html,json,csv} and OUT/latest.

    What changed is told against the newest issue before AS_OF that lies in OUT, and against nothing else.
    """
    log = Log(given["log_format"], quiet=given["quiet"])
    if given["watch"]:
        return _watched(sources, options, profile_name, given, log)
    return _once(sources, options, profile_name, given, log)


def _once(sources: tuple[str, ...], options: IngestOptions, profile_name: str, given: dict[str, Any], log: Log) -> int:
    """One run, as the options say. Returns the exit code."""
    out = Path(given["out"])
    state, shared = state_of(given["state"])
    engines = _engines(given["engine"], given["scheduler"])
    desk = _desk(profile_name, given)
    profile = profiles.load(profile_name)
    # no sources, where a folder holds them
    own = (out, state, Path(profile_name), desk, Path(config.NAME), *([Path(given["sign"])] if given["sign"] else []))
    plan = Plan(
        profile=profile,
        formats=formats_of(given["formats"], tuple(FILES)),
        as_of=_as_of(given["as_of"]),
        since=day(given["since"], "--since"),
        max_age=given["max_age"],
        only_new=given["only_new"],
        all_articles=given["all_articles"],
        corrections=_corrections(desk, profile, named=given["corrections"] is not None),
        options=replace(options, skip=own),
        look=Look(
            templates=Path(given["templates"]) if given["templates"] else None,
            language=given["language"],
            length=given["length"],
            max_share=given["max_share"],
            sections=_names(given["sections"]),
        ),
        summary=plan_of(given["method"], engines.summary, given["sentences"], given["words"]),
    )
    with _counter(log) as progress:
        means = Means(
            state,
            shared,
            reread=given["reread"],
            jobs=given["jobs"],
            progress=progress,
            profile_place=profile_name,
            corrections_place=str(desk) if desk.is_file() else None,
            sign=signer(Path(given["sign"])) if given["sign"] else None,
            engines=engines,
            scheduler=given["scheduler"],
        )
        if given["dry_run"]:
            rehearsed = rehearse(sources, plan, out=out, means=means)
            built = rehearsed.built
        else:
            built = build(sources, plan, out=out, means=means)
    if given["dry_run"]:
        _say_files(rehearsed, log)
    return _report(built, log, strict=given["strict"])


def _watched(
    sources: tuple[str, ...], options: IngestOptions, profile_name: str, given: dict[str, Any], log: Log
) -> int:
    """A run now and one after each change, until it is interrupted. A run that fails is told, and it waits on."""
    from briefing.cli.watch import changes  # noqa: PLC0415 - an extra

    own = [Path(profile_name), _desk(profile_name, given), Path(given["templates"] or profile_name)]
    skip = (Path(given["out"]), state_of(given["state"])[0])
    for changed in changes(sources, own, skip):
        for path in changed:
            log.say(f"changed: {path}", event="changed", path=path)
        try:
            _once(sources, options, profile_name, given, log)
        except BriefingError as error:
            for line in str(error).splitlines():
                log.problem(line, code="run.failed")
    return 0


def _desk(profile_name: str, given: dict[str, Any]) -> Path:
    """The file of the desk's corrections."""
    return Path(given["corrections"]) if given["corrections"] else corrections.beside(profile_name)


def _say_files(rehearsed: Rehearsed, log: Log) -> None:
    """What a run would write: each file, its size, and whether one with other bytes is there."""
    for name, body in rehearsed.files.items():
        path = rehearsed.built.folder / name
        kind = "new" if not path.is_file() else "the same" if path.read_bytes() == body else "changed"
        log.say(f"would write {path}: {len(body)} bytes, {kind}", event="would_write", path=str(path), change=kind)


def _corrections(path: Path, profile: Profile, *, named: bool) -> Corrections:
    if named and not path.is_file():
        raise UsageError(f"--corrections {path}: no such file")
    return corrections.load(path, profile)


def _names(text: str | None) -> tuple[str, ...] | None:
    return None if text is None else tuple(part.strip() for part in text.split(",") if part.strip())


def _engines(names: str, scheduler: str | None) -> Engines:
    engines = engines_of(names)
    if scheduler is not None and engines.reading != "dask":
        raise UsageError(f"--scheduler {scheduler}: only Dask has a scheduler: give --engine dask, too")
    return engines


def _counter(log: Log) -> AbstractContextManager[Any]:
    return counter("articles", shown=not log.quiet and log.form == "text")


def state_of(option: str | None) -> tuple[Path, bool]:
    """The folder of the store, and whether other runs may use it at the same time."""
    if option is not None:
        return Path(option), False
    import platformdirs  # noqa: PLC0415

    return platformdirs.user_state_path("briefing"), True


def _as_of(option: str | None) -> str | None:
    """The day asked for, else SOURCE_DATE_EPOCH's, else None. Only `today` asks the clock."""
    if option == "today":
        return datetime.now(tz=UTC).date().isoformat()
    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    if option is not None or not epoch:
        return day(option, "--as-of")
    try:
        return datetime.fromtimestamp(int(epoch), tz=UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"SOURCE_DATE_EPOCH: {epoch[:40]!r} is no number of seconds since 1970") from error


def _report(built: Built, log: Log, *, strict: bool) -> int:
    """Where the result lies, and its headline figures; what could not be read on stderr. Returns the exit code."""
    for problem in built.unreadable:
        log.problem(f"{problem.where}: {problem.message}", code=problem.code)
    figures = built.figures
    log.say(f"{built.folder}", event="built", folder=str(built.folder), unchanged=built.unchanged, read=built.read)
    log.say(
        f"as of {built.as_of or 'no established date'}: {figures['sources']} sources read, {figures['dated']} dated, "
        f"{figures['statements']} statements, {figures['parties']} parties, {figures['problems']} problems",
        event="figures",
        as_of=built.as_of,
        **figures,
    )
    if figures["off_topic"]:
        log.say(
            f"{figures['off_topic']} articles off the topic were left out, as the report lists; --all keeps them",
            event="off_topic",
            count=figures["off_topic"],
        )
    if built.nothing_new:
        log.say("nothing new since the issue before it: no mail is written", event="nothing_new")
    if built.unreadable:
        return PARTLY_READ
    return 1 if strict and figures["problems"] else 0
