"""A coarse, forgetful stand-in for a client's address. Limits of the sign-in count on it; no address is kept anywhere.

Twenty bits of an HMAC over the network, under a key that lives in RAM and changes every hour. Collisions are wanted.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
import time

_HOUR = 3600
# Made before the web server forks, so that its workers agree; each derives the key of the hour from it.
_seed = secrets.token_bytes(32)


def bucket_of(address: str | None, *, now: float | None = None) -> str:
    """The bucket of `address` in this hour. Also for none or nonsense: then all such share one."""
    hour = int((time.time() if now is None else now) // _HOUR)
    key = hmac.digest(_seed, hour.to_bytes(8, "big"), "sha256")
    mac = hmac.new(key, _network(address).encode(), hashlib.sha256).digest()
    return f"b{int.from_bytes(mac[:3], 'big') >> 4:05x}"


def _network(address: str | None) -> str:
    try:
        parsed = ipaddress.ip_address((address or "").strip())
    except ValueError:
        return "nowhere"
    prefix = 24 if parsed.version == 4 else 48
    return str(ipaddress.ip_network(f"{parsed}/{prefix}", strict=False))
