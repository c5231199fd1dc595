"""The command line: one module a command, each a thin layer over the floors below."""

from briefing.cli.main import main

__all__ = ["main"]
