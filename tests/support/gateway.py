"""A fake message gateway: the far end of a session's stream, with an agent and a shell behind it."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum

from support import data_channel as channel
from support.data_channel import Message
from support.listeners import Serve, listening
from support.websocket import BINARY, TEXT, Over, Socket, accepting, head

TOKEN = "AAEAA-canary-token-that-opens-the-session-0123456789abcdef"
PROMPT = b"sh-5.2$ "
RUN_AS = (
    "----------ERROR-------\nUnable to start command: Failed to start pty since RunAs user ec2-usr"
    " does not exist"
)
KMS = (
    "Encountered error while initiating handshake. Error calling KMS GenerateDataKey API:"
    " AccessDeniedException: not authorized to perform: kms:GenerateDataKey"
)
KEY = "arn:aws:kms:eu-west-3:111122223333:key/0c0ffee0-0000-4000-8000-000000000000"
REPEATS = 3


class Mode(Enum):
    """How the far end behaves."""

    GOOD = "good"
    BANNER = "banner"
    LEGACY = "legacy"
    REPEATED = "repeated"
    SLOW = "slow"
    HANG = "hang"
    FORBIDDEN = "403"
    CLOSED = "closed"
    KMS = "kms"
    DEAF = "deaf"
    HANGS_UP = "hangs-up"


@dataclass
class Gateway:
    """What happened at the far end. ``go_on`` is waited for where the handshake is slow."""

    mode: Mode
    session: str = "ann-0123456789abcdef0"
    port: int = 0
    scheme: str = "ws"
    tokens: list[str] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    requests: list[bytes] = field(default_factory=list)
    sizes: list[dict[str, int]] = field(default_factory=list)
    go_on: threading.Event = field(default_factory=threading.Event)
    connected: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        query = "role=publish_subscribe&cell-number=AAEAAtest"
        return f"{self.scheme}://127.0.0.1:{self.port}/v1/data-channel/{self.session}?{query}"

    @property
    def response(self) -> str:
        """What the service answers to StartSession, as the CLI hands it over."""
        told = {"SessionId": self.session, "TokenValue": TOKEN, "StreamUrl": self.url}
        return json.dumps(told)

    def serve(self, connection: socket.socket) -> None:
        """Serve one connection."""
        request = head(connection)
        self.requests.append(request)
        if self.mode is Mode.FORBIDDEN:
            connection.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
            return
        if b"Sec-WebSocket-Key" not in request:
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
            return
        connection.sendall(accepting(request))
        with suppress(Over):
            _Agent(self, Socket(connection, masks=False)).run()


class _Agent:
    """One data channel."""

    def __init__(self, gateway: Gateway, stream: Socket) -> None:
        self.gateway, self.stream, self.mode = gateway, stream, gateway.mode
        self.sent = 0
        self.seen: set[int] = set()
        self.line = ""

    def run(self) -> None:
        kind, opening = self.stream.receive()
        told = json.loads(opening)
        assert kind == TEXT
        assert told["MessageSchemaVersion"] == "1.0"
        self.gateway.tokens.append(told["TokenValue"])
        self.gateway.connected.set()
        handshake: dict[Mode, Callable[[], None]] = {
            Mode.LEGACY: lambda: self.show(PROMPT),
            Mode.HANG: lambda: None,
            Mode.HANGS_UP: self.stream.close,
            Mode.CLOSED: lambda: self.close(RUN_AS),
            Mode.SLOW: self.slow,
        }
        handshake.get(self.mode, self.ask)()
        while True:
            _, data = self.stream.receive()
            self.take(channel.read(data))

    def slow(self) -> None:
        self.gateway.go_on.wait(20)
        self.ask()

    def ask(self) -> None:
        asked: list[dict[str, object]] = [
            {
                "ActionType": "SessionType",
                "ActionParameters": {"SessionType": "Standard_Stream", "Properties": None},
            }
        ]
        if self.mode is Mode.KMS:
            asked.append({"ActionType": "KMSEncryption", "ActionParameters": {"KMSKeyId": KEY}})
        told = {"AgentVersion": "3.3.3050.0", "RequestedClientActions": asked}
        self.send(channel.ASKED, json.dumps(told).encode())

    def take(self, one: Message) -> None:
        if one.type == channel.ACKNOWLEDGE:
            return
        assert one.type == channel.INPUT
        self.stream.send(BINARY, channel.written(channel.acknowledged(one)))
        if one.number in self.seen:
            return
        self.seen.add(one.number)
        if one.kind == channel.ANSWERED:
            self.answered(one)
        elif one.kind == channel.SIZE:
            self.gateway.sizes.append(one.told)
        elif one.kind == channel.SHOWN:
            for letter in one.payload.decode():
                self.key(letter)

    def answered(self, one: Message) -> None:
        if one.told["Errors"]:
            self.close(KMS)
            return
        said = "Welcome to the fleet.\r\n" if self.mode is Mode.BANNER else ""
        told = {"HandshakeTimeToComplete": 12_000_000, "CustomerMessage": said}
        self.send(channel.COMPLETE, json.dumps(told).encode())
        self.show(b"\x1b]0;root@web-01\x07" + PROMPT)

    def key(self, letter: str) -> None:
        """Echo a key as a terminal does, and run the line at its end."""
        if letter not in "\r\n":
            self.line += letter
            self.show(letter.encode())
            return
        line, self.line = self.line, ""
        self.gateway.typed.append(line)
        if self.mode is Mode.DEAF:
            return
        if line == "exit":
            self.close("")
        elif line.startswith("echo "):
            self.show(
                b"\r\n" + line.removeprefix("echo ").replace("'", "").encode() + b"\r\n" + PROMPT
            )

    def show(self, shown: bytes) -> None:
        self.send(channel.SHOWN, shown)

    def send(self, kind: int, payload: bytes) -> None:
        one = channel.message(channel.OUTPUT, self.sent, kind, payload)
        self.sent += 1
        for _ in range(REPEATS if self.mode is Mode.REPEATED else 1):
            self.stream.send(BINARY, channel.written(one))

    def close(self, output: str) -> None:
        self.stream.send(BINARY, channel.written(channel.closed(self.gateway.session, output)))


@contextmanager
def gateway(
    mode: Mode, wrapped: Callable[[Serve], Serve] = lambda serve: serve, scheme: str = "ws"
) -> Iterator[Gateway]:
    """Serve as a gateway; ``wrapped`` adds what stands before it, as TLS does."""
    made = Gateway(mode, scheme=scheme)
    with listening(wrapped(made.serve)) as port:
        made.port = port
        try:
            yield made
        finally:
            made.go_on.set()
