"""`briefing correct`: write an entry of the desk's corrections."""

from __future__ import annotations

from pathlib import Path

import click

from briefing import archive, corrections
from briefing import profile as profiles
from briefing.codec import CodecError
from briefing.errors import UsageError
from briefing.merged import Said
from briefing.places import read_places
from briefing.read_back import NAME, read_briefing
from briefing.render.groups import labels_of


@click.command("correct")
@click.argument("words", nargs=-1, required=True, metavar="[ID] KEY=VALUE…")
@click.option("--speaker", metavar="NAME", help="Correct what this speaker is said to be, instead of one statement.")
@click.option("--issue", "folder", default="out/latest", show_default=True, metavar="FOLDER", help="Where ID stands.")
@click.option("--profile", "profile_name", metavar="P", help="The profile. Default: the one the issue was built with.")
@click.option("--corrections", "file", metavar="FILE", help="The file to write to. Default: beside the profile.")
def command(
    words: tuple[str, ...], speaker: str | None, folder: str, profile_name: str | None, file: str | None
) -> int:
    """Write a correction of the statement ID (ISR-12, or its id in the data), or of a speaker.

    Keys of a statement: party, speaker, day, stance, object, issue, not_issue, hide, note; of a speaker: party,
    same_as, hide, note. Every later build applies it.
    """
    name = profile_name or _profile_of(Path(folder))
    profile, path = profiles.load(name), Path(file) if file else corrections.beside(name)
    if speaker is not None:
        corrections.write(path, "speaker", {"name": speaker, **_values(words)}, (), profile)
    else:
        said = _said(words[0], Path(folder))
        values = _values(words[1:])
        if "object" in values and str(values["object"]) not in said.text:
            raise UsageError(f"object={values['object']}: does not stand in the words of {words[0]}: copy it from them")
        remarks = (said.text, f"{said.speaker or 'unknown speaker'}, {', '.join(said.sources)}")
        corrections.write(path, "statement", {"id": said.id, **values}, remarks, profile)
    click.echo(f"{path}: corrected; the next build applies it", err=True)
    return 0


def _values(words: tuple[str, ...]) -> dict[str, str | bool]:
    """The keys and values given. Raises UsageError for a word that is none."""
    values: dict[str, str | bool] = {}
    for word in words:
        key, mark, value = word.partition("=")
        if not mark or not key:
            raise UsageError(f"{word}: write it as KEY=VALUE, such as party=Norland")
        values[key] = value == "true" if key == "hide" and value in ("true", "false") else value
    return values


def _profile_of(folder: Path) -> str:
    places = read_places(folder.parent / archive.WORK)
    if places is None:
        raise UsageError(f"{folder}: nothing tells its profile: give it with --profile")
    return places.profile


def _said(wanted: str, folder: Path) -> Said:
    """The statement of the issue with this id or label. Raises UsageError when there is none."""
    statements = archive.read_edition(folder / archive.EDITION).statements
    labels = labels_of(_shown(folder) or [said.id for said in statements])
    found = [said for said in statements if wanted in (said.id, labels.get(said.id))]
    if not found:
        raise UsageError(f"{wanted}: no statement of {folder} has this id: take one from its page, such as ISR-12")
    return found[0]


def _shown(folder: Path) -> list[str]:
    """The ids as the pages number them: an issue of news only shows fewer than the edition has."""
    path = folder / NAME
    try:
        return [statement.id for statement in read_briefing(path).statements] if path.is_file() else []
    except (CodecError, OSError) as error:
        raise UsageError(f"{path}: not the JSON of an issue: build it again") from error
