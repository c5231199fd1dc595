"""Packed files and web archives, within bounds: gzip, xz, zip, tar, WARC and WET."""

from __future__ import annotations

import dataclasses
import gzip
import io
import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath, PureWindowsPath

from briefing.ingest.options import IngestOptions, Item
from briefing.records import Metadata, Problem, RawDocument

_CHUNK = 1024 * 1024
_RECORDS = ("response", "resource", "conversion")


def unsqueeze(kind: str, body: bytes, source: str, options: IngestOptions) -> bytes | Problem:
    """The contents of a gzip or xz file, or why they cannot be had. Stops at `options.max_archive` bytes."""
    try:
        unpacked = _gunzip(body, options.max_archive) if kind == "gzip" else _unxz(body, options.max_archive)
    except (zlib.error, lzma.LZMAError, EOFError, OSError) as fault:
        return Problem("source.broken_archive", source, f"{kind} file is broken: {fault}")
    if unpacked is None:
        return Problem("source.too_large", source, f"unpacks to more than {options.max_archive} bytes: not read")
    return unpacked


def _gunzip(body: bytes, limit: int) -> bytes | None:
    """All members of a gzip file; None when they hold more than `limit` bytes."""
    with gzip.GzipFile(fileobj=io.BytesIO(body)) as stream:
        unpacked = stream.read(limit + 1)
    return unpacked if len(unpacked) <= limit else None


def _unxz(body: bytes, limit: int) -> bytes | None:
    reader = lzma.LZMADecompressor(memlimit=256 * _CHUNK)
    parts, size = [reader.decompress(body, _CHUNK)], 0
    while not reader.eof and parts[-1]:
        size += len(parts[-1])
        if size > limit:
            return None
        parts.append(reader.decompress(b"", _CHUNK))
    if not reader.eof:
        raise EOFError("it ends too early")
    return b"".join(parts)


def read_zip(body: bytes, source: str, options: IngestOptions) -> Iterator[tuple[str, bytes | Problem]]:
    """The members of a zip file by name, in order of their names; nothing is written to disk."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(body))
        members = sorted(archive.infolist(), key=lambda member: member.filename)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as fault:
        yield source, Problem("source.broken_archive", source, f"zip file is broken: {fault}")
        return
    left = options.max_archive
    for member in members[: options.max_documents]:
        name = f"{source}/{member.filename}"
        if member.is_dir() or _is_hidden(member.filename):
            continue
        part = _member(archive, member, name, min(left, options.max_bytes))
        left -= len(part) if isinstance(part, bytes) else 0
        yield name, part


def read_tar(body: bytes, source: str, options: IngestOptions) -> Iterator[tuple[str, bytes | Problem]]:
    """The files of a tar archive by name, in order of their names; nothing is written to disk."""
    try:
        with tarfile.open(fileobj=io.BytesIO(body), mode="r:") as archive:
            files = sorted((m for m in archive.getmembers() if not m.isdir()), key=lambda member: member.name)
            left = options.max_archive
            for member in files[: options.max_documents]:
                name = f"{source}/{member.name}"
                if _is_hidden(member.name):
                    continue
                part = _tar_member(archive, member, name, min(left, options.max_bytes))
                left -= len(part) if isinstance(part, bytes) else 0
                yield name, part
    except (tarfile.TarError, ValueError, EOFError, OSError) as fault:
        yield source, Problem("source.broken_archive", source, f"tar file is broken: {fault}")


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") and part.strip(".") for part in PurePosixPath(name).parts)


def _tar_member(archive: tarfile.TarFile, member: tarfile.TarInfo, name: str, limit: int) -> bytes | Problem:
    path = PurePosixPath(member.name)
    if path.is_absolute() or ".." in path.parts:
        return Problem("source.outside", name, "a name that leads out of the archive: not read")
    stream = archive.extractfile(member) if member.isfile() else None
    if stream is None:
        return Problem("source.outside", name, "a link or device in an archive: not followed")
    part = stream.read(limit + 1)
    return part if len(part) <= limit else Problem("source.too_large", name, "larger than the limit: not read")


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, limit: int) -> bytes | Problem:
    path = PurePosixPath(member.filename)
    if path.is_absolute() or ".." in path.parts or "\\" in member.filename or PureWindowsPath(member.filename).drive:
        return Problem("source.outside", name, "a name that leads out of the archive: not read")
    if stat.S_ISLNK(member.external_attr >> 16):
        return Problem("source.outside", name, "a link in an archive: not followed")
    if member.flag_bits & 1:
        return Problem("source.unreadable", name, "encrypted: not read")
    try:
        with archive.open(member) as stream:
            # The size in the header may lie: read no more than the limit whatever it says.
            part = stream.read(limit + 1)
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError) as fault:
        return Problem("source.broken_archive", name, f"cannot be unpacked: {fault}")
    return part if len(part) <= limit else Problem("source.too_large", name, "unpacks to more than the limit: not read")


def read_warc(body: bytes, source: str, metadata: Metadata, options: IngestOptions) -> Iterator[Item]:
    """The pages of a WARC file and the texts of a WET file, named by their number and carrying their address."""
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - only for web archives
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    number = 0
    try:
        for record in ArchiveIterator(io.BytesIO(body)):
            if record.rec_type not in _RECORDS or number >= options.max_documents:
                continue
            number += 1
            yield _record(record, f"{source}#{number}", metadata, options)
    except (ArchiveLoadFailed, ValueError, EOFError, zlib.error) as fault:
        yield Problem("source.broken_archive", source, f"web archive is broken after record {number}: {fault}")


def _record(record, name: str, metadata: Metadata, options: IngestOptions) -> Item:  # type: ignore[no-untyped-def] # noqa: ANN001
    url = record.rec_headers.get_header("WARC-Target-URI")
    headers = record.http_headers or record.rec_headers
    media = (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    if "html" not in media and media != "text/plain":
        return Problem("source.binary", name, f"a record of type {media or 'unknown'}: left out")
    content = record.content_stream().read(options.max_bytes + 1)
    if len(content) > options.max_bytes:
        return Problem("source.too_large", name, f"larger than {options.max_bytes} bytes: not read")
    if not content.strip():
        return Problem("source.empty", name, "nothing in it")
    known = dataclasses.replace(metadata, url=url)
    return RawDocument(name, "text/html" if "html" in media else "text/plain", content, known)
