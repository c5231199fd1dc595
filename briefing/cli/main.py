"""The command `briefing`: finds the subcommand, turns errors into one line and an exit code.

Exit codes: 0 done; 1 findings (`check`, `--strict`); 2 wrong usage, profile or nothing readable; 3 done, but some
sources could not be read; 4 another run holds the folder; 130 interrupted; 143 terminated.
"""

from __future__ import annotations

import difflib
import importlib
import os
import signal
import sys
from typing import Any

import click

from briefing import __version__
from briefing.cli.terminal import shown
from briefing.collecting import put_off
from briefing.errors import BriefingError

# Subcommand -> (module under briefing.cli, one-line help). Modules are imported when called, to keep the start quick.
COMMANDS = {
    "build": ("build", "Build the dated briefing of the sources."),
    "diff": ("diff", "Tell what changed between two issues."),
    "site": ("site", "Build the web site of all issues in a folder."),
    "verify": ("verify", "Check a published issue against its sources."),
    "store": ("store", "Check, shrink or export what runs keep."),
    "config": ("config", "Show each setting and where it comes from."),
    "doctor": ("doctor", "Check the installation and the settings."),
    "mail": ("mail", "Send an issue by mail, as the settings say."),
    "publish": ("publish", "Turn an edited Markdown briefing into the page."),
    "templates": ("templates", "List the templates and sections, or copy the templates."),
    "completion": ("completion", "Print the completion script of a shell."),
    "read": ("read", "Print each article: its text, title, publisher, date and evidence."),
    "summarize": ("summarize", "Print the key sentences of each article."),
    "attributions": ("attributions", "Print who said what: source, cue and content spans."),
    "statements": ("statements", "Print each statement with party, speaker, stance, issue and date."),
    "init": ("init", "Write a first topic profile from a folder of articles."),
    "profiles": ("profiles", "List or copy the shipped topic profiles."),
    "check": ("check", "Check a topic profile and list all its faults."),
    "correct": ("correct", "Write a correction of a label that every later build applies."),
    "review": ("review", "Walk through an issue on a local page, and correct its labels."),
    "explain": ("explain", "Show an article with its spans, and the rule and words behind each."),
}


class _Commands(click.Group):
    """A group whose subcommands are imported only when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        if cmd_name == "build":
            ctx.default_map = {"build": _from_files()}
        with put_off():
            module = importlib.import_module(f"briefing.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            close = difflib.get_close_matches(args[0], COMMANDS, 1)
            hint = f"did you mean `briefing {close[0]}`?" if close else "`briefing --help` lists the commands"
            raise click.UsageError(f"no command {args[0]!r}: {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


def _from_files() -> dict[str, Any]:
    """The settings of `briefing.toml` as defaults of `briefing build`."""
    from briefing.cli.settings import settings  # noqa: PLC0415 - no other command needs them
    from briefing.config import defaults  # noqa: PLC0415

    return defaults(settings())


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="briefing")
def cli() -> None:
    """Dated briefings of positions by party, every sentence copied from a source that it names."""


def main() -> None:
    """Run the command line and exit with its code."""
    signal.signal(signal.SIGTERM, _terminated)
    try:
        code = cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        _say("interrupted")
        code = 130
    except KeyboardInterrupt:
        _say("interrupted")
        code = 130
    except click.ClickException as error:
        _say(error.format_message())
        code = 2
    except BriefingError as error:
        for line in str(error).splitlines():
            _say(line)
        code = error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on: say nothing more
        code = 0
    sys.exit(code if isinstance(code, int) else 0)


def _terminated(*_: object) -> None:
    """End as by an error, so that locks, workers and half-written files are cleared away."""
    sys.exit(128 + signal.SIGTERM)


def _say(message: str) -> None:
    click.echo(f"briefing: {shown(message)}", err=True)
