"""The briefing as an e-mail: plain text and lean HTML in one message, written to a file or handed to an SMTP server."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime

from briefing.errors import BriefingError
from briefing.render.environment import environment
from briefing.render.escape import visible
from briefing.render.views import View

_HOST = "briefing.invalid"


class MailError(BriefingError):
    """The message could not be handed over."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where messages are handed over. Without `starttls` nothing but a server on this machine is spoken to."""

    host: str
    port: int = 587
    starttls: bool = True
    user: str | None = None
    password: str | None = None
    timeout: float = 30.0  # seconds


def to_mail(view: View) -> bytes:
    """The message without sender and receivers, lines ended by CR LF. Its date and ids are the briefing's own."""
    b = view.briefing
    html, text = (
        environment("html", view.templates, view.language, view.numbers),
        environment("text", view.templates, view.language, view.numbers),
    )
    message = EmailMessage(policy=policy.SMTP)
    title = text.get_template("entry_title.j2").render(v=view).strip()
    message["Subject"] = f"{visible(b.topic.title)}: {title}"
    if b.as_of:
        message["Date"] = format_datetime(datetime.fromisoformat(b.as_of[:10]).replace(tzinfo=UTC))
    digest = hashlib.sha256(f"{b.topic.id} {b.as_of} {b.corpus_sha256} {b.version}".encode()).hexdigest()
    message["Message-ID"] = f"<{digest[:32]}@{_HOST}>"
    message["X-Unsent"] = "1"  # a mail program opens the file as a draft
    message.set_content(text.get_template("mail.txt.j2").render(v=view), cte="quoted-printable")
    body = html.get_template("mail.html.j2").render(v=view)
    message.add_alternative(body, subtype="html", cte="quoted-printable")
    message.set_boundary(f"=_{digest[32:56]}")
    return message.as_bytes()


def send(mail: bytes, *, server: Server, sender: str, receivers: Sequence[str]) -> None:
    """Hand a message made by `to_mail` to an SMTP server. Raises MailError with what to look at."""
    message = message_from_bytes(mail, policy=policy.SMTP)
    del message["X-Unsent"]
    message["From"], message["To"] = sender, ", ".join(receivers)
    if not server.starttls and server.host not in {"localhost", "127.0.0.1", "::1"}:
        raise MailError(f"{server.host}: refusing to send without STARTTLS to another machine: set starttls = true")
    import smtplib  # noqa: PLC0415 - only for those who send
    import ssl  # noqa: PLC0415

    try:
        with smtplib.SMTP(server.host, server.port, timeout=server.timeout) as session:
            if server.starttls:
                session.starttls(context=ssl.create_default_context())
            if server.user is not None:
                session.login(server.user, server.password or "")
            session.send_message(message, sender, list(receivers))
    except (OSError, smtplib.SMTPException) as error:
        raise MailError(f"{server.host}:{server.port}: mail not sent: {error}: check host, port and login") from error
