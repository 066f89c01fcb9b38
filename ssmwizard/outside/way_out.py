"""The door to a service without asking anything of it: how far a connection gets, layer by layer.

Nothing is signed and no credentials are sent: that AWS answers at all is what is looked for.
"""

from __future__ import annotations

import errno
import http.client
import os
import platform
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ssmwizard.model.way_out import Ended, Goal, Layer, Step, Store, WayOut
from ssmwizard.outside.certificates import issuer
from ssmwizard.outside.proxies import DEFAULT_PORTS, Proxy, proxy_for

# Where programs written in Go look for the system's authorities on Linux, as the plugin does.
# https://go.dev/src/crypto/x509/root_linux.go
SYSTEM_FILES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/pki/tls/cacert.pem",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/ssl/cert.pem",
)
# Those that Python loads from the stores of Windows.
DEFAULT = ""
ADDRESSES = 4
# https://docs.openssl.org/master/man1/openssl-verification-options/
OUT_OF_DATE = (9, 10)
WRONG_NAME = (62, 64)
CHANNEL = "/v1/data-channel/ssmwizard?role=publish_subscribe"
# The key of RFC 6455's own example: nothing is sent over the WebSocket.
UPGRADE = (
    "Connection: Upgrade\r\nUpgrade: websocket\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
)
# How it shows that the other side hangs up: by a reset, or by its end in the midst of a handshake.
HUNG_UP = (
    ConnectionError,
    ssl.SSLEOFError,
    ssl.SSLZeroReturnError,
    http.client.RemoteDisconnected,
)
UNREACHABLE = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL}


def look(goal: Goal, timeout: float, authorities: dict[Store, str] | None = None) -> WayOut:
    """Go as far as the way leads, within ``timeout`` seconds for all of it; raises nothing for it.

    ``authorities`` are the files to hold certificates against, instead of the usual ones.
    """
    parts = urlsplit(goal.url)
    host, port = parts.hostname or "", parts.port or DEFAULT_PORTS.get(parts.scheme, 443)
    proxy = proxy_for(parts.scheme, host, port, plugin=goal.plugin)
    way = _Way(goal, host, port, proxy, time.monotonic() + timeout, authorities or _usual(goal))
    with suppress(_Stopped):
        way.go(secure=parts.scheme == "https")
    return WayOut(
        goal=goal,
        host=host,
        port=port,
        proxy=proxy.shown if proxy else "",
        from_system=proxy is not None and proxy.from_system,
        of_cli=_of_cli(parts.scheme, host, port) if goal.plugin else None,
        steps=tuple(way.steps),
        issuer=way.issuer,
        trusted=tuple(way.trusted),
        distrusted=tuple(way.distrusted),
    )


def _of_cli(scheme: str, host: str, port: int) -> str:
    """Return the proxy that the AWS CLI would take there."""
    proxy = proxy_for(scheme, host, port, plugin=False)
    return proxy.shown if proxy is not None else ""


def _usual(goal: Goal) -> dict[Store, str]:
    """Return the files of authorities: none for the system where it cannot be asked, as on macOS."""
    from botocore.httpsession import get_cert_path  # noqa: PLC0415 - only when something is looked at

    files = {Store.PUBLIC: str(get_cert_path(verify=True))}
    if goal.bundle:
        files[Store.BUNDLE] = goal.bundle
    told = os.environ.get("SSL_CERT_FILE")
    system = next((name for name in (told, *SYSTEM_FILES) if name and Path(name).is_file()), "")
    if platform.system() == "Windows":
        files[Store.SYSTEM] = DEFAULT
    elif platform.system() == "Linux" and system:
        files[Store.SYSTEM] = system
    return files


class _Stopped(Exception):  # noqa: N818 - it is where the way ends
    """A layer was not passed."""

    def __init__(self, ended: Ended, detail: str = "") -> None:
        super().__init__(detail)
        self.ended = ended
        self.detail = detail


FAILURES = (_Stopped, OSError, http.client.HTTPException, ValueError)


class _Way:
    """One way under way."""

    def __init__(
        self,
        goal: Goal,
        host: str,
        port: int,
        proxy: Proxy | None,
        ends: float,
        authorities: dict[Store, str],
    ) -> None:
        self.goal, self.host, self.port, self.proxy = goal, host, port, proxy
        self.steps: list[Step] = []
        self.issuer = ""
        self.trusted: list[Store] = []
        self.distrusted: list[Store] = []
        self._ends = ends
        self._least = (ends - time.monotonic()) / 2
        self._authorities = authorities
        self._addresses: list[Any] = []

    def go(self, *, secure: bool) -> None:
        """Pass layer after layer; raises :class:`_Stopped` at the one that is not passed."""
        if self.proxy and self.proxy.scheme != "http":
            with self._step(Layer.PROXY):
                raise _Stopped(Ended.UNSUPPORTED if self.proxy.scheme else Ended.UNREADABLE)
        with self._step(Layer.NAME) as seen:
            self._addresses = self._resolve()
            seen.extend(dict.fromkeys(address[4][0] for address in self._addresses))
        with self._step(Layer.CONNECT) as seen:
            plain = self._connect(seen)
        if self.proxy and secure:
            with _closed_if_it_fails(plain), self._step(Layer.PROXY) as seen:
                self._tunnel(plain, seen)
        if secure:
            with _closed_if_it_fails(plain), self._step(Layer.TLS) as seen:
                plain = self._encrypt(plain, seen)
        layer = Layer.UPGRADE if self.goal.websocket else Layer.HTTP
        with plain, self._step(layer) as seen:
            self._ask(plain, seen, secure=secure)

    @contextmanager
    def _step(self, layer: Layer) -> Iterator[list[str]]:
        """Write down how a layer ended, and what was seen of it."""
        began, seen = time.monotonic(), list[str]()

        def end(ended: Ended) -> None:
            spent = round(time.monotonic() - began, 4)
            self.steps.append(Step(layer, ended, spent, ", ".join(seen)))

        try:
            yield seen
        except FAILURES as error:
            stopped = error if isinstance(error, _Stopped) else _Stopped(*_told(error))
            seen.extend([stopped.detail] if stopped.detail else [])
            end(stopped.ended)
            raise stopped from error
        end(Ended.DONE)

    def _left(self) -> float:
        left = self._ends - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def _resolve(self) -> list[Any]:
        """Ask for the addresses, of the proxy where there is one; the resolver has no time limit."""
        host, port = (self.proxy.host, self.proxy.port) if self.proxy else (self.host, self.port)
        found: list[Any] = []
        failures: list[Exception] = []

        def ask() -> None:
            try:
                found.extend(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
            except (OSError, UnicodeError) as error:
                failures.append(error)

        asking = threading.Thread(target=ask, name="ssmwizard-name", daemon=True)
        asking.start()
        asking.join(self._left())
        if failures:
            raise failures[0]
        if not found:
            raise TimeoutError
        return found[:ADDRESSES]

    def _connect(self, seen: list[str] | None = None) -> socket.socket:
        """Connect to the first address that answers; none may use up the time of those after it."""
        failure: OSError = TimeoutError()
        for place, (family, kind, protocol, _, address) in enumerate(self._addresses):
            connection = socket.socket(family, kind, protocol)
            try:
                connection.settimeout(self._left() / (len(self._addresses) - place))
                connection.connect(address)
            except OSError as error:
                connection.close()
                failure = error
            else:
                if seen is not None:
                    seen.append(f"{address[0]}:{address[1]}")
                return connection
        raise failure

    def _tunnel(self, plain: socket.socket, seen: list[str]) -> None:
        assert self.proxy is not None
        host = f"[{self.host}]" if ":" in self.host else self.host
        lines = [f"CONNECT {host}:{self.port} HTTP/1.1", f"Host: {host}:{self.port}"]
        if self.proxy.header:
            lines.append(f"Proxy-Authorization: {self.proxy.header}")
        plain.settimeout(self._left())
        plain.sendall("\r\n".join([*lines, "", ""]).encode())
        with closing(http.client.HTTPResponse(plain, method="CONNECT")) as answer:
            answer.begin()
        seen.append(str(answer.status))
        if answer.status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
            raise _Stopped(Ended.AUTHENTICATION)
        if answer.status != HTTPStatus.OK:
            raise _Stopped(Ended.TURNED_DOWN)

    def _encrypt(self, plain: socket.socket, seen: list[str]) -> ssl.SSLSocket:
        """Shake hands with the authorities of whoever goes this way, the first that trusts."""
        mine = (
            (Store.PUBLIC, Store.SYSTEM, Store.BUNDLE)
            if self.goal.plugin
            else (Store.BUNDLE if self.goal.bundle else Store.PUBLIC,)
        )
        encrypted: ssl.SSLSocket | None = None
        failure: ssl.SSLCertVerificationError | None = None
        for store in (store for store in mine if store in self._authorities):
            try:
                begun = self._again() if failure else plain
                encrypted = self._shake_hands(begun, self._authorities[store])
            except ssl.SSLCertVerificationError as error:
                failure = failure or error
                self.distrusted.append(store)
            except FAILURES:
                # That the way leads here was seen; what else goes wrong now says nothing of it.
                if failure is None:
                    raise
                break
            else:
                self.trusted.append(store)
                self._signed_by(encrypted, seen)
                break
        if encrypted is None:
            with suppress(*FAILURES), self._shake_hands(self._again(), None) as unverified:
                self._signed_by(unverified, seen)
        self._hold_against_others()
        if encrypted is None:
            assert failure is not None
            raise failure
        return encrypted

    def _hold_against_others(self) -> None:
        """Tell what the other stores say, where the public authorities did not sign."""
        if Store.PUBLIC in self.trusted:
            return
        for store in self._authorities:
            if store in self.trusted or store in self.distrusted:
                continue
            with suppress(*FAILURES):
                try:
                    self._shake_hands(self._again(), self._authorities[store]).close()
                except ssl.SSLCertVerificationError:
                    self.distrusted.append(store)
                else:
                    self.trusted.append(store)

    def _again(self) -> socket.socket:
        """Go to where the handshake begins once more."""
        plain = self._connect()
        if self.proxy:
            with _closed_if_it_fails(plain):
                self._tunnel(plain, [])
        return plain

    def _shake_hands(self, plain: socket.socket, authorities: str | None) -> ssl.SSLSocket:
        with _closed_if_it_fails(plain):
            plain.settimeout(self._left())
            return _context(authorities).wrap_socket(plain, server_hostname=self.host)

    def _signed_by(self, encrypted: ssl.SSLSocket, seen: list[str]) -> None:
        self.issuer = issuer(encrypted.getpeercert(binary_form=True) or b"")
        seen.extend([self.issuer] if self.issuer else [])

    def _ask(self, connection: socket.socket, seen: list[str], *, secure: bool) -> None:
        """Ask for nothing in particular: any answer of AWS shows that the way is open."""
        path = CHANNEL if self.goal.websocket else "/"
        if self.proxy and not secure:
            path = f"{self.goal.url.rstrip('/')}{path}"
        more = UPGRADE if self.goal.websocket else "Connection: close\r\n"
        if self.proxy and self.proxy.header and not secure:
            more += f"Proxy-Authorization: {self.proxy.header}\r\n"
        # However long the handshakes took, an answer is given its time.
        connection.settimeout(max(self._ends - time.monotonic(), self._least))
        where = urlsplit(self.goal.url).netloc
        request = f"GET {path} HTTP/1.1\r\nHost: {where}\r\nUser-Agent: ssmwizard\r\n{more}\r\n"
        connection.sendall(request.encode())
        try:
            with closing(http.client.HTTPResponse(connection)) as answer:
                answer.begin()
        except (http.client.RemoteDisconnected, ConnectionError):
            raise _Stopped(Ended.CUT) from None
        except http.client.HTTPException:
            raise _Stopped(Ended.NOT_AWS) from None
        seen.append(str(answer.status))
        if answer.status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
            raise _Stopped(Ended.AUTHENTICATION)
        if not secure or Store.PUBLIC in self.trusted:
            return
        # What opens the connection may answer by itself, as nothing of AWS does.
        if not any(name.lower().startswith("x-amz") for name in answer.headers):
            if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                raise _Stopped(Ended.TURNED_DOWN)
            if answer.status != HTTPStatus.SWITCHING_PROTOCOLS:
                raise _Stopped(Ended.NOT_AWS)


@contextmanager
def _closed_if_it_fails(plain: socket.socket) -> Iterator[None]:
    """Close a socket where what is done with it fails."""
    try:
        yield
    except BaseException:
        plain.close()
        raise


def _context(authorities: str | None) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if authorities is None:
        # Only to see who signed; nothing is sent over it.
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        return context
    if authorities == DEFAULT:
        context.load_default_certs()
        return context
    try:
        folder = Path(authorities).is_dir()
        context.load_verify_locations(
            capath=authorities if folder else None, cafile=None if folder else authorities
        )
    except (OSError, ValueError):
        raise _Stopped(Ended.UNREADABLE, authorities) from None
    return context


def _told(error: Exception) -> tuple[Ended, str]:
    """Return how a failure is told, with what the system said of it."""
    ended, detail = Ended.FAILED, str(error)
    if isinstance(error, ssl.SSLCertVerificationError):
        ended, detail = Ended.UNTRUSTED, error.verify_message
        if error.verify_code in OUT_OF_DATE:
            ended = Ended.OUT_OF_DATE
        elif error.verify_code in WRONG_NAME:
            ended = Ended.WRONG_NAME
    elif isinstance(error, TimeoutError):
        ended, detail = Ended.TIMED_OUT, ""
    elif isinstance(error, (socket.gaierror, UnicodeError)):
        ended = Ended.NOT_FOUND
    elif isinstance(error, ConnectionRefusedError):
        ended, detail = Ended.REFUSED, ""
    elif isinstance(error, HUNG_UP):
        ended = Ended.CUT
    elif isinstance(error, OSError) and error.errno in UNREACHABLE:
        ended = Ended.UNREACHABLE
    return ended, detail
