"""Reading on Dask: real clusters on the loopback, the bytes of one process, and one line where something is amiss."""

import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import psutil
import pytest

from benchmarks.generator import PROFILE, articles
from briefing.engines import digest_all
from briefing.errors import UsageError
from briefing.records import RawDocument
from tests.cli.run import briefing, started_quietly
from tests.engines.cluster import HALTING, OTHER, said, scheduler, worker
from tests.unattended.helpers import LAKE, tree

SOON = {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "1s"}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with articles in it, and the issue that one process made of them."""
    place = tmp_path_factory.mktemp("dask")
    (place / "in").mkdir()
    for article in articles(60, sentences=8):
        article.write(place / "in")
    (place / "lake.toml").write_text(PROFILE, encoding="utf-8")
    assert briefing(*command(place, "one")).returncode == 0
    return place


def command(place, out, *more):
    words = (
        "build",
        place / "in",
        "--profile",
        place / "lake.toml",
        "--out",
        place / out,
        "--state",
        place / f"s-{out}",
    )
    return tuple(map(str, (*words, "--format", "md,json", *more)))


def on(address):
    return ("--engine", "dask", "--scheduler", address)


def test_a_cluster_of_this_machine_gives_the_bytes_of_one_process(place):
    run = briefing(*command(place, "own", "--engine", "dask", "--jobs", "2"))
    assert (run.returncode, run.stderr) == (0, "")
    assert tree(place / "own") == tree(place / "one")


def test_a_worker_killed_at_work_loses_nothing(place):
    with (
        scheduler() as (_, address),
        worker(address),
        worker(address, preload=HALTING) as lost,
        started_quietly(*command(place, "killed", *on(address))) as run,
    ):
        said(lost, "at the second chunk")
        lost.kill()
        _, errors = run.communicate(timeout=120)
    assert (run.returncode, errors) == (0, "")
    assert tree(place / "killed") == tree(place / "one")


def test_a_scheduler_that_is_lost_is_told_and_what_was_read_is_kept(place):
    with (
        scheduler() as (process, address),
        worker(address, preload=HALTING) as halting,
        started_quietly(*command(place, "lost", *on(address)), **SOON) as run,
    ):
        said(halting, "at the second chunk")
        process.kill()
        _, errors = run.communicate(timeout=120)
    assert (run.returncode, errors.count("\n")) == (2, 1), errors
    assert f"the Dask cluster at {address} was lost: run again" in errors
    assert briefing(*command(place, "lost")).returncode == 0
    assert tree(place / "lost") == tree(place / "one")


def test_a_worker_with_another_program_is_refused(place):
    with scheduler() as (_, address), worker(address, preload=OTHER):
        run = briefing(*command(place, "other", *on(address)))
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "another version of briefing" in run.stderr


def test_a_scheduler_without_workers(place):
    with scheduler() as (_, address):
        run = briefing(*command(place, "none", *on(address)), **SOON)
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "Only 0/1 workers arrived" in run.stderr


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("tcp://127.0.0.1:1", "Timed out trying to connect"),
        ("nonsense", "write it as tcp://host:8786"),
        ("http://127.0.0.1:8786", "unknown address scheme 'http'"),
        ("tcp://127.0.0.1:door", "write it as tcp://host:8786"),
        ("tls://127.0.0.1:1", "TLS"),
    ],
)
def test_addresses_where_no_scheduler_is(place, address, told):
    run = briefing(*command(place, "nowhere", *on(address)), **SOON)
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert address in run.stderr
    assert told in run.stderr


def test_a_server_that_is_no_scheduler(place):
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        run = briefing(*command(place, "web", *on(f"tcp://127.0.0.1:{server.server_port}")), **SOON)
        server.shutdown()
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "what answers there is no scheduler of Dask" in run.stderr


def test_a_cluster_of_our_own_listens_on_the_loopback_only():
    doors = set()

    def documents():
        for article in articles(20, sentences=6):
            yield RawDocument(article.name, "text/plain", article.text.encode())
        me = psutil.Process()
        for process in (me, *me.children(recursive=True)):
            doors.update(c.laddr.ip for c in process.net_connections() if c.status == psutil.CONN_LISTEN)

    assert len(list(digest_all(documents(), profile=LAKE, engine="dask", jobs=1))) == 20
    assert doors == {"127.0.0.1"}


def test_without_dask_one_line_tells_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"--engine dask needs distributed: pip install 'briefing\[dask\]'"):
        list(digest_all([RawDocument("a.txt", "text/plain", b"A.")], profile=LAKE, engine="dask"))
