"""The documents say what is so: commands run, options exist and are all named, links lead somewhere."""

import ast
import importlib.util
import re
import shlex
import shutil
import subprocess
import sys
from contextlib import ExitStack
from importlib.metadata import requires
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing.cli.main import cli
from briefing.cli.options import PARTLY_READ
from briefing.errors import BriefingError
from briefing.ingest.sources_file import read_sources_file
from briefing.languages import load
from briefing.profile import parse
from briefing.render import FILES
from tests.cli.run import ROOT, SEEDS, briefing, line_with, started
from tests.command_table import README, cell, commands, options, table, with_table
from tests.engines.cluster import said
from tests.engines.cluster import started as dask

DOCUMENTS = [README, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
HOST, PORT = "reader1.example", "8786"  # of the scheduler, in the documents
CLUSTER = f"tcp://{HOST}:{PORT}"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def blocks(document: Path, language: str) -> list[str]:
    return [body for kind, body in _BLOCK.findall(document.read_text(encoding="utf-8")) if kind == language]


def command_lines(document: Path) -> list[str]:
    lines = "\n".join(blocks(document, "sh")).replace("\\\n", " ").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A place with the folders that the documents speak of."""
    for name in ("seeds", "articles"):
        shutil.copytree(SEEDS, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
def test_command_lines(document: Path, folder: Path):
    with ExitStack() as running:
        check_command_lines(document, folder, running)


def check_command_lines(document: Path, folder: Path, running: ExitStack):
    """Run the lines one after the other; the scheduler of a cluster gets a port of its own, on the loopback."""
    address = CLUSTER
    for line in command_lines(document):
        words = shlex.split(line.replace(CLUSTER, address))
        if words[:2] == ["dask", "scheduler"]:
            own = ({HOST: "127.0.0.1", PORT: "0"}.get(word, word) for word in words[1:])
            address = said(running.enter_context(dask(*own)), "Scheduler at:").split()[-1]
        elif words[:2] == ["dask", "worker"]:
            said(running.enter_context(dask(*words[1:])), "Registered to:")
        elif words[:2] == ["briefing", "review"]:
            with started(*words[1:], cwd=folder) as page:
                assert line_with(page, "http://127.0.0.1:")
        elif words[0] == "briefing":
            run = briefing(*words[1:], cwd=folder, XDG_STATE_HOME=str(folder / "state"))
            assert run.returncode == 0, f"{line}\n{run.stderr}"
        elif words[0] == "make":
            subprocess.run(["make", "--dry-run", *words[1:]], cwd=ROOT, check=True, capture_output=True)
        else:
            assert words[:2] == ["python", "-m"], f"nobody has checked this: {line}"
            assert importlib.util.find_spec(words[2]) is not None


def test_the_table_of_commands():
    text = README.read_text(encoding="utf-8")
    assert table() in text
    assert with_table(text) == text, "run: python -m tests.command_table"


@pytest.mark.parametrize("name", commands())
def test_every_option_is_in_the_help_and_the_readme(name: str):
    text = README.read_text(encoding="utf-8")
    shown = CliRunner().invoke(cli, [*name.split(), "--help"]).output
    for written, _ in options(commands()[name]):
        assert f"`{cell(written)}`" in text
        assert written.split()[0].rstrip(",") in shown


@pytest.mark.parametrize("name", FILES)
def test_every_format_is_in_the_tables_of_formats(name: str):
    for document in (README, ROOT / "docs" / "outputs.md"):
        text = document.read_text(encoding="utf-8")
        assert f"`{name}`" in text
        assert f"`{FILES[name]}`" in text


def test_every_exit_code_is_in_the_readme():
    text = README.read_text(encoding="utf-8")
    codes = {error.exit_code for error in (BriefingError, *_below(BriefingError))} | {0, 1, PARTLY_READ, 130}
    assert [code for code in sorted(codes) if f"\n| {code} |" not in text] == []


def _below(error: type[BriefingError]) -> list[type[BriefingError]]:
    return [known for below in error.__subclasses__() for known in (below, *_below(below))]


def test_every_floor_is_in_the_architecture():
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    missing = [m.stem for m in (ROOT / "briefing").iterdir() if m.stem[0].isalpha() and not _is_told(m, text)]
    assert not missing


def _is_told(module: Path, text: str) -> bool:
    is_package = (module / "__init__.py").is_file()
    return f"`{module.stem}`" in text or not (is_package or module.suffix == ".py")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
def test_links(document: Path):
    for target in _LINK.findall(document.read_text(encoding="utf-8")):
        if re.match(r"https?://|mailto:", target):
            continue
        path, _, anchor = target.partition("#")
        place = document.parent / path if path else document
        assert place.exists(), f"{document.name}: {target}"
        if anchor:
            headings = _HEADING.findall(place.read_text(encoding="utf-8"))
            assert anchor in {re.sub(r"[^\w -]", "", h).casefold().replace(" ", "-") for h in headings}


def test_the_example_profiles_hold():
    built_on, example = blocks(ROOT / "docs" / "profiles.md", "toml")
    profile = parse(example.encode(), "docs/profiles.md")
    assert [party.id for party in profile.parties] == ["Dockers", "Port"]
    profile = parse(built_on.encode(), "docs/profiles.md")
    assert {"Democrats", "Republicans"} <= {party.id for party in profile.parties}
    assert profile.issue("cafe") is not None


def test_the_example_sources_file_holds(tmp_path: Path):
    (example,) = blocks(README, "toml")
    path = tmp_path / "sources.toml"
    path.write_text(example, encoding="utf-8")
    assert [named.metadata.publisher for named in read_sources_file(str(path)).sources] == [None, "The Harbour News"]


def test_the_example_entry_is_as_described():
    (example,) = blocks(ROOT / "docs" / "rules.md", "toml")
    assert 'id = "reject"' in example
    assert load("en")["stands"].words("reject")


def test_every_table_of_words_is_described():
    text = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    missing = [name for name in load("en").tables if f"[{name}]" not in text]
    assert not missing


def test_no_document_names_a_place_of_this_machine():
    home = str(Path.home())
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        assert home not in text
        assert str(ROOT) not in text


def test_every_imported_package_is_declared():
    declared = {re.split(r"[<>=\[]", line)[0] for line in requires("briefing") or ()}
    names = {"pyarrow", "weasyprint", *(name.lower() for name in declared)}
    imported = set()
    for file in (ROOT / "briefing").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                imported.add(node.module.partition(".")[0])
    assert imported - set(sys.stdlib_module_names) - {"briefing"} <= names
