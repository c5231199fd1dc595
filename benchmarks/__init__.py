"""Measurements: `quality` against annotated data, `speed` against peers in the same run."""
