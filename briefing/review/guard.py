"""Who may speak to the page: the browser that was given the address on this machine, and no other site in it."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",  # with none at all a browser hides the origin of its own forms, too
    "Cache-Control": "no-store",
}


class Guard:
    """A token that opens once, and the session that it opens."""

    def __init__(self, host: str) -> None:
        self.host = host
        self.token: str | None = secrets.token_urlsafe(32)
        self._session = secrets.token_urlsafe(32)

    @property
    def cookie(self) -> str:
        """The name of the cookie: cookies do not tell ports apart, and two reviews may run at a time."""
        return f"briefing-review-{self.host.rpartition(':')[2]}"

    def is_own(self, host: str, origin: str | None, *, writes: bool) -> bool:
        """The request is meant for this page, and comes from it where it names an origin or would write."""
        own = f"http://{self.host}"
        return host == self.host and (origin == own or (origin is None and not writes))

    def opened(self, token: str) -> str | None:
        """The session for the token, which is spent with that; None for any other."""
        if self.token is None or not _same(self.token, token):
            return None
        self.token = None
        return self._session

    def knows(self, session: str) -> bool:
        """The session is the one that the token opened."""
        return self.token is None and _same(self._session, session)


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())
