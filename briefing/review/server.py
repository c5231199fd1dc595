"""The page on the loopback: plain forms over a `Desk`, served by Werkzeug, which is an extra."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from briefing.errors import UsageError
from briefing.merged import Statement
from briefing.render.environment import environment
from briefing.render.html import asset
from briefing.render.tables import MissingExtraError
from briefing.review.desk import Desk
from briefing.review.guard import HEADERS, Guard
from briefing.review.walk import doubts
from briefing.stances import RANKED

if TYPE_CHECKING:
    from werkzeug.wrappers import Request, Response

_LOOPBACK = "127.0.0.1"
_LONGEST_FORM = 100_000
_FILES = {"/review.css": "text/css; charset=utf-8", "/review.js": "text/javascript; charset=utf-8"}


def serve(desk: Desk, port: int, say: Callable[[str], None]) -> None:
    """Serve the page until the program is ended; `say` is given its address.

    Raises MissingExtraError without Werkzeug, UsageError when the port is taken.
    """
    try:
        from werkzeug.serving import WSGIRequestHandler, make_server  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError("the page needs Werkzeug: pip install 'briefing[review]'") from error

    class Silent(WSGIRequestHandler):
        """No line a request: the first would print the token."""

        timeout = 60

        def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002 - Werkzeug's signature
            pass

    try:
        server = make_server(_LOOPBACK, port, _nothing, threaded=True, request_handler=Silent)
    except (OSError, SystemExit) as error:
        raise UsageError(f"port {port}: cannot be had on {_LOOPBACK}: choose another with --port") from error
    guard = Guard(f"{_LOOPBACK}:{server.server_port}")
    server.app = application(desk, guard)
    say(f"http://{guard.host}/?token={guard.token}")
    try:
        server.serve_forever()
    finally:
        server.server_close()


def _nothing(_environ: Any, _start: Any) -> Iterable[bytes]:
    return ()


def application(desk: Desk, guard: Guard) -> Any:
    """The page as a WSGI application. One request at a time: they share the desk and its file."""
    from werkzeug.wrappers import Request  # noqa: PLC0415 - an extra

    page, turn = ReviewPages(desk, guard), threading.Lock()

    @Request.application
    def answer(request: Request) -> Response:
        request.max_content_length = request.max_form_memory_size = _LONGEST_FORM
        with turn:
            response = page.answer(request)
        response.headers.update(HEADERS)
        return response

    return answer


class ReviewPages:
    """What each address gives. Nothing but a POST of this page's own forms writes."""

    def __init__(self, desk: Desk, guard: Guard) -> None:
        self.desk, self.guard = desk, guard
        self._environment = environment("html", None, "en")
        self._environment.bytecode_cache = None  # nothing but the corrections is ever written

    def answer(self, request: Request) -> Response:
        """The answer to a request, a refusal where it is not of this page."""
        own = self.guard.is_own(request.host, request.headers.get("Origin"), writes=request.method == "POST")
        if not own or request.method not in ("GET", "HEAD", "POST"):
            return _told(HTTPStatus.FORBIDDEN, "refused: this page answers to its own address only")
        if request.path == "/" and "token" in request.args:
            return self._open(request.args["token"])
        if not self.guard.knows(request.cookies.get(self.guard.cookie, "")):
            return _told(
                HTTPStatus.FORBIDDEN, "refused: open the address that `briefing review` printed; it opens once"
            )
        if request.path in _FILES:
            return _response(asset(self._environment, f"review{request.path}"), _FILES[request.path])
        if request.path == "/favicon.ico":  # browsers ask for one
            return _response("", "image/x-icon", HTTPStatus.NO_CONTENT)
        return self._statement(request)

    def _open(self, token: str) -> Response:
        session = self.guard.opened(token)
        if session is None:
            return _told(HTTPStatus.FORBIDDEN, "refused: the address is not right, or was opened already")
        response = _to("/")
        response.set_cookie(self.guard.cookie, session, httponly=True, samesite="Strict")
        return response

    def _statement(self, request: Request) -> Response:
        order = self.desk.order
        if request.path == "/":
            left = [i for i in order if i not in self.desk.seen]
            return _to(_place(left[0] if left else order[0]))
        wanted = request.path.removeprefix("/statement/")
        if wanted not in order:
            return _told(HTTPStatus.NOT_FOUND, "no such statement in this review")
        statement = self.desk.briefing.statement(wanted)
        if request.method != "POST":
            return self._shown(statement, fault="", form={})
        form = request.form.to_dict()
        try:
            return _to(self._done(statement, form))
        except UsageError as error:
            return self._shown(statement, fault=str(error), form=form)

    def _done(self, statement: Statement, form: dict[str, str]) -> str:
        """Do what a form says. Returns the address to go on with."""
        match form.get("what"):
            case "right":
                self.desk.seen.add(statement.id)
                at = self.desk.order.index(statement.id)
                return _place(self.desk.order[min(at + 1, len(self.desk.order) - 1)])
            case "hide" | "change":
                self.desk.correct(statement, form)
            case "undo":
                self.desk.undo()
        return _place(statement.id)

    def _shown(self, statement: Statement, *, fault: str, form: dict[str, str]) -> Response:
        desk, at = self.desk, self.desk.order.index(statement.id)
        try:
            now = desk.now(statement)
        except UsageError as error:  # the file was edited meanwhile
            now, fault = statement, str(error)
        briefing = desk.briefing
        text = self._environment.get_template("review/page.html.j2").render(
            title=briefing.topic.title,
            s=statement,
            now=now,
            label=desk.label(statement.id),
            doubts=doubts(now or statement),
            n=at + 1,
            of=len(desk.order),
            seen=len(desk.seen),
            is_seen=statement.id in desk.seen,
            can_undo=bool(desk.made),
            before=_place(desk.order[at - 1]) if at else None,
            after=_place(desk.order[at + 1]) if at + 1 < len(desk.order) else None,
            here=_place(statement.id),
            file=str(desk.file),
            fault=fault,
            form=form,
            source=next(s for s in briefing.sources if s.id == statement.lead.source),
            parties=[(p.id, p.name) for p in desk.profile.parties],
            issues=[(i.id, i.title) for i in desk.profile.issues],
            stances=[(stance, stance.replace("_", " ")) for stance in RANKED],
        )
        status = HTTPStatus.UNPROCESSABLE_ENTITY if fault and form else HTTPStatus.OK
        return _response(text, "text/html; charset=utf-8", status)


def _place(statement: str) -> str:
    return f"/statement/{quote(statement, safe='')}"


def _response(body: str, kind: str, status: HTTPStatus = HTTPStatus.OK) -> Response:
    from werkzeug.wrappers import Response  # noqa: PLC0415 - an extra

    return Response(body.encode("utf-8", "replace"), status, content_type=kind)


def _told(status: HTTPStatus, message: str) -> Response:
    return _response(f"{message}\n", "text/plain; charset=utf-8", status)


def _to(place: str) -> Response:
    response = _response("", "text/plain; charset=utf-8", HTTPStatus.SEE_OTHER)
    response.headers["Location"] = place
    return response
