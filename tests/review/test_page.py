"""The page of `briefing review`: who may speak to it, what it shows, what it writes."""

from dataclasses import replace

import pytest
from werkzeug.test import Client

from briefing.corrections import load
from briefing.errors import UsageError
from briefing.merged import Corrected
from briefing.review import desk_of
from briefing.review.guard import Guard
from briefing.review.server import application
from briefing.review.walk import doubts, walk

HOST = "127.0.0.1:8123"
OWN = f"http://{HOST}"


@pytest.fixture
def guard():
    return Guard(HOST)


@pytest.fixture
def stranger(desk, guard):
    return Client(application(desk, guard))


@pytest.fixture
def client(stranger, guard):
    """A browser that opened the printed address."""
    assert stranger.get(f"/?token={guard.token}", base_url=OWN).status_code == 303
    return stranger


def post(client, desk, n=0, headers=(("Origin", OWN),), **form):
    return client.post(f"/statement/{desk.order[n]}", base_url=OWN, headers=dict(headers), data=form)


def shown(client, desk, n=0):
    return client.get(f"/statement/{desk.order[n]}", base_url=OWN).text


def test_without_a_session_nothing_is_shown(stranger, desk):
    for path in ("/", f"/statement/{desk.order[0]}", "/review.css", "/?token=wrong"):
        assert stranger.get(path, base_url=OWN).status_code == 403
    assert post(stranger, desk, what="hide").status_code == 403
    assert not desk.file.exists()


def test_the_token_opens_once(stranger, desk, guard):
    token = guard.token
    answer = stranger.get(f"/?token={token}", base_url=OWN)
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert token not in cookie
    assert Client(stranger.application).get(f"/?token={token}", base_url=OWN).status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8123", "127.0.0.1:9999", "localhost:8123"])
def test_a_foreign_host_is_refused(client, desk, host):
    answer = client.get(f"/statement/{desk.order[0]}", base_url=OWN, headers={"Host": host})
    assert answer.status_code == 403
    assert desk.briefing.topic.title not in answer.text


@pytest.mark.parametrize("headers", [(), (("Origin", "http://evil.example"),), (("Origin", "null"),)])
def test_only_the_own_page_writes(client, desk, headers):
    assert post(client, desk, headers=headers, what="hide").status_code == 403
    assert not desk.file.exists()


def test_a_foreign_origin_does_not_read(client, desk):
    answer = client.get(f"/statement/{desk.order[0]}", base_url=OWN, headers={"Origin": "http://evil.example"})
    assert answer.status_code == 403


def test_the_policy_allows_no_inline_script_and_no_other_host(client, desk):
    answer = client.get(f"/statement/{desk.order[0]}", base_url=OWN)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http://" not in answer.text
    assert "https://" not in answer.text


def test_a_correction_is_written_and_shown_at_once(client, desk):
    first = desk.briefing.statement(desk.order[0])
    other = next(p.id for p in desk.profile.parties if p.id != first.party)
    answer = post(client, desk, what="change", party=f"={other}", note="Seen on the tape.")
    assert answer.headers["Location"] == f"/statement/{first.id}"
    (entry,) = load(desk.file, desk.profile).entries
    assert (entry.statement, entry.party, entry.note) == (first.id, other, "Seen on the tape.")
    assert desk.now(first).party == other
    text = shown(client, desk)
    assert "corrected by the desk" in text
    assert "Seen on the tape." in text
    assert [f.name for f in desk.file.parent.iterdir()] == [desk.file.name]


def test_wrong_hides_and_undo_takes_it_back(client, desk):
    desk.file.write_text("# by hand\n", encoding="utf-8")
    post(client, desk, what="hide")
    assert "Hidden by the desk" in shown(client, desk)
    post(client, desk, what="undo")
    assert desk.file.read_text(encoding="utf-8") == "# by hand\n"
    assert "Hidden by the desk" not in shown(client, desk)


def test_undo_leaves_what_a_person_wrote_since(client, desk):
    post(client, desk, what="hide")
    edited = desk.file.read_text(encoding="utf-8") + "# mine\n"
    desk.file.write_text(edited, encoding="utf-8")
    assert "edited since" in post(client, desk, what="undo").text
    assert desk.file.read_text(encoding="utf-8") == edited


def test_right_writes_nothing_and_goes_on(client, desk):
    assert post(client, desk, what="right").headers["Location"] == f"/statement/{desk.order[1]}"
    assert not desk.file.exists()
    assert client.get("/", base_url=OWN).headers["Location"] == f"/statement/{desk.order[1]}"


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"day": "2024-04-09\nhide = true"}, "is no day"),
        ({"day": "next week"}, "is no day"),
        ({"stance": "=reject", "object": "words of nobody"}, "does not stand in the words"),
        ({"issue": "=ceasefire"}, "needs its stance"),
        ({"party": "=Atlantis"}, "is unknown"),
        ({}, "corrects nothing"),
    ],
)
def test_a_mistake_is_one_line_on_the_page_and_nothing_written(client, desk, form, told):
    answer = post(client, desk, what="change", **form)
    assert answer.status_code == 422
    assert told in answer.text
    assert not desk.file.exists()


def test_an_entry_of_the_file_is_not_doubled(client, desk):
    post(client, desk, what="hide")
    before = desk.file.read_bytes()
    post(client, desk, what="hide")
    assert desk.file.read_bytes() == before


def test_a_second_correction_of_a_statement_goes_into_its_entry(client, desk):
    first = desk.briefing.statement(desk.order[0])
    other = next(p.id for p in desk.profile.parties if p.id != first.party)
    post(client, desk, what="hide")
    post(client, desk, what="change", party=f"={other}", note="Seen.")
    post(client, desk, what="change", note="Seen twice.")
    (entry,) = load(desk.file, desk.profile).entries
    assert (entry.hide, entry.party, entry.note) == (False, other, "Seen twice.")
    for _ in range(2):
        post(client, desk, what="undo")
    (entry,) = load(desk.file, desk.profile).entries
    assert (entry.hide, entry.party, entry.note) == (True, None, None)


def test_what_is_typed_and_what_is_read_is_escaped(client, desk):
    attack = '"><script>alert(1)</script>'
    text = post(client, desk, what="change", note=attack, day="x").text
    assert "<script>alert" not in text
    post(client, desk, what="change", speaker=attack, note=attack)
    assert "<script>alert" not in shown(client, desk)


def test_a_long_form_is_refused(client, desk):
    assert post(client, desk, what="change", note="a" * 200_000).status_code == 413
    assert not desk.file.exists()


def test_the_front_page_comes_first_then_the_unsure(desk):
    order = walk(desk.briefing)
    assert desk.briefing.key_points[0].statement in order[:12]
    unsure = {s.id for s in desk.briefing.statements if doubts(s)}
    assert unsure <= set(order)
    assert len(order) == len(set(order))


def test_a_speaker_named_elsewhere_is_a_doubt_until_the_desk_has_chosen(desk):
    doubt = "the speaker is named in another place"
    statement = next(s for s in desk.briefing.statements if s.antecedent is not None)
    assert doubt in doubts(statement)
    chosen = replace(statement, corrected=(Corrected("speaker", statement.speaker.name, statement.speaker.via, None),))
    assert doubt not in doubts(chosen)
    assert doubt not in doubts(replace(statement, antecedent=None))


def test_an_issue_without_json_is_one_line(tmp_path, desk):
    with pytest.raises(UsageError, match="--format json"):
        desk_of(tmp_path, tmp_path / "corrections.toml", desk.profile)
