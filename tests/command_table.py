"""The table of commands in README.md, made from the commands themselves.

Run `python -m tests.command_table` to write it anew; `tests/test_docs.py` fails while README.md differs from it.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

import click

from briefing.cli.main import COMMANDS, cli

README = Path(__file__).parents[1] / "README.md"
_BEGIN, _END = "<!-- commands -->\n", "<!-- end of commands -->"
_BLOCK = re.compile(f"{_BEGIN}.*{_END}", re.DOTALL)


def commands() -> dict[str, click.Command]:
    """Every command by its words: "build", or "store check" where a command has commands of its own."""
    return dict(_commands(cli, ()))


def _commands(group: click.Group, above: tuple[str, ...]) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        if group is cli and importlib.util.find_spec(f"briefing.cli.{COMMANDS[name][0]}") is None:
            continue  # announced and not there yet
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from _commands(command, (*above, name))
        elif command is not None:
            yield " ".join((*above, name)), command


def options(command: click.Command) -> Iterator[tuple[str, str]]:
    """Each option as it is written, with what it does."""
    context = click.Context(command)
    for param in command.params:
        record = param.get_help_record(context) if isinstance(param, click.Option) else None
        if record is not None:
            written, words = record
            yield written, re.sub(r"\s*\[x>=\d\]|;\s*x>=\d(?=\])", "", words)


def table() -> str:
    """The table in Markdown."""
    rows = ["| command, option | does |", "|---|---|"]
    for name, command in commands().items():
        arguments = [p.make_metavar(click.Context(command)) for p in command.params if isinstance(p, click.Argument)]
        rows.append(f"| **`{cell(' '.join(('briefing', name, *arguments)))}`** | {cell(command.help or '')} |")
        rows += [f"| `{cell(written)}` | {cell(words)} |" for written, words in options(command)]
    return "\n".join(rows) + "\n"


def cell(words: str) -> str:
    """The words as one cell of a Markdown table."""
    return " ".join(words.split()).replace("|", "\\|")


def with_table(text: str) -> str:
    """The README's text with the table as it is now."""
    return _BLOCK.sub(lambda _: f"{_BEGIN}\n{table()}\n{_END}", text)


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")
