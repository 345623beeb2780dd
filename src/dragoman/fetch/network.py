"""Connect to public addresses only, and never for longer than a request may take."""

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterable
from typing import Any

import httpcore

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class PrivateAddress(Exception):
    """A host stands at an address that is no public one."""


class Deadline(threading.local):
    """When the request of this thread must be over, on the clock that only goes forward."""

    at: float = float("inf")

    def left(self, most: float | None) -> float:
        """Return the seconds that an operation may take; raise httpcore.ReadTimeout when none are left."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the request took too long")
        return left if most is None else min(left, most)


class CarefulNetwork(httpcore.NetworkBackend):
    """Open connections for httpcore; the address that was checked is the one that is connected to.

    A name that is looked up twice can stand for another address the second time, so it is looked up once.
    """

    def __init__(self, deadline: Deadline, *, allow_private: bool) -> None:
        self.deadline, self.allow_private = deadline, allow_private
        self.beneath = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that answers; raise PrivateAddress where one of them is private."""
        trouble: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in self._addresses(host, port):
            try:
                stream = self.beneath.connect_tcp(
                    address, port, self.deadline.left(timeout), local_address, socket_options
                )
                return _TimedStream(stream, self.deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                trouble = error
        raise trouble

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} is not known: {error}") from None
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        private = [address for address in addresses if not is_public(address)]
        if private and not self.allow_private:
            raise PrivateAddress(f"{host} stands at {private[0]}, which is no public address")
        return addresses


def is_public(address: str) -> bool:
    """Tell whether an IP address belongs to the public internet, also where it is written inside another."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo is not None else None)
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


class _TimedStream(httpcore.NetworkStream):
    """A connection on which no single read or write outlasts the deadline of the request it serves."""

    def __init__(self, beneath: httpcore.NetworkStream, deadline: Deadline) -> None:
        self.beneath, self.deadline = beneath, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self.beneath.read(max_bytes, self.deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.beneath.write(buffer, self.deadline.left(timeout))

    def close(self) -> None:
        self.beneath.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self.beneath.start_tls(ssl_context, server_hostname, self.deadline.left(timeout))
        return _TimedStream(stream, self.deadline)

    def get_extra_info(self, info: str) -> Any:
        return self.beneath.get_extra_info(info)
