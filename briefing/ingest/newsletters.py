"""Newsletters: single messages and mailboxes, with the standard library."""

from __future__ import annotations

import dataclasses
import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any

from briefing.ingest.options import IngestOptions, Item
from briefing.records import Metadata, Problem, RawDocument

_LONGEST_FIELD = 2000  # characters
_FROM_LINE = re.compile(rb"^From [^\r\n]{1,300}\r?\n", re.MULTILINE)


def read_mbox(body: bytes, source: str, metadata: Metadata, options: IngestOptions) -> Iterator[Item]:
    """The messages of a mailbox, named by their number."""
    found = [match.span() for match in _FROM_LINE.finditer(body) if _opens_message(body, match.start())]
    ends = [*(start for start, _ in found[1:]), len(body)]
    for number, ((_, start), end) in enumerate(zip(found, ends, strict=True), 1):
        if number > options.max_documents:
            return
        yield from read_mail(body[start:end], f"{source}#{number}", metadata, options)


def _opens_message(body: bytes, at: int) -> bool:
    """A "From " line opens a message at the beginning of the mailbox and after an empty line."""
    before = body[max(0, at - 4) : at]
    return not before.strip() if at <= len(b"\r\n") else before.endswith((b"\n\n", b"\r\n\r\n"))


class _Bounded(email.policy.EmailPolicy):
    """Header fields are read as far as any reader would: the parser of the standard library takes quadratic time."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """The value parsed, cut to a length that no honest field reaches."""
        return super().header_fetch_parse(name, value[:_LONGEST_FIELD])


def read_mail(body: bytes, source: str, metadata: Metadata, options: IngestOptions) -> Iterator[Item]:
    """The words of one message: its HTML part, else its plain text. Attachments are left out."""
    try:
        message: Any = email.message_from_bytes(body, policy=_Bounded())
        part = message.get_body(preferencelist=("html", "plain")) if isinstance(message, EmailMessage) else None
        content = part.get_content() if part is not None else None
        known = _metadata(message, metadata)
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError) as fault:
        yield Problem("source.broken_mail", source, f"a message that cannot be read: {fault}")
        return
    if part is None or not isinstance(content, str) or not content.strip():
        yield Problem("source.empty", source, "a message without text")
    elif len(content) > options.max_bytes:
        yield Problem("source.too_large", source, f"larger than {options.max_bytes} bytes: not read")
    else:
        words = content.encode("utf-8", "replace")
        yield RawDocument(source, part.get_content_type(), words, known)


def _metadata(message: EmailMessage, metadata: Metadata) -> Metadata:
    sender = parseaddr(str(message.get("From", "")))
    subject = str(message.get("Subject", "")).strip()
    return dataclasses.replace(
        metadata,
        id=metadata.id or str(message.get("Message-ID", "")).strip("<> \r\n") or None,
        title=metadata.title or subject or None,
        publisher=metadata.publisher or sender[0] or sender[1] or None,
        published=metadata.published or _day(str(message.get("Date", ""))),
    )


def _day(value: str) -> str | None:
    """The day that a Date field names, where it was sent."""
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None
