"""`briefing review` as its users meet it: the real command, in Chromium, with the keyboard alone."""

from briefing import profile as profiles
from briefing.corrections import load
from tests.cli.run import line_with, started
from tests.render.test_browser import run


def test_a_review_by_keyboard_writes_the_corrections_and_nothing_else(issue, tmp_path):
    file = tmp_path / "corrections.toml"
    before = {path: path.read_bytes() for path in issue.parent.rglob("*") if path.is_file()}
    with started("review", issue, "--corrections", file) as server:
        found = run("review.mjs", line_with(server, "http://127.0.0.1:").strip())
        server.kill()
    assert [v for mode in found["axe"].values() for v in mode] == []
    assert len(found["axe"]) == 4
    assert {mode: max(px, 0) for mode, px in found["overflow"].items()} == dict.fromkeys(found["overflow"], 0)
    assert (found["console"], found["requests"]) == ([], [])
    assert "corrected by the desk" in found["changed"]
    assert "Heard on the tape." in found["changed"]
    assert "Hidden by the desk" in found["hidden"]
    assert "by the desk" not in found["undone"]
    assert (found["next"], found["back"]) == (True, True)
    assert (found["spent"], found["foreign"]) == (403, 403)
    (entry,) = load(file, profiles.load("gaza-ceasefire")).entries
    assert entry.hide
    assert [path.name for path in tmp_path.iterdir()] == [file.name]
    assert before == {path: path.read_bytes() for path in issue.parent.rglob("*") if path.is_file()}
