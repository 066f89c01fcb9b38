"""Servers on the loopback address that behave as hosts, firewalls and proxies do."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from support.websocket import head

Serve = Callable[[socket.socket], None]
FORBIDDEN = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"


class Authority:
    """A made-up authority with its file, and certificates that it signs."""

    def __init__(self, folder: Path, name: str) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name(
            [
                x509.NameAttribute(NameOID.ORGANIZATION_NAME, name),
                x509.NameAttribute(NameOID.COMMON_NAME, f"{name} Root"),
            ]
        )
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.file = str(folder / "authority.pem")
        made = self._certificate(self.name, self.key.public_key(), 30, ca=True)
        Path(self.file).write_bytes(made.public_bytes(serialization.Encoding.PEM))

    def context(self, host: str = "127.0.0.1", days: int = 30) -> ssl.SSLContext:
        """What a server shows that has a certificate for a host; of the past with negative days."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
        made = self._certificate(name, key.public_key(), days, host=host)
        path = self.folder / f"{host}{days}.pem"
        path.write_bytes(
            made.public_bytes(serialization.Encoding.PEM)
            + key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context

    def _certificate(
        self,
        subject: x509.Name,
        key: ec.EllipticCurvePublicKey,
        days: int,
        *,
        ca: bool = False,
        host: str = "",
    ) -> x509.Certificate:
        now = datetime.now(UTC)
        begins, ends = sorted([now - timedelta(days=1), now + timedelta(days=days)])
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self.name)
            .public_key(key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(begins)
            .not_valid_after(ends)
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        )
        if host[:1].isdigit():
            names: list[x509.GeneralName] = [x509.IPAddress(ip_address(host))]
            builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
        elif host:
            names = [x509.DNSName(host)]
            builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
        return builder.sign(self.key, hashes.SHA256())


@contextmanager
def listening(serve: Serve) -> Iterator[int]:
    """Serve each connection in a thread of its own; gives the port."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def accept() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                threading.Thread(target=one, args=(connection,), daemon=True).start()

        def one(connection: socket.socket) -> None:
            with connection, suppress(OSError, ValueError):
                connection.settimeout(20)
                serve(connection)

        threading.Thread(target=accept, daemon=True).start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)


def answering(answer: bytes, heard: list[bytes] | None = None) -> Serve:
    """Read a request and answer it; nothing at all for an empty answer."""

    def serve(connection: socket.socket) -> None:
        asked = head(connection)
        if heard is not None:
            heard.append(asked)
        connection.sendall(answer)

    return serve


def encrypted(context: ssl.SSLContext, then: Serve) -> Serve:
    """Shake hands first."""

    def serve(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True) as inner:
            then(inner)

    return serve


def silent(connection: socket.socket) -> None:
    """Take everything and say nothing."""
    while connection.recv(1000):
        pass


def cutting(connection: socket.socket) -> None:
    """Read something, and end the connection."""
    connection.recv(1000)


def proxying(to: int, heard: list[bytes] | None = None) -> Serve:
    """Connect to a port of this computer, whatever host was asked for."""

    def serve(connection: socket.socket) -> None:
        asked = head(connection)
        if heard is not None:
            heard.append(asked)
        connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        with socket.create_connection(("127.0.0.1", to), timeout=20) as other:
            back = threading.Thread(target=pump, args=(other, connection), daemon=True)
            back.start()
            pump(connection, other)

    return serve


def pump(one: socket.socket, other: socket.socket) -> None:
    """Hand over what comes until one end closes."""
    with suppress(OSError):
        while data := one.recv(10000):
            other.sendall(data)
        other.shutdown(socket.SHUT_WR)
