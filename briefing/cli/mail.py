"""`briefing mail`: send an issue."""

from __future__ import annotations

from os import environ
from pathlib import Path

import click

from briefing.archive import read_manifest
from briefing.cli.settings import settings
from briefing.errors import UsageError
from briefing.render import FILES
from briefing.render.mail import Server, send


@click.command("mail")
@click.argument("issue", type=click.Path(path_type=Path))
@click.option("--quiet", "-q", is_flag=True, help="Say nothing when all is well.")
def command(issue: Path, *, quiet: bool) -> int:
    """Send the mail of ISSUE (a folder built with the format eml) as [mail] in briefing.toml says.

    An issue built with --only-new that has nothing new is not sent.
    A password is taken from the environment: BRIEFING_MAIL_PASSWORD.
    """
    found = settings()
    mail = found["mail"].value if "mail" in found else {}
    missing = [name for name in ("host", "from", "to") if not mail.get(name)]
    if missing:
        raise UsageError(f"briefing.toml: [mail] lacks {', '.join(missing)}")
    file = issue / FILES["eml"]
    if (read_manifest(issue) or {}).get("nothing_new"):
        if not quiet:
            click.echo(f"{issue}: nothing new, nothing sent")
        return 0
    if not file.is_file():
        raise UsageError(f"{file}: no mail: build the issue with --format eml")
    server = Server(
        host=mail["host"],
        port=mail.get("port", 587),
        starttls=mail.get("starttls", True),
        user=mail.get("user"),
        password=environ.get("BRIEFING_MAIL_PASSWORD"),
    )
    send(file.read_bytes(), server=server, sender=mail["from"], receivers=mail["to"])
    if not quiet:
        click.echo(f"{file}: sent to {', '.join(mail['to'])}")
    return 0
