"""Which addresses are public, and that no secret of an address is shown."""

import base64
import socket

import pytest

from briefing.addresses import is_public, parted
from briefing.ingest import IngestOptions
from briefing.ingest.connect import RefusedError, request
from tests.ingest.test_web import PAGE, fetch, site  # noqa: F401 - a fixture


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",  # what clouds tell machines about themselves
        "100.64.0.1",
        "0.0.0.0",
        "192.0.0.1",
        "192.0.0.9",
        "224.0.0.1",
        "239.1.1.1",
        "255.255.255.255",
        "::1",
        "::",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",  # NAT64 of 127.0.0.1
        "64:ff9b:1::1",
        "2002:7f00:1::",  # 6to4 of 127.0.0.1
        "2002:a00:1::",
        "2001::1",
        "fc00::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "no address",
    ],
)
def test_addresses_that_lead_into_somebodys_own_network(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822", "::ffff:93.184.216.34"]
)
def test_public_addresses(address):
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "shown", "credentials"),
    [
        ("https://ann:s%40cret@example.org:8080/a?b#c", "https://example.org:8080/a?b#c", ("ann", "s@cret")),
        ("http://ann@example.org/", "http://example.org/", ("ann", "")),
        ("https://example.org/a@b", "https://example.org/a@b", None),
        ("folder/a@b", "folder/a@b", None),
        ("http://[::1", "http://[::1", None),
    ],
)
def test_credentials_are_taken_out(url, shown, credentials):
    assert parted(url) == (shown, credentials)


def test_a_password_is_sent_and_nowhere_shown(site):  # noqa: F811
    site.answers["/a"] = [(200, {"Content-Type": "text/html"}, PAGE)]
    address = site.url.replace("http://", "http://ann:secret@")
    read = fetch(f"{address}/a")
    wanted = "Basic " + base64.b64encode(b"ann:secret").decode()
    assert [headers.get("Authorization") for path, headers in site.asked if path == "/a"] == [wanted]
    assert "secret" not in repr(read)


def test_a_password_goes_to_no_other_host(site):  # noqa: F811
    port = site.url.rpartition(":")[2]
    site.answers["/a"] = [(302, {"Location": f"http://localhost:{port}/b"}, b"")]
    site.answers["/b"] = [(200, {"Content-Type": "text/html"}, PAGE)]
    fetch(site.url.replace("http://", "http://ann:secret@") + "/a")
    assert [("Authorization" in headers) for path, headers in site.asked if path in ("/a", "/b")] == [True, False]


def test_the_problem_of_a_page_has_no_password(site):  # noqa: F811
    read = fetch(site.url.replace("http://", "http://ann:secret@") + "/missing")
    assert read.problems
    assert "secret" not in repr(read)


@pytest.mark.parametrize("host", ["10.0.0.1", "192.168.1.1", "169.254.169.254", "[fd00::1]", "0.0.0.0"])
def test_nothing_is_sent_to_a_private_address(host, monkeypatch):
    monkeypatch.setattr(socket, "create_connection", lambda *_: pytest.fail("connected"))
    with pytest.raises(RefusedError, match="private network"):
        request(f"http://{host}/", {}, IngestOptions())


def test_of_a_host_s_addresses_the_public_one_is_asked(monkeypatch):
    asked = []

    def connect(address, _):
        asked.append(address)
        raise OSError("no way there")

    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, 80)) for a in ("10.0.0.1", "93.184.216.34")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(OSError, match="no way there"):
        request("http://harbour.example/", {}, IngestOptions())
    assert asked == [("93.184.216.34", 80)]
