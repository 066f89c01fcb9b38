"""A fake Session Manager plugin: the arguments, the words, the waiting for ever of the real one.

https://github.com/aws/session-manager-plugin/blob/mainline/src/sessionmanagerplugin/session/session.go
"""

from __future__ import annotations

import base64
import json
import os
import select
import socket
import ssl
import sys
import threading
import time
import uuid
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies_environment, proxy_bypass_environment

from support import data_channel as channel
from support.data_channel import Message
from support.websocket import BINARY, TEXT, Over, Socket, head

VERSION = "1.2.835.0"
VARIABLE = "AWS_SSM_START_SESSION_RESPONSE"


def install(folder: Path, version: str = VERSION, instead: str = "") -> str:
    """Write a program that runs this one; ``instead``: what it does in its place."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "session-manager-plugin"
    tests = str(Path(__file__).parents[1])
    run = instead or "from support.fake_plugin import main; main(sys.argv, VERSION)"
    written = f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {tests!r})\nVERSION = {version!r}\n{run}\n"
    path.write_text(written)
    path.chmod(0o755)
    return str(path)


def main(words: list[str], version: str) -> None:
    """Do as the plugin does with these words; nearly always with exit status 0."""
    match words[1:]:
        case []:
            say(
                "\nThe Session Manager plugin was installed successfully. Use the AWS CLI to start a session.\n\n"
            )
        case ["--version"]:
            say(f"{version}\n")
        case [word] | [word, _]:
            say(
                f"\nUnknown operation {word}. \nUse session-manager-plugin --version to check the version.\n\n"
            )
        case [given, region, "StartSession", profile, parameters, endpoint]:
            assert region
            assert endpoint.startswith("http")
            assert isinstance(profile, str)
            assert json.loads(parameters)["Target"]
            response = os.environ.pop(given, "") if given.startswith(VARIABLE) else given
            start(response, version)
        case _:
            say("Invalid Operation")


def start(response: str, version: str) -> None:
    """Open the session and stay in it."""
    try:
        told = json.loads(response)
    except ValueError as error:
        say(f"Cannot perform start session: {error}\n")
        return
    say(f"\nStarting session with SessionId: {told['SessionId']}\n")
    stream = None
    for _ in range(6):
        try:
            stream = opened(told["StreamUrl"])
            break
        except (OSError, ValueError):
            time.sleep(0.05)
    if stream is None:
        # What went wrong stands in a log that nobody turned on.
        threading.Event().wait()
        return
    opening = {
        "MessageSchemaVersion": "1.0",
        "RequestId": str(uuid.uuid4()),
        "TokenValue": told["TokenValue"],
        "ClientId": str(uuid.uuid4()),
        "ClientVersion": version,
    }
    stream.send(TEXT, json.dumps(opening).encode())
    Client(stream, told["SessionId"], version).run()


def opened(url: str) -> Socket:
    """Open the WebSocket, through the proxy that the environment names."""
    parts = urlsplit(url)
    secure = parts.scheme == "wss"
    host, port = parts.hostname or "", parts.port or (443 if secure else 80)
    proxy = getproxies_environment().get("https" if secure else "http")
    if proxy and not proxy_bypass_environment(host):
        through = urlsplit(proxy)
        connection = socket.create_connection((through.hostname, through.port), timeout=10)
        connection.sendall(
            f"CONNECT {host}:{port} HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode()
        )
        if b" 200 " not in head(connection).split(b"\r\n")[0]:
            raise OSError("proxy")
    else:
        connection = socket.create_connection((host, port), timeout=10)
    if secure:
        connection = ssl.create_default_context().wrap_socket(connection, server_hostname=host)
    key = base64.b64encode(os.urandom(16)).decode()
    asked = (
        f"GET {parts.path}?{parts.query} HTTP/1.1\r\nHost: {parts.netloc}\r\n"
        "User-Agent: Go-http-client/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n"
    )
    connection.sendall(asked.encode())
    got = head(connection)
    first, _, rest = got.partition(b"\r\n\r\n")
    if b" 101 " not in first.split(b"\r\n")[0] + b" ":
        raise OSError(first.decode())
    connection.settimeout(None)
    return Socket(connection, masks=True, rest=rest)


class Client:
    """The plugin's side of a data channel."""

    def __init__(self, stream: Socket, session: str, version: str) -> None:
        self.stream, self.session, self.version = stream, session, version
        self.sent = self.expected = 0
        self.reading = False

    def run(self) -> None:
        try:
            while True:
                kind, data = self.stream.receive()
                assert kind == BINARY
                self.take(channel.read(data))
        except Over:
            # It asks for another token and gets none.
            say(f"Session: {self.session} timed out.\n")

    def take(self, one: Message) -> None:
        if one.type == channel.CLOSED:
            output = one.told["Output"]
            if output:
                say(f"\n\nSessionId: {self.session} : {output}\n\n")
            else:
                say(f"\n\nExiting session with sessionId: {self.session}.\n\n")
            sys.stdout.flush()
            os._exit(0)
        if one.type != channel.OUTPUT:
            return
        self.stream.send(BINARY, channel.written(channel.acknowledged(one)))
        if one.number != self.expected:
            return
        self.expected += 1
        if one.kind == channel.ASKED:
            self.shake_hands(one.told["RequestedClientActions"])
        elif one.kind == channel.COMPLETE:
            say(one.told["CustomerMessage"])
        elif one.kind == channel.SHOWN:
            sys.stdout.buffer.write(one.payload)
            sys.stdout.buffer.flush()
            self.read_keys()

    def shake_hands(self, asked: list[dict[str, Any]]) -> None:
        done: list[dict[str, Any]] = []
        errors: list[str] = []
        for action in asked:
            ok = action["ActionType"] == "SessionType"
            said = "" if ok else "Error calling KMS GenerateDataKey API: no key here"
            done.append(
                {
                    "ActionType": action["ActionType"],
                    "ActionStatus": 1 if ok else 2,
                    "ActionResult": None,
                    "Error": said,
                }
            )
            errors += [said] if said else []
        told = {
            "ClientVersion": self.version,
            "ProcessedClientActions": done,
            "Errors": errors or None,
        }
        self.send(channel.ANSWERED, json.dumps(told).encode())
        if not errors:
            self.send(channel.SIZE, json.dumps({"cols": 300, "rows": 100}).encode())
            self.read_keys()

    def read_keys(self) -> None:
        if not self.reading:
            self.reading = True
            threading.Thread(target=self._keys, daemon=True).start()

    def _keys(self) -> None:
        while True:
            select.select([0], [], [])
            keys = os.read(0, 1024)
            if not keys:
                say("Cannot perform start session: EOF\n")
                sys.stdout.flush()
                os._exit(0)
            self.send(channel.SHOWN, keys)

    def send(self, kind: int, payload: bytes) -> None:
        number, self.sent = self.sent, self.sent + 1
        one = channel.message(channel.INPUT, number, kind, payload)
        # It sends again what is not acknowledged at once: a repeat is normal.
        for _ in range(2):
            self.stream.send(BINARY, channel.written(one))


def say(said: str) -> None:
    sys.stdout.write(said)
    sys.stdout.flush()
