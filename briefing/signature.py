"""Ed25519 signatures of an issue's manifest (RFC 8032): who made the issue, and that nobody has edited it since.

The keys are PEM files as OpenSSL writes them; a signature is the 64 bytes that OpenSSL verifies. The same key and bytes
give the same signature.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from briefing.errors import UsageError


def signer(key: Path) -> Callable[[bytes], bytes]:
    """What signs bytes with the private key in the file. Raises UsageError when there is none that can be used."""
    try:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - an extra
            Ed25519PrivateKey,
        )
        from cryptography.hazmat.primitives.serialization import load_pem_private_key  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise UsageError("--sign needs cryptography: pip install 'briefing[sign]'") from error
    made_by = f"make one with: openssl genpkey -algorithm ed25519 -out {key}"
    try:
        private = load_pem_private_key(_read(key, "--sign"), password=None)
    except TypeError as error:
        raise UsageError(f"--sign {key}: has a password: give a key without one that only this run can read") from error
    except ValueError as error:
        raise UsageError(f"--sign {key}: no private key in PEM: {made_by}") from error
    if not isinstance(private, Ed25519PrivateKey):
        raise UsageError(f"--sign {key}: no Ed25519 key: {made_by}")
    return private.sign


def holds(body: bytes, signature: bytes, key: Path) -> bool:
    """The signature of `body` is by the key whose public half is in the file. Raises UsageError without such a key."""
    try:
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - an extra
        from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - an extra
            Ed25519PublicKey,
        )
        from cryptography.hazmat.primitives.serialization import load_pem_public_key  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise UsageError("--key needs cryptography: pip install 'briefing[sign]'") from error
    written_by = "write it with: openssl pkey -in PRIVATE -pubout -out PUBLIC"
    try:
        public = load_pem_public_key(_read(key, "--key"))
    except ValueError as error:
        raise UsageError(f"--key {key}: no public key in PEM: {written_by}") from error
    if not isinstance(public, Ed25519PublicKey):
        raise UsageError(f"--key {key}: no Ed25519 key: {written_by}")
    try:
        public.verify(signature, body)
    except InvalidSignature:
        return False
    return True


def _read(key: Path, option: str) -> bytes:
    try:
        return key.read_bytes()
    except OSError as error:
        raise UsageError(f"{option} {key}: {error.strerror or error}") from error
