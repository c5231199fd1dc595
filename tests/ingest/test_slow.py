"""Servers that break off or never end, on the loopback interface."""

import socket
import threading

import pytest

from briefing.ingest import IngestOptions
from briefing.ingest.web import Fetcher

START = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\n"


@pytest.fixture
def answering():
    """Starts servers that answer /robots.txt with 404 and any other path by a function given the connection."""
    servers = []

    def start(answer):
        server = socket.create_server(("127.0.0.1", 0))
        done = threading.Event()
        servers.append((server, done))

        def serve():
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection:
                    asked = connection.recv(4096)
                    if b"/robots.txt" in asked:
                        connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                    else:
                        answer(connection, done)

        threading.Thread(target=serve, daemon=True).start()
        return f"http://127.0.0.1:{server.getsockname()[1]}/a"

    yield start
    for server, done in servers:
        done.set()
        server.close()


def message(url, timeout):
    options = IngestOptions(allow_private=True, timeout=timeout, delay=0.0, retries=0)
    return Fetcher(options).get(url).message


def send_for_ever(piece):
    def answer(connection, done):
        try:
            while not done.wait(0.02):
                connection.sendall(piece)
        except OSError:
            pass

    return answer


def test_an_answer_that_breaks_off_is_no_page(answering):
    url = answering(lambda connection, done: connection.sendall(START + b"<p>half"))
    assert message(url, 5.0) == "the answer breaks off after 7 of 100 bytes"


def test_a_server_that_drips_does_not_hold_the_run(answering):
    def drip(connection, done):
        connection.sendall(START.replace(b"100", b"100000"))
        send_for_ever(b"x")(connection, done)

    assert message(answering(drip), 0.1) == "the server takes too long to answer"


def test_endless_interim_answers_do_not_hold_the_run(answering):
    url = answering(send_for_ever(b"HTTP/1.1 100 Continue\r\n\r\n"))
    assert message(url, 0.1) == "the server takes too long to answer"
