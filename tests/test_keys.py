"""What a digest is kept under: whatever can change the digest changes the key, and nothing else does."""

from dataclasses import fields, replace

import pytest

from briefing.keys import key_of, key_of_content, run_key
from briefing.plan import SummaryPlan
from briefing.profile import parse
from briefing.records import Metadata, Problem, RawDocument
from tests.factory import PROFILE, PROFILE_TOML

RUN = b"r" * 16
PAGE = RawDocument("a.html", "text/html", b"<p>Pay is low.</p>")
OTHERS = {
    "source": "b.html",
    "media_type": "text/plain",
    "body": b"<p>Pay is high.</p>",
    "metadata": Metadata(published="2024-05-01"),
    "extracted": True,
    "also_at": ("b.html",),
    "story": "strike",
    "problems": (Problem("source.nested", "a box in a box", "a.html"),),
}
PLAN = SummaryPlan()


@pytest.mark.parametrize("name", [field.name for field in fields(RawDocument)])
def test_all_that_is_known_of_a_document_is_in_its_key(name):
    assert key_of(replace(PAGE, **{name: OTHERS[name]}), RUN) != key_of(PAGE, RUN)


@pytest.mark.parametrize("name", [field.name for field in fields(Metadata) if field.name != "assigned"])
def test_each_of_its_metadata_is(name):
    assert key_of(replace(PAGE, metadata=Metadata(**{name: "2024-05-01"})), RUN) != key_of(PAGE, RUN)


def test_the_same_document_in_the_same_run_has_the_same_key():
    assert key_of(replace(PAGE, body=bytes(PAGE.body)), bytes(RUN)) == key_of(PAGE, RUN)
    assert key_of(PAGE, b"s" * 16) != key_of(PAGE, RUN)


def test_what_a_run_reads_with_is_in_its_key():
    run = run_key(PROFILE, PLAN, on_topic_only=True)
    longer = parse(f"{PROFILE_TOML}\n# a word more\n".encode(), "dispute.toml")
    others = [
        run_key(longer, PLAN, on_topic_only=True),
        run_key(PROFILE, replace(PLAN, sentences=4), on_topic_only=True),
        run_key(PROFILE, PLAN, on_topic_only=False),
    ]
    assert len({run, *others}) == 4
    assert run_key(parse(PROFILE_TOML.encode(), "dispute.toml"), PLAN, on_topic_only=True) == run


def test_the_documents_in_a_file_are_kept_under_its_bytes_and_what_was_said_of_it():
    keys = {key_of_content(about, of, run) for about in ("a", "b") for of in (b"1", b"2") for run in (RUN, b"s" * 16)}
    assert len(keys) == 8
