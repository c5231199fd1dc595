"""`python -m briefing.cli`."""

from briefing.cli.main import main

main()
