"""A signed issue: by whom, and that nobody edited it since; without that signature it does not hold."""

import shutil
import subprocess

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from benchmarks.generator import PROFILE
from briefing import archive
from tests.cli.run import briefing
from tests.unattended.helpers import tree

NOTE = "Ada Holm, the premier of North, said on Monday: “We will not share the lake.”\n"


def write_key(path, key, encryption=None):
    path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption or NoEncryption()))
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    path.with_suffix(".pub").write_bytes(public)
    return path


@pytest.fixture
def desk(tmp_path):
    """A folder with an article, a profile, and two keys; the tests run in it."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "note.txt").write_text(NOTE, encoding="utf-8")
    (tmp_path / "lake.toml").write_text(PROFILE, encoding="utf-8")
    for number, name in enumerate(("desk.pem", "other.pem")):
        write_key(tmp_path / name, Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32))
    return tmp_path


def called(desk, *words):
    return briefing(*(word.removeprefix("@") for word in words), cwd=desk)


def built(desk, *words):
    given = ("build", "@in", "--profile", "@lake.toml", "--out", "@out", "--state", "@state")
    result = called(desk, *given, "--as-of", "2031-03-01", "--all", *words)
    assert result.returncode == 0, result.stderr
    return desk / "out" / "2031-03-01"


def verified(desk, key, file="@out/latest/briefing.json"):
    result = called(desk, "verify", file, "--key", key)
    return result.returncode, result.stdout + result.stderr


def test_a_signed_issue_holds_for_its_key_and_for_no_other(desk):
    folder = built(desk, "--sign", "@desk.pem")
    assert len((folder / archive.SIGNATURE).read_bytes()) == 64
    assert verified(desk, "@desk.pub")[0] == 0
    assert verified(desk, "@desk.pub", "@out/2031-03-01")[0] == 0
    code, said = verified(desk, "@other.pub")
    assert code == 1
    assert "manifest.sig: not by" in said


def test_a_manifest_that_was_edited_and_sealed_again_does_not_hold(desk):
    folder = built(desk, "--sign", "@desk.pem")
    manifest = archive.read_manifest(folder)
    manifest["as_of"] = "2031-03-02"
    (folder / archive.MANIFEST).write_bytes(archive.sealed(manifest))
    code, said = verified(desk, "@desk.pub", "@out/2031-03-01/briefing.json")
    assert code == 1
    assert "the manifest was edited after it was signed" in said


def test_an_issue_without_a_signature_is_said_to_have_none(desk):
    built(desk)
    code, said = verified(desk, "@desk.pub")
    assert code == 1
    assert "manifest.sig: missing: the issue is not signed" in said
    assert called(desk, "verify", "@out/latest/briefing.json").returncode == 0


def test_an_issue_that_is_there_is_signed_by_the_next_run_and_the_same_run_changes_nothing(desk):
    folder = built(desk)
    unsigned = tree(folder)
    built(desk, "--sign", "@desk.pem")
    signed = tree(folder)
    assert {name: body for name, body in signed.items() if name != archive.SIGNATURE} == unsigned
    built(desk, "--sign", "@desk.pem")
    built(desk)
    assert tree(folder) == signed == tree(desk / "out" / "latest")


def test_the_signature_of_an_older_issue_does_not_stay_beside_a_new_one(desk):
    folder = built(desk, "--sign", "@desk.pem")
    (desk / "in" / "second.txt").write_text(NOTE.replace("Monday", "Tuesday"), encoding="utf-8")
    built(desk)
    assert not (folder / archive.SIGNATURE).exists()


@pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl here")
def test_openssl_verifies_the_signature(desk):
    folder = built(desk, "--sign", "@desk.pem")
    words = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", desk / "desk.pub", "-rawin"]
    files = ["-in", folder / archive.MANIFEST, "-sigfile", folder / archive.SIGNATURE]
    assert b"Verified Successfully" in subprocess.run([*words, *files], capture_output=True, check=True).stdout


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: None, "No such file"),
        (lambda path: path.write_text("no key"), "no private key in PEM: make one with: openssl genpkey"),
        (lambda path: write_key(path, generate_private_key(SECP256R1())), "no Ed25519 key"),
        (
            lambda path: write_key(path, Ed25519PrivateKey.generate(), BestAvailableEncryption(b"x")),
            "has a password: give a key without one",
        ),
    ],
)
def test_a_key_that_cannot_sign_is_one_line(desk, make, told):
    make(desk / "bad.pem")
    given = ("build", "@in", "--profile", "@lake.toml", "--out", "@out", "--state", "@state", "--sign", "@bad.pem")
    result = called(desk, *given)
    assert result.returncode == 2
    assert told in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert not (desk / "out" / "latest").exists()


def test_a_private_key_given_to_verify_is_one_line(desk):
    built(desk, "--sign", "@desk.pem")
    code, said = verified(desk, "@desk.pem")
    assert code == 2
    assert "no public key in PEM" in said
