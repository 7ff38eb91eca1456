"""A network that reaches public addresses only, and only until its deadline.

Names are resolved here, every address is checked, and the connection goes to a checked address: a name that
resolves differently the second time gains nothing.
"""

import socket
import ssl
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookTooLong
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any

import httpcore
from httpcore import SOCKET_OPTION, NetworkBackend, NetworkStream, SyncBackend

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], list[str]]

_NAT64 = IPv6Network("64:ff9b::/96")
# NAT64 by a prefix of somebody's own, site-local addresses, IPv4 translated (SIIT) and IPv4-compatible: nothing public
# is reached by them, though some systems route them to what they wrap.
_OWN = tuple(map(IPv6Network, ("64:ff9b:1::/48", "fec0::/10", "::ffff:0:0:0/96", "::/96")))


class NotPublic(Exception):
    """The name leads, or also leads, to an address that is not on the public internet."""


def is_public(text: str) -> bool:
    """Whether an address belongs to the public internet, whatever it wraps."""
    address = ip_address(text.partition("%")[0])
    wrapped = _wrapped(address) if isinstance(address, IPv6Address) else None
    if wrapped is not None:
        return is_public(str(wrapped))
    return address.is_global and not address.is_multicast and not any(address in network for network in _OWN)


def _wrapped(address: IPv6Address) -> Address | None:
    """The IPv4 address that a mapped, 6to4, Teredo or NAT64 address stands for."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def resolve(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(row[4][0]) for row in found))


class PublicBackend(NetworkBackend):
    """httpcore's network, narrowed. `deadline` is a time.monotonic() value for all that is done with it."""

    def __init__(self, deadline: float, resolver: Resolve = resolve, public: Callable[[str], bool] = is_public) -> None:
        self.deadline, self.resolver, self.public = deadline, resolver, public
        self.below = SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> NetworkStream:
        addresses = self._resolved(host, port)
        if not all(map(self.public, addresses)):
            raise NotPublic(host)
        # The first address suffices: browsers race them, an import can be tried again.
        stream = self.below.connect_tcp(addresses[0], port, remaining(self.deadline), local_address, socket_options)
        return DeadlineStream(stream, self.deadline)

    def _resolved(self, host: str, port: int) -> list[str]:
        pool = ThreadPoolExecutor(max_workers=1)
        try:
            return pool.submit(self.resolver, host, port).result(remaining(self.deadline))
        except TookTooLong as error:
            raise httpcore.ConnectTimeout from error
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error
        finally:
            # The resolver cannot be interrupted; it must not be waited for either.
            pool.shutdown(wait=False)


class DeadlineStream(NetworkStream):
    """A stream whose every wait ends at the deadline: a server that drips bytes gets no more time than one that
    is silent."""

    def __init__(self, below: NetworkStream, deadline: float) -> None:
        self.below, self.deadline = below, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self.below.read(max_bytes, remaining(self.deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.below.write(buffer, remaining(self.deadline))

    def close(self) -> None:
        self.below.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> NetworkStream:
        below = self.below.start_tls(ssl_context, server_hostname, remaining(self.deadline))
        return DeadlineStream(below, self.deadline)

    def get_extra_info(self, info: str) -> Any:
        return self.below.get_extra_info(info)


def remaining(deadline: float) -> float:
    """Seconds left; httpcore's time-out when there are none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout
    return left
