"""What a user may mistype: one clear line, a documented exit code, no traceback."""

import pytest

from tests.cli.run import PROFILE as TOPIC
from tests.cli.run import SEEDS, briefing


def build(source, folder, *options, **environment):
    return briefing("build", source, *TOPIC, "--out", folder / "o", "--state", folder / "s", *options, **environment)


@pytest.mark.parametrize(
    ("source", "said"),
    [("", "an empty source"), (" ", "an empty source"), ("a" * 5000, "File name too long")],
)
def test_sources_that_are_no_paths(source, said, tmp_path):
    run = build(source, tmp_path)
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert said in run.stderr


@pytest.mark.parametrize("option", [("--max-age", "1000000"), ("--as-of", "9999-12-31")])
def test_the_ends_of_the_calendar(option, tmp_path):
    assert build(SEEDS, tmp_path, *option).returncode == 0


@pytest.mark.parametrize("epoch", ["soon", "99999999999999999", "1e3"])
def test_an_epoch_that_is_none(epoch, tmp_path):
    run = build(SEEDS, tmp_path, SOURCE_DATE_EPOCH=epoch)
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "SOURCE_DATE_EPOCH" in run.stderr


PROFILE = """[topic]
id = "x"
title = "x"
{topic}
[[party]]
id = "A"
name = "A"
aliases = [{alias}]
[[issue]]
id = "i"
title = "i"
terms = ["t"]
"""


@pytest.mark.parametrize(
    ("topic", "alias", "said"),
    [
        ('language = "xx"', '"B"', "'xx' has no rules here"),
        ("", '"."', "neither letter nor figure"),
        ("", '"\u200b"', "neither letter nor figure"),
        ("y = " + "[" * 3000 + "]" * 3000, '"B"', "nested too deep"),
        ("", '"B", "B"', "stands twice"),
    ],
)
def test_profiles_that_are_not_sound(topic, alias, said, tmp_path):
    file = tmp_path / "p.toml"
    file.write_text(PROFILE.format(topic=topic, alias=alias), encoding="utf-8")
    run = briefing("check", file)
    assert run.returncode == 1
    assert said in run.stdout + run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("alias", ['"Labor", "labor"', '"B"'])
def test_profiles_that_are_sound(alias, tmp_path):
    file = tmp_path / "p.toml"
    file.write_text("\ufeff" + PROFILE.format(topic="", alias=alias), encoding="utf-8")
    assert briefing("check", file).returncode == 0


@pytest.mark.parametrize("field", ['url = ""', 'path = " "'])
def test_an_empty_place_in_a_sources_file(field, tmp_path):
    file = tmp_path / "s.toml"
    file.write_text(f"[[source]]\n{field}\n", encoding="utf-8")
    run = build(file, tmp_path)
    assert run.returncode == 2
    assert "is empty: say where the source is" in run.stderr


def test_names_of_files_steer_no_terminal(tmp_path):
    name = "a\x1b[31mred\x9b\u202etxt"
    run = briefing("read", name, cwd=tmp_path)
    assert run.returncode == 2
    assert not any(char in run.stderr for char in "\x1b\x9b\u202e")
    (tmp_path / f"{name}.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text("The ferry sails for the whole of the week, and the harbour is full of people.")
    run = briefing("read", ".", cwd=tmp_path)
    assert "\\x9b" in run.stderr
    assert not any(char in run.stderr for char in "\x1b\x9b\u202e")


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ foo( }}", "t/briefing.md.j2:1: unexpected"),
        ("\n{{ nothing.x }}", "t/briefing.md.j2:2: 'nothing' is undefined"),
        ('{{ "".__class__.__mro__ }}', "t/briefing.md.j2:1: access to attribute '__class__'"),
        ("{% for i in range(10 ** 9) %}{% endfor %}", "t/briefing.md.j2:1: Range too big"),
    ],
)
def test_a_mistake_in_a_user_s_template_is_one_line(template, said, tmp_path):
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "briefing.md.j2").write_text(template)
    run = briefing(
        "build", SEEDS, *TOPIC, "--templates", "t", "--format", "md", "--out", "out", "--state", "st", cwd=tmp_path
    )
    assert run.returncode == 2
    assert run.stderr.startswith(f"briefing: {said}")
    assert run.stderr.count("\n") == 1


def test_a_run_does_not_read_what_it_wrote(tmp_path):
    (tmp_path / "b.txt").write_text("“We reject the plan,” a Hamas official said on Monday, and the people went home.")
    build = ("build", ".", *TOPIC, "--out", "out", "--state", "state")
    said = {briefing(*build, cwd=tmp_path).stdout for _ in range(3)}
    assert len(said) == 1
    assert "1 sources read" in said.pop()
    assert briefing("verify", "out/latest/briefing.md", cwd=tmp_path).returncode == 0


def test_a_mistyped_command_is_named_with_the_one_that_was_meant():
    run = briefing("biuld", "seeds")
    assert (run.returncode, run.stderr) == (2, "briefing: no command 'biuld': did you mean `briefing build`?\n")
