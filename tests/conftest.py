"""Options of the test run; tests leave nothing in the user's folders."""

import pytest


@pytest.fixture(autouse=True)
def _own_state(tmp_path_factory, monkeypatch):
    """Commands that are not told where to keep their state keep it in a folder of the test."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))


@pytest.fixture(autouse=True, scope="session")
def _no_waiting_for_the_disk():
    """No test cuts the power: what is written need not reach the disk before the test goes on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda _: None)
        patch.setattr("briefing.store.layout.SYNCHRONOUS", "OFF")
        yield


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the golden briefing anew")
