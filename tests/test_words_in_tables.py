"""A language is a folder: its words stand in its tables, and no module that reads text holds one as a literal."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import briefing
from briefing.languages import Table, of_language

PACKAGE = Path(briefing.__file__).parent
# What reads text. Markup, encodings and the published summarisers have names of their own, which are no words.
_READING = ("steps", "digest", "merge", "init", "gazetteer.py", "tagging.py", "world.py", "text.py", "speaker_words.py")
_MARKUP = frozenset(
    {
        "steps/clean/decode.py",
        "steps/clean/extract.py",
        "steps/clean/metadata.py",
        "steps/clean/page_features.py",
        "steps/clean/shown.py",
        "steps/clean/whole_page.py",
        "steps/dating/markup.py",
    }
)
# Fields that hold a name of the program; what is compared with them, or given to them, is another such name.
_FIELDS = frozenset({"kind", "shape", "how", "mode", "part", "form", "whose", "frame", "frames", "zones", "rule"})
# Calls whose texts are names: of tables, entries, classes, rules and fields.
_LOOK_UPS = frozenset(
    {"any_is", "attributes", "classes", "get", "has", "is_a", "of_group", "table_words", "tells", "word_set", "words"}
)
_TEXT = frozenset({"folded", "lower", "casefold"})  # what a word of the text ends in
_ENDING = 3  # letters of an ending: "ed", "ing"


def modules() -> dict[str, str]:
    """The source of every module that reads text, by its path in the package."""
    paths = [
        p for name in _READING for p in ([PACKAGE / name] if name.endswith(".py") else (PACKAGE / name).rglob("*.py"))
    ]
    named = {path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in paths}
    return {name: source for name, source in named.items() if name not in _MARKUP}


def _name(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _is_field(node: ast.AST) -> bool:
    return _name(node.value if isinstance(node, ast.Subscript) else node) in _FIELDS


def _constants(node: ast.AST) -> set[ast.Constant]:
    return {n for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def _texts(value: Any) -> Iterator[str]:
    """All texts in what a table file holds, the keys of settings left out."""
    if isinstance(value, str):
        yield value
    else:
        for inner in value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ():
            yield from _texts(inner)


def _tables() -> Iterator[Table]:
    return (table for language in ("en", "de") for table in of_language(language).tables.values())


def _plain(written: Iterable[str]) -> frozenset[str]:
    """The words of two letters or more."""
    return frozenset(w for text in written for w in text.split() if re.fullmatch(r"[a-zäöüß]{2,}", w))


def vocabulary() -> frozenset[str]:
    """The words that the tables of English and German list."""
    return _plain(text for table in _tables() for text in _texts([table.settings, *(e.words for e in table.entries)]))


def names_of_the_program() -> frozenset[str]:
    """Names of tables, entries and classes, what entries say beside words, and the values of our own types."""
    found = {table.name for table in _tables()}
    for table in _tables():
        found.update(table.settings, *(s for s in table.settings.values() if isinstance(s, Mapping)))
        for entry in table.entries:
            found.update((entry.id, *entry.extra, *_texts(entry.extra)))
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Subscript) and _name(node.value) == "Literal":
                found.update(c.value for c in _constants(node))
            elif isinstance(node, ast.AnnAssign):
                found.add(_name(node.target))  # a field
    return frozenset(found)


VOCABULARY = vocabulary()
FUNCTION_WORDS = _plain(w for t in _tables() if t.name == "grammar" for e in t.entries for w in e.words)
WORDS = (VOCABULARY - names_of_the_program()) | FUNCTION_WORDS  # a function word is a word whatever else it names


def _names(node: ast.AST) -> set[ast.Constant]:
    """The texts that are names by where they stand below `node`."""
    if isinstance(node, ast.Expr):
        return {node.value} if isinstance(node.value, ast.Constant) else set()  # a docstring
    if isinstance(node, ast.Dict):  # a table of functions by the names of rules
        listed = all(isinstance(value, ast.Name | ast.Attribute | ast.Call) for value in node.values)
        return {c for key in node.keys if key and listed for c in _constants(key)}
    if isinstance(node, ast.Subscript):
        return _constants(node) if _name(node.value) == "Literal" else _constants(node.slice)
    if isinstance(node, ast.Compare) and any(map(_is_field, (node.left, *node.comparators))):
        return _constants(node)
    if isinstance(node, ast.Call):
        called = _name(node.func)
        named = called in _LOOK_UPS or called[:1].isupper()
        return {c for a in node.args if named for c in _constants(a)} | {
            c for k in node.keywords for c in _constants(k)
        }
    if isinstance(node, ast.AnnAssign) and _is_field(node.target) and node.value:
        return _constants(node.value)
    if isinstance(node, ast.Assign | ast.Raise):
        targets = node.targets if isinstance(node, ast.Assign) else []
        return _constants(node) if not targets or any(_name(t).startswith("__") for t in targets) else set()
    return set()


def _of_text(node: ast.AST) -> bool:
    """The expression is a word of the text that is read."""
    if isinstance(node, ast.Call):
        return _name(node.func) in _TEXT | {"word"}
    if isinstance(node, ast.Subscript):
        return _name(node.value) == "words"
    return _name(node) in {"folded", "word"}


def _words(text: str) -> set[str]:
    """The words of the vocabulary in a literal: the whole of it, what a pattern offers, or a phrase of them."""
    plain = re.sub(r"\\[a-zA-Z]|\[[^\]]*\]|\(\?P?<\w+>|\(\?[a-z:=!<]+", " ", text)
    pattern = plain != text or "|" in text
    words = re.findall(r"[a-zäöüß]{2,}", plain) if pattern else text.split()
    return set(words) & WORDS if pattern or set(words) <= VOCABULARY else set()


def _offers(text: str) -> bool:
    """A part of a pattern with words to choose from; other parts of f-strings are shown to somebody."""
    return bool(re.search(r"[a-zäöüß]{2,}[|?)]|\|[a-zäöüß]", text))


def words_in(source: str) -> set[str]:
    """The words of a language that stand as literals in Python."""
    nodes = list(ast.walk(ast.parse(source)))
    names = {c for node in nodes for c in _names(node)}
    endings = {
        c
        for n in nodes
        if isinstance(n, ast.Call) and _name(n.func) in {"endswith", "removesuffix"}
        for a in n.args
        for c in _constants(a)
        if len(c.value) <= _ENDING
    }
    compared = {
        c.value
        for n in nodes
        if isinstance(n, ast.Compare) and any(map(_of_text, (n.left, *n.comparators)))
        for c in _constants(n)
        if re.search(r"[^\W\d_]{2}|^\w$", c.value) and c not in names
    }
    shown = {c for n in nodes if isinstance(n, ast.JoinedStr) for c in _constants(n) if not _offers(c.value)}
    literals = {n for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)} - shown
    return compared | {word for c in literals - names - endings for word in _words(c.value)}


# Words of a language that are something else where they stand: the whole list.
_OTHER_THINGS = {
    # frames of cues, by the word that opens them
    "steps/attribute/contents.py": {"prep", "that", "to"},
    "steps/attribute/nesting.py": {"that"},
    "steps/attribute/plain.py": {"that"},
    "steps/attribute/relays.py": {"that"},
    "steps/attribute/shapes.py": {"that"},
    "steps/attribute/sourceless.py": {"asked"},
    "steps/attribute/german/clauses.py": {"that", "to"},
    "steps/attribute/german/rules.py": {"as"},  # a rule
    "steps/classify/stand/german/complements.py": {"that", "to"},
    # endings of words: their shape is a pattern
    "steps/classify/stand/german/phrases.py": {"em", "en", "er", "es"},
    "steps/attribute/german/word_groups.py": {"em", "en", "er", "es"},
    "init/merging.py": {"an", "ian"},
    "tagging.py": {"less"},
    "text.py": {"es"},
    # values and names of records, tables, kinds of entries and groups of patterns
    "digest/polarity.py": {"stands"},
    "init/update.py": {"member"},
    "merge/changes.py": {"known"},
    "steps/classify/position.py": {"stands"},
    "steps/classify/stand/verbs.py": {"nobody"},
    "steps/classify/stand/view.py": {"around"},
    "steps/coref/pronouns.py": {"neuter", "relative"},
    "steps/dating/date_shapes.py": {"coming", "month", "week", "which", "year"},
    "steps/dating/page_text.py": {"elsewhere"},
    "steps/dating/publication.py": {"month"},
    "steps/dating/written.py": {"mark", "month"},
    "steps/split/punkt.py": {"any"},
    "steps/summarize/fitness.py": {"caption"},
    "speaker_words.py": {"addressing"},
    "world.py": {"en", "month"},
    "gazetteer.py": {"en"},  # an ending
    # features of lines in the model, ends of web addresses, elements of HTML
    "steps/clean/features.py": {"all", "co", "in", "info", "month", "no", "none", "one", "time", "year"},
    "steps/clean/markdown_text.py": {"matter"},
    "steps/clean/names.py": {"month"},
    "steps/clean/neighbours.py": {"after", "before", "first", "in", "last", "none"},
    "steps/clean/quoted_lines.py": {"blockquote", "cite", "figcaption", "footer"},
    "steps/clean/structure.py": {"month", "year"},
    "merge/opposed.py": {"to"},  # the infinitive behind a noun
}


def test_no_module_that_reads_holds_a_word_of_a_language():
    found = {name: words for name, source in modules().items() if (words := words_in(source))}
    assert found == _OTHER_THINGS


@pytest.mark.parametrize(
    "line",
    [
        "if word == 'said': pass",
        "kept = word != 'A'.lower() and word == 'a'",
        "kept = words[i] in ('is', 'was')",
        "kept = prose.tokens.words[at - 1] == 'by'",
        "kept = 'according' not in view.word(i)",
        "kept = name.casefold() == 'they'",
        "kept = token.folded == 'thereupon'",
        "_TOLD = frozenset({'said', 'says'})",
        "_OPENING = ('der', 'die')",
        "_BEFORE = {'whether': 'wh'}",
        r"_YEAR = re.compile(r'\b(?:since|until) \d{4}')",
        "_AMONG = re.compile(rf'{name} (?:and|or) {name}')",
        "told = text.startswith(('who ', 'whose '))",
        "kept = word.endswith('woman')",
        "kept = ' as well as ' in text",
    ],
)
def test_a_word_of_a_language_is_found(line):
    assert words_in(line)


@pytest.mark.parametrize(
    "line",
    [
        '"""Whether they said that it is so."""',
        "raise UsageError('no rules for this')",
        "kept = view.is_a(i, 'that')",
        "kept = frame == 'that'",
        "kept = match.shape in ('asked', 'as')",
        "kept = lexicon['nouns'].words('asking')",
        "kept = word.endswith(('ed', 'ing', 's'))",
        'kept = word.folded == "\'s"',
        "told = f'{count} of them were there'",
        "found = Found('said', rule='because')",
    ],
)
def test_a_name_of_the_program_is_no_word(line):
    assert not words_in(line)


def _asked_for(source: str) -> set[str]:
    """The classes of words that a module asks for by name."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _name(node.func) in {"is_a", "any_is"}:
            found.update(c.value for a in node.args[1:] for c in _constants(a))
        elif isinstance(node, ast.Subscript) and _name(node.value) in {"classes", "closed"}:
            found.update(c.value for c in _constants(node.slice))
    return found


def test_every_class_that_is_asked_for_is_in_a_table():
    tables = list(_tables())
    known = {entry.id for table in tables for entry in table.entries}
    known.update(name for table in tables for name in table.settings.get("closed", ()))
    missing = {(name, c) for name, source in modules().items() for c in _asked_for(source) if c not in known}
    assert missing == set()
