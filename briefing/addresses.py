"""Web addresses without the secrets that may stand in them, and which network addresses are public."""

from __future__ import annotations

import ipaddress
from typing import NamedTuple
from urllib.parse import unquote, urlsplit, urlunsplit

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
# Ranges that lead into somebody's own network or to nobody, beside those that the standard library knows.
_NOT_PUBLIC = (
    ipaddress.IPv6Network("64:ff9b:1::/48"),  # NAT64 for local use, RFC 8215
    ipaddress.IPv6Network("::/96"),  # IPv4-compatible, RFC 4291
    ipaddress.IPv6Network("fec0::/10"),  # site-local, RFC 3879
    ipaddress.IPv6Network("2001::/32"),  # Teredo, RFC 4380
    ipaddress.IPv4Network("192.0.0.0/24"),  # protocol assignments, RFC 6890
)


class Address(NamedTuple):
    """A web address that may be shown, with the name and password that stood in it, if any did."""

    url: str
    credentials: tuple[str, str] | None


def parted(url: str) -> Address:
    """The address without its credentials, and these by themselves. Anything that is no web address stays as it is."""
    try:
        parts = urlsplit(url)
        user, password = parts.username, parts.password
    except ValueError:
        return Address(url, None)
    if parts.scheme not in {"http", "https"} or "@" not in parts.netloc:
        return Address(url, None)
    plain = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    return Address(plain, (unquote(user or ""), unquote(password or "")))


def is_public(address: str) -> bool:
    """True for a numeric address on the public network: no private, local, multicast or embedded private one."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        embedded = found.ipv4_mapped or found.sixtofour or _behind_nat64(found)
        if embedded is not None:
            return is_public(str(embedded))
    barred = any(found in network for network in _NOT_PUBLIC if network.version == found.version)
    return found.is_global and not found.is_multicast and not barred


def _behind_nat64(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that a NAT64 gateway would connect to (RFC 6052)."""
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else None
