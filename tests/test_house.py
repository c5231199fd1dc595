"""Rule ids explain, they do not steer: what the program decides hangs on typed fields, never on the id of a rule.

Nor does it hang on the name of a stance: what a stance means stands in its row.
"""

import ast
import re
from pathlib import Path

import pytest

import briefing
from briefing.stances import STANCES

PACKAGE = Path(briefing.__file__).parent
TEMPLATES = PACKAGE.parent / "templates"
_IDS = frozenset({"rule", "via"})
_READS = frozenset(
    {"startswith", "endswith", "split", "rsplit", "partition", "rpartition", "find", "index", "count", "removeprefix"}
)


def _names_an_id(node: ast.AST) -> bool:
    """The id of a rule stands in this expression, be it an attribute or a local name; an f-string only shows it."""
    if isinstance(node, ast.JoinedStr):
        return False
    if (isinstance(node, ast.Attribute) and node.attr in _IDS) or (isinstance(node, ast.Name) and node.id in _IDS):
        return True
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return False  # `rule.longest`: a field of the rule itself
    called = node.func if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else None  # `rule(around)`
    return any(_names_an_id(child) for child in ast.iter_child_nodes(node) if child is not called)


def _steers(node: ast.AST) -> bool:
    """A comparison, a look at the parts of a string, a look-up by a key, or a `match` whose subject is an id."""
    if isinstance(node, ast.Compare):
        return _names_an_id(node)
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Attribute) and node.func.attr in _READS and _names_an_id(node.func.value)
    if isinstance(node, ast.Subscript):
        return _names_an_id(node.slice)
    return isinstance(node, ast.Match) and _names_an_id(node.subject)


def steering(source: str) -> list[int]:
    """The lines on which something is decided by the id of a rule."""
    return sorted({node.lineno for node in ast.walk(ast.parse(source)) if _steers(node)})


def test_rule_ids_do_not_steer():
    found = {path.relative_to(PACKAGE).as_posix(): steering(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "line",
    [
        "kept = match.rule == 'according'",
        "kept = 'none' != speaker.via",
        "kept = mention.rule in (BARE, FIRST_NAME)",
        "kept = any(c.rule not in KNOWN for c in found)",
        "kept = [a for a in found if not a.rule.startswith('asked')]",
        "kept = last.date_said.rule.endswith(('np', 'to'))",
        "kind = link.rule.split('+')[0]",
        "kind = KINDS[match.rule]",
        "rule = shape.rule\nif rule == 'weekday': pass",
        "kept = len(match.rule) > 3",
        "match attribution.rule:\n case 'asked': pass",
    ],
)
def test_what_steers_is_found(line):
    assert steering(line)


@pytest.mark.parametrize(
    "line",
    [
        "rule = match.rule",
        "shown = f'said.sentence+{phrase.rule}' == words",
        "kept = match.shape == 'according'",
        "kept = any(rule(around) for rule in RULES)",
        "kept = rule.longest < MANY",
        "row = (x.id, x.rule)",
    ],
)
def test_what_only_shows_is_not(line):
    assert not steering(line)


# Words that are also the names of stances, and are something else where they stand.
_OTHER_WORDS = frozenset(
    {
        ("cli/build.py", "state"),  # the folder of the store
        ("cli/doctor.py", "state"),
        ("config.py", "state"),
        ("doctor.py", "state"),
        ("languages/__init__.py", "reject"),  # the examples that an entry must not match
        ("stances.py", "condition"),  # a kind of stances
        ("render/front.py", "condition"),
        ("steps/classify/stand/readers.py", "condition"),  # a part of the table of stands
        ("steps/classify/stand/german/__init__.py", "condition"),
        ("steps/classify/stand/table.py", "condition"),
    }
)


def stances_named(source: str) -> set[str]:
    """The names of stances that stand as literals in Python, those of docstrings and longer texts aside."""
    nodes = ast.walk(ast.parse(source))
    return {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str) and n.value in STANCES}


def test_no_module_names_a_stance():
    names = {
        path.relative_to(PACKAGE).as_posix(): stances_named(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")
    }
    assert {(file, name) for file, found in names.items() for name in found} == _OTHER_WORDS


def test_no_template_names_a_stance():
    quoted = re.compile(rf"""["'.]({"|".join(STANCES)})\b["' {{:]""")
    found = {
        (path.name, match[1])
        for path in TEMPLATES.rglob("*")
        if path.is_file()
        for match in quoted.finditer(path.read_text("utf-8"))
    }
    assert found == set()


@pytest.mark.parametrize(
    "line",
    [
        "kept = stand.stance == 'reject'",
        "_CHARGES = frozenset({'accuse', 'deny'})",
        "DIRECTION = {'offer': 1}",
        "found = Found('support', words, kept)",
        "match stance:\n case 'threaten': pass",
    ],
)
def test_a_stance_that_is_named_is_found(line):
    assert stances_named(line)


def test_a_text_that_speaks_of_a_stance_is_not():
    assert not stances_named('"""Whether they accept it."""\nraise ValueError(\'no support for this\')')
