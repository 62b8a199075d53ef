"""Whether an address is this machine's own."""

from __future__ import annotations

import ipaddress

HOSTS = ("localhost", "127.0.0.1", "[::1]")


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach it."""
    if host in HOSTS:
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def is_own_host(host: str) -> bool:
    """Whether a Host header names this machine, with a port or without."""
    name, _, port = host.rpartition(":")
    return is_loopback(name if name and port.isdigit() else host)
