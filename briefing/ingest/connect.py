"""One HTTP request to an address that was checked first."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from briefing.addresses import is_public
from briefing.ingest.options import IngestOptions

_WHOLE = 4  # times the time limit of one read that a whole answer may take
_SLOW = "the server takes too long to answer"
_HEADERS = {"User-Agent": "briefing (news reader)", "Accept-Encoding": "identity", "Accept": "text/html, */*;q=0.8"}


class RefusedError(Exception):
    """The page is not to be had: the message says why."""


@dataclass(frozen=True, slots=True)
class Response:
    """What the server answered; header names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The declared type without its parameters, such as "text/html"."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


def request(url: str, headers: Mapping[str, str], options: IngestOptions) -> Response:
    """The answer to one GET request, without following redirects.

    Raises RefusedError for an address that is no public web address or an answer that is too large, OSError and
    http.client.HTTPException where the network fails.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise RefusedError("only http and https addresses are fetched")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    address = _checked_address(parts.hostname, port, allow_private=options.allow_private)
    connection = _connection(parts.scheme, parts.hostname, port, address, options.timeout)
    overdue = _Overdue(connection)
    watch = threading.Timer(options.timeout * _WHOLE, overdue.end)
    watch.daemon = True
    watch.start()
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", path, headers={**_HEADERS, **headers})
        answer = connection.getresponse()
        body = answer.read(options.max_bytes + 1)
        if len(body) > options.max_bytes:
            raise RefusedError(f"larger than {options.max_bytes} bytes")
        if answer.length and not overdue.ended:
            raise RefusedError(f"the answer breaks off after {len(body)} of {len(body) + answer.length} bytes")
        if overdue.ended:
            raise RefusedError(_SLOW)
        names = {name.lower(): value for name, value in answer.getheaders()}
        return Response(answer.status, names, _unpacked(body, names.get("content-encoding", ""), options.max_bytes))
    except (OSError, http.client.HTTPException, ValueError) as fault:
        if overdue.ended:
            raise RefusedError(_SLOW) from fault
        raise
    finally:
        watch.cancel()
        connection.close()


class _Overdue:
    """Ends a connection from outside: no server can hold a run by a byte now and then or by endless interim answers."""

    def __init__(self, connection: http.client.HTTPConnection) -> None:
        self.ended = False
        self._connection = connection

    def end(self) -> None:
        """Shut the connection; what waits on it fails at once."""
        self.ended = True
        with contextlib.suppress(OSError):
            if self._connection.sock is not None:
                self._connection.sock.shutdown(socket.SHUT_RDWR)


def _checked_address(host: str, port: int, *, allow_private: bool) -> str:
    """The numeric address of `host`; connecting to it and not to the name leaves no time to change it."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in addresses:
        if allow_private or is_public(address):
            return address
    raise RefusedError("it leads to an address of a private network")


def _connection(scheme: str, host: str, port: int, address: str, timeout: float) -> http.client.HTTPConnection:
    connection = http.client.HTTPConnection(host, port, timeout=timeout)
    plain = socket.create_connection((address, port), timeout)
    if scheme == "https":
        connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    else:
        connection.sock = plain
    return connection


def _unpacked(body: bytes, encoding: str, limit: int) -> bytes:
    """The body without the packing that some servers use unasked. Raises RefusedError beyond `limit` bytes."""
    if encoding.lower() not in {"gzip", "x-gzip", "deflate"}:
        return body
    reader = zlib.decompressobj(wbits=47)
    try:
        plain = reader.decompress(body, limit + 1)
    except zlib.error as fault:
        raise RefusedError(f"its packing is broken: {fault}") from fault
    if len(plain) > limit:
        raise RefusedError(f"larger than {limit} bytes")
    return plain
