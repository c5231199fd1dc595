"""`make mutants`: break one line of the program at a time, and see whether the tests of its package notice.

Works on a copy of the repository, with cosmic-ray's mutations, and draws a sample of them that is the same for the same
program. Each mutant runs the tests of its package alone, up to the first that fails; snapshots (`tests/golden`,
`tests/render/test_seeds.py`) are not among them: they notice everything and say nothing. A mutant that no test notices
is printed with its lines. It is either a test that is missing, or the same program in other words.

    .venv/mutants/bin/python -m benchmarks.mutants [COUNT] [SEED]
"""

from __future__ import annotations

import ast
import compileall
import functools
import os
import random
import shlex
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.modules import find_modules
from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.plugins import get_operator, operator_names
from cosmic_ray.testing import run_tests
from cosmic_ray.work_item import MutationSpec, TestOutcome, WorkResult

ROOT = Path(__file__).parents[1]
_GROWTH = "tests/attribute/test_robustness.py::test_time_grows_with_length_only"  # slow, and about time alone
# What is broken, and the tests that must notice. The first row that a file stands under is its own.
TESTS = {
    "briefing/steps/attribute": f"tests/attribute --deselect {_GROWTH}",
    "briefing/steps/classify": "tests/classify",
    "briefing/steps/clean": "tests/clean",
    "briefing/steps/coref": "tests/test_coref.py",
    "briefing/steps/dating": "tests/dating",
    "briefing/steps/mention": "tests/mention tests/test_coref.py",
    "briefing/steps/notice.py": "tests/test_notice.py",
    "briefing/steps/relevance.py": "tests/test_relevance.py",
    "briefing/steps/resolve.py": "tests/mention tests/test_coref.py",
    "briefing/steps/split": "tests/split",
    "briefing/steps/stories.py": "tests/test_stories.py",
    "briefing/steps/summarize": "tests/summarize",
    "briefing/merge": "tests/merge",
    "briefing/digest": "tests/digest tests/merge",  # what a digest keeps is what the merge compares
    "briefing/store": "tests/store",
    "briefing/ingest/connect.py": "tests/ingest",
}
# Operators that are taken for each other: a sign, an edge, an end, a yes.
_EXCHANGED = frozenset(
    {"Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "FloorDiv_Mul", "Mod_Add", "BitOr_BitAnd", "BitAnd_BitOr", "USub_UAdd"}
    | {"Eq_NotEq", "NotEq_Eq", "Is_IsNot", "IsNot_Is", "Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt", "Delete_Not"}
    | {"Lt_GtE", "GtE_Lt", "LtE_Gt", "Gt_LtE"}
)
_SLOWEST = 240  # seconds after which a mutant runs in circles
_COPIED = ("briefing", "benchmarks", "templates", "tests", "seeds", "docs", "pyproject.toml", "README.md")
_PYTEST = "-m pytest -q -x -p no:cacheprovider --hypothesis-seed=0"


def main(count: int, seed: int) -> int:
    """Run `count` mutants drawn with `seed`. Returns 1 where the tests fail on the program as it is."""
    with tempfile.TemporaryDirectory() as place:
        _copy(Path(place))
        found = mutations()
        drawn = random.Random(seed).sample(found, min(count, len(found)))
        print(f"{len(drawn)} of {len(found)} mutants, seed {seed}", flush=True)
        told: Counter[tuple[str, bool]] = Counter()
        for number, mutation in enumerate(drawn, 1):
            tests = tests_of(mutation.module_path)
            if not _pass(tests):
                print(f"{tests}: fail on the program as it is", file=sys.stderr)
                return 1
            result = mutate_and_test([mutation], _command(tests), _SLOWEST)
            survived = result.test_outcome is TestOutcome.SURVIVED
            told[tests, survived] += 1
            print(_told(number, mutation, result), flush=True)
    for tests in sorted({tests for tests, _ in told}):
        print(f"{tests}: {told[tests, False]} killed, {told[tests, True]} survived")
    killed = sum(n for (_, survived), n in told.items() if not survived)
    print(f"all: {killed} killed, {told.total() - killed} survived, {killed / told.total():.1%} killed")
    return 0


def _copy(place: Path) -> None:
    """Go to a copy of the repository, compiled, as mutants run without writing bytecode."""
    for name in _COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, place / name)
    os.chdir(place)
    os.environ["PYTHONPATH"] = str(place)  # before the installed program, in processes of the tests, too
    compileall.compile_dir("briefing", quiet=1)
    compileall.compile_dir("tests", quiet=1)


def mutations() -> list[MutationSpec]:
    """All mutations of the files under the rows of TESTS, in a stable order, those of mere annotations left out."""
    operators = {name: get_operator(name)() for name in sorted(operator_names()) if _is_kept(name)}
    found = []
    for module in sorted(set(find_modules([Path(row) for row in TESTS]))):
        nodes, idle = list(ast_nodes(get_ast_from_path(module))), _annotations(module)
        for name, operator in operators.items():
            places = (place for node in nodes for place in operator.mutation_positions(node))
            for occurrence, (start, end) in enumerate(places):
                if not any(first <= start < last for first, last in idle):
                    found.append(MutationSpec(module, name, occurrence, start, end))
    return found


def _is_kept(name: str) -> bool:
    """An operator that takes one thing for its neighbour: nonsense dies by itself and proves nothing."""
    kind, _, pair = name.removeprefix("core/").partition("Operator_")
    exchanged = kind in ("ReplaceBinary", "ReplaceComparison", "ReplaceUnary")
    return not get_operator(name).arguments() and (pair in _EXCHANGED if exchanged else kind != "NoOp")


def _annotations(module: Path) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Where the annotations of a module begin and end, as line and column: nothing reads them when it runs."""
    nodes = list(ast.walk(ast.parse(module.read_bytes())))
    given = [n.annotation for n in nodes if isinstance(n, ast.arg | ast.AnnAssign) and n.annotation]
    given += [n.returns for n in nodes if isinstance(n, ast.FunctionDef) and n.returns]
    return [((n.lineno, n.col_offset), (n.end_lineno or 0, n.end_col_offset or 0)) for n in given]


def tests_of(module: Path) -> str:
    """The tests that must notice a mutant of this file."""
    return next(tests for row, tests in TESTS.items() if module.is_relative_to(row))


def _command(tests: str) -> str:
    return f"{shlex.quote(str(ROOT / '.venv' / 'bin' / 'python'))} {_PYTEST} {tests}"


@functools.cache
def _pass(tests: str) -> bool:
    """The tests pass on the program as it is: only then do they say anything of a mutant."""
    return run_tests(_command(tests), _SLOWEST)[0] is TestOutcome.SURVIVED


def _told(number: int, mutation: MutationSpec, result: WorkResult) -> str:
    """One line for a mutant that was noticed; the lines that differ, too, for one that was not."""
    place = f"{mutation.module_path}:{mutation.start_pos[0]}"
    outcome = result.test_outcome.value if result.test_outcome else result.worker_outcome.value
    head = f"{number} {outcome} {place} {mutation.operator_name} {mutation.occurrence}"
    if result.test_outcome is not TestOutcome.SURVIVED:
        return head
    lines = (result.diff or "").splitlines()
    changed = [line for line in lines if line[:1] in "-+" and line[:3] not in ("---", "+++")]
    return "\n".join([head, *(f"    {line}" for line in changed)])


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:3]]
    sys.exit(main(*numbers, *(300, 1)[len(numbers) :]))
