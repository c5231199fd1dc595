"""Dated briefings of positions by party, with every sentence copied from a source that it names."""

__version__ = "0.1.0"
