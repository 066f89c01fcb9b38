"""As much of WebSocket (RFC 6455) as a fake message gateway and a fake plugin need."""

from __future__ import annotations

import base64
import hashlib
import os
import socket
import struct
import threading
from dataclasses import dataclass, field

GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10


class Over(Exception):  # noqa: N818 - it is no error
    """The other side closed."""


@dataclass
class Socket:
    """One end of an open WebSocket; a client masks what it sends."""

    connection: socket.socket
    masks: bool
    rest: bytes = b""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def send(self, kind: int, payload: bytes) -> None:
        head = bytes([0x80 | kind])
        size, mask = len(payload), 0x80 if self.masks else 0
        if size < 126:
            head += bytes([mask | size])
        elif size < 65536:
            head += bytes([mask | 126]) + struct.pack(">H", size)
        else:
            head += bytes([mask | 127]) + struct.pack(">Q", size)
        if self.masks:
            key = os.urandom(4)
            payload = key + _masked(payload, key)
        with self.lock:
            self.connection.sendall(head + payload)

    def receive(self) -> tuple[int, bytes]:
        """The next message; :class:`Over` at the end. Answers pings."""
        whole, first = b"", 0
        while True:
            head = self._take(2)
            kind, size = head[0] & 0x0F, head[1] & 0x7F
            if size == 126:
                (size,) = struct.unpack(">H", self._take(2))
            elif size == 127:
                (size,) = struct.unpack(">Q", self._take(8))
            key = self._take(4) if head[1] & 0x80 else b""
            payload = self._take(size)
            payload = _masked(payload, key) if key else payload
            if kind == CLOSE:
                raise Over
            if kind == PING:
                self.send(PONG, payload)
            elif kind != PONG:
                whole, first = whole + payload, first or kind
                if head[0] & 0x80:
                    return first, whole

    def close(self) -> None:
        self.send(CLOSE, struct.pack(">H", 1000))

    def _take(self, size: int) -> bytes:
        while len(self.rest) < size:
            more = self.connection.recv(65536)
            if not more:
                raise Over
            self.rest += more
        taken, self.rest = self.rest[:size], self.rest[size:]
        return taken


def accept_key(key: str) -> str:
    """What a server answers to the key of a client."""
    return base64.b64encode(hashlib.sha1((key + GUID).encode()).digest()).decode()  # noqa: S324


def accepting(request: bytes) -> bytes:
    """The answer that upgrades a request."""
    lines = request.decode().split("\r\n")[1:]
    fields = {
        name.lower(): value.strip() for name, _, value in (one.partition(":") for one in lines)
    }
    return (
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Accept: {accept_key(fields['sec-websocket-key'])}\r\n\r\n"
    ).encode()


def head(connection: socket.socket) -> bytes:
    """The head of a request or an answer, with what came at once behind it."""
    got = b""
    while b"\r\n\r\n" not in got:
        more = connection.recv(10000)
        if not more:
            return got
        got += more
    return got


def _masked(payload: bytes, key: bytes) -> bytes:
    return bytes(byte ^ key[place % 4] for place, byte in enumerate(payload))
