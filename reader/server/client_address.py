"""Whose request it is: the address behind the proxies that the installation trusts."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

# Whoever has an IPv6 address has at least a network of this size.
OF_ONE = 64
# A socket file has no address: its other end is on this machine.
HERE = "127.0.0.1"


def client_address(request: HttpRequest) -> str | None:
    """The address that limits count by; of IPv6 its network. What a client says of itself is never believed: the
    list is read from the near end, as long as the address there is a trusted proxy's."""
    said = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    near = _address(request.META.get("REMOTE_ADDR") or HERE)
    while near and said and any(near in network for network in settings.PROXIES):
        before = _address(said.pop())
        if before is None:
            break
        near = before
    if isinstance(near, IPv6Address):
        return str(IPv6Network((near, OF_ONE), strict=False).network_address)
    return str(near) if near else None


def _address(words: str) -> IPv4Address | IPv6Address | None:
    try:
        found = ip_address(words.strip())
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found
