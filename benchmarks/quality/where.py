"""Where the evaluation data lies."""

import os
import sys
from pathlib import Path


def evaluation_data() -> Path:
    """The folder named by BRIEFING_EVAL, else ../shared/eval beside the repository. Exits with 0 when there is none."""
    folder = Path(os.environ.get("BRIEFING_EVAL") or Path(__file__).parents[2].parent / "shared" / "eval")
    if not folder.is_dir():
        print("no evaluation data here (set BRIEFING_EVAL): nothing to measure")
        sys.exit(0)
    return folder
