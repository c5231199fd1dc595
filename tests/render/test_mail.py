"""The message reaches a real SMTP server on the loopback, as it was written."""

from __future__ import annotations

import email
import email.policy
import socket

import pytest
from aiosmtpd.controller import Controller

from briefing.render import render
from briefing.render.mail import MailError, Server, send
from tests.render.factory import briefing


class Inbox:
    def __init__(self):
        self.received = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd calls it so
        self.received.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return "250 OK"


@pytest.fixture
def inbox():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(Inbox(), hostname="127.0.0.1", port=port)
    controller.start()
    yield controller.handler, port
    controller.stop()


def test_a_server_receives_the_message(inbox):
    handler, port = inbox
    mail = render(briefing(), ["eml"])["briefing.eml"]
    server = Server("127.0.0.1", port, starttls=False)
    send(mail, server=server, sender="desk@example.org", receivers=("a@example.org", "b@example.org"))
    sender, receivers, content = handler.received[0]
    message = email.message_from_bytes(content, policy=email.policy.SMTP)
    assert (sender, receivers) == ("desk@example.org", ["a@example.org", "b@example.org"])
    assert message["To"] == "a@example.org, b@example.org"
    assert message["X-Unsent"] is None
    assert message["Date"] == "Tue, 07 May 2024 00:00:00 +0000"
    assert "“We will not share the lake,” Holm said." in message.get_body(("plain",)).get_content()
    assert message.get_body(("html",)).get_content().count("<blockquote>") == 2


def test_a_silent_server_is_a_mail_error():
    mail = render(briefing(), ["eml"])["briefing.eml"]
    with pytest.raises(MailError, match="check host, port and login"):
        send(mail, server=Server("127.0.0.1", 1, starttls=False), sender="a@example.org", receivers=("b@example.org",))


def test_nothing_leaves_the_machine_unencrypted():
    with pytest.raises(MailError, match="STARTTLS"):
        send(
            b"", server=Server("mail.example.org", starttls=False), sender="a@example.org", receivers=("b@example.org",)
        )
