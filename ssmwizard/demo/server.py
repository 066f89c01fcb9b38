"""The way in for other programs: an HTTP server on the loopback address."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from ssmwizard.demo.failure import NoAnswerError
from ssmwizard.demo.wire import Endpoint, Request

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Served:
    """A demo account that listens: give ``url`` to any program as ``AWS_ENDPOINT_URL``."""

    url: str


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, handler: type[BaseHTTPRequestHandler]) -> None:
        super().__init__((LOOPBACK, 0), handler)
        self.open: set[socket.socket] = set()

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, address = super().get_request()
        self.open.add(connection)
        return connection, address

    def shutdown_request(self, request: Any) -> None:
        self.open.discard(request)
        super().shutdown_request(request)

    def cut(self) -> None:
        """Ends the connections that clients keep open."""
        for connection in list(self.open):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no event."""


def _handler(endpoint: Endpoint) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1
        disable_nagle_algorithm = True
        timeout = 60

        def do_GET(self) -> None:
            self._reply()

        def do_HEAD(self) -> None:
            self._reply()

        def do_POST(self) -> None:
            self._reply()

        def _reply(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = self.rfile.read(length)
            headers = {name.lower(): value for name, value in self.headers.items()}
            try:
                reply = endpoint.reply(Request(headers, body, self.command, self.path))
            except NoAnswerError as interruption:
                if interruption.kind == "hang":
                    endpoint.wait(interruption.seconds)
                self.close_connection = True
                return
            self.send_response_only(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name there
            """Nothing: the calls are counted elsewhere."""

    return Handler


@contextmanager
def serve(endpoint: Endpoint) -> Iterator[Served]:
    """Listens on a free port of the loopback address until the block ends."""
    server = _Server(_handler(endpoint))
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.05}, name="demo-account"
    )
    thread.start()
    try:
        yield Served(f"http://{LOOPBACK}:{server.server_address[1]}")
    finally:
        endpoint.closing.set()
        server.shutdown()
        server.cut()
        server.server_close()
        thread.join()
        endpoint.closing.clear()
