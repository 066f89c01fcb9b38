import http.client
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from support.listeners import (
    FORBIDDEN,
    Authority,
    Serve,
    answering,
    cutting,
    encrypted,
    listening,
    proxying,
    silent,
)

from ssmwizard.model.way_out import Ended, Goal, Layer, Store, WayOut
from ssmwizard.outside.certificates import issuer
from ssmwizard.outside.proxies import proxy_for
from ssmwizard.outside.way_out import _told, _usual, look

AWS = b"HTTP/1.1 404 Not Found\r\nx-amzn-RequestId: 1\r\nContent-Length: 0\r\n\r\n"
FILTER = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"
SIGN_IN = b"HTTP/1.1 302 Found\r\nLocation: http://hotel.example\r\nContent-Length: 0\r\n\r\n"
SWITCHING = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("public"), "Amazon")


@pytest.fixture(scope="module")
def corporate(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("corporate"), "Example Proxy")


@pytest.fixture
def up() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def https(port: int, **more: object) -> Goal:
    return Goal("ssm", f"https://127.0.0.1:{port}", **more)  # type: ignore[arg-type]


def went(way: WayOut) -> list[tuple[Layer, Ended]]:
    return [(step.layer, step.ended) for step in way.steps]


def done(*layers: Layer) -> list[tuple[Layer, Ended]]:
    return [(layer, Ended.DONE) for layer in layers]


NAMED = (Layer.NAME, Layer.CONNECT)


def test_all_layers_are_passed_and_each_is_timed(up: ExitStack, public: Authority) -> None:
    port = up.enter_context(listening(encrypted(public.context(), answering(AWS))))
    way = look(https(port), 20, {Store.PUBLIC: public.file})
    assert went(way) == done(*NAMED, Layer.TLS, Layer.HTTP)
    assert way.arrives
    assert [step.detail for step in way.steps] == [
        "127.0.0.1",
        f"127.0.0.1:{port}",
        "Amazon, Amazon Root",
        "404",
    ]
    assert all(step.seconds >= 0 for step in way.steps)
    assert (way.host, way.port, way.proxy, way.issuer) == (
        "127.0.0.1",
        port,
        "",
        "Amazon, Amazon Root",
    )
    assert (way.trusted, way.distrusted) == ((Store.PUBLIC,), ())


@pytest.mark.parametrize("answer", [SWITCHING, AWS, FORBIDDEN])
def test_any_answer_of_aws_to_the_upgrade_shows_that_the_way_is_open(
    answer: bytes, up: ExitStack, public: Authority
) -> None:
    heard: list[bytes] = []
    port = up.enter_context(listening(encrypted(public.context(), answering(answer, heard))))
    way = look(https(port, plugin=True, websocket=True), 20, {Store.PUBLIC: public.file})
    assert went(way) == done(*NAMED, Layer.TLS, Layer.UPGRADE)
    assert heard[0].startswith(b"GET /v1/data-channel/")
    assert b"\r\nUpgrade: websocket\r\n" in heard[0]
    assert b"uthorization" not in heard[0]


def test_a_host_without_encryption_is_asked_without_it(up: ExitStack) -> None:
    port = up.enter_context(listening(answering(FORBIDDEN)))
    way = look(Goal("ssm", f"http://127.0.0.1:{port}"), 20)
    assert went(way) == done(*NAMED, Layer.HTTP)
    assert way.last.detail == "403"


def test_the_usual_authorities_are_those_of_the_cli_and_on_linux_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own.pem"
    own.write_text("")
    monkeypatch.setenv("SSL_CERT_FILE", str(own))
    monkeypatch.setattr("platform.system", lambda: "Linux")
    files = _usual(https(443, bundle="/corporate.pem"))
    assert Path(files[Store.PUBLIC]).is_file()
    assert (files[Store.BUNDLE], files[Store.SYSTEM]) == ("/corporate.pem", str(own))
    monkeypatch.setattr("platform.system", lambda: "Darwin")
    assert set(_usual(https(443))) == {Store.PUBLIC}
    monkeypatch.setattr("platform.system", lambda: "Windows")
    assert _usual(https(443))[Store.SYSTEM] == ""


@pytest.mark.parametrize(
    "error",
    [
        ConnectionResetError(),
        ssl.SSLEOFError(8, "EOF occurred in violation of protocol"),
        ssl.SSLZeroReturnError(6, "TLS/SSL connection has been closed (EOF)"),
        http.client.RemoteDisconnected("Remote end closed connection without response"),
    ],
)
def test_who_hangs_up_is_said_to_however_it_shows(error: Exception) -> None:
    assert _told(error)[0] is Ended.CUT


STOPPED = {
    "tls-never-begins": (silent, Layer.TLS, Ended.TIMED_OUT),
    "tls-is-cut": (cutting, Layer.TLS, Ended.CUT),
    "no-tls-at-all": (answering(b"HTTP/1.1 400 Bad Request\r\n\r\n"), Layer.TLS, None),
}


@pytest.mark.parametrize(("serve", "layer", "ended"), STOPPED.values(), ids=list(STOPPED))
def test_where_encryption_does_not_begin_it_ends_there(
    serve: Serve, layer: Layer, ended: Ended | None, up: ExitStack, public: Authority
) -> None:
    port = up.enter_context(listening(serve))
    way = look(https(port), 2, {Store.PUBLIC: public.file})
    assert way.last.layer is layer
    assert not way.arrives
    if ended is not None:
        assert way.last.ended is ended


ANSWERS = {
    "silence": (silent, Ended.TIMED_OUT),
    "a-cut": (cutting, Ended.CUT),
    "nonsense": (answering(b"SSH-2.0-OpenSSH_9.6\r\n\r\n"), Ended.NOT_AWS),
}


@pytest.mark.parametrize("plugin", [False, True])
@pytest.mark.parametrize(("serve", "ended"), ANSWERS.values(), ids=list(ANSWERS))
def test_where_nothing_is_answered_it_ends_there(
    serve: Serve, ended: Ended, plugin: bool, up: ExitStack, public: Authority
) -> None:
    port = up.enter_context(listening(encrypted(public.context(), serve)))
    way = look(https(port, plugin=plugin, websocket=plugin), 3, {Store.PUBLIC: public.file})
    assert way.last.layer is (Layer.UPGRADE if plugin else Layer.HTTP)
    assert way.last.ended is ended


def test_a_port_that_nobody_listens_on_refuses() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    way = look(https(port), 20)
    assert went(way) == [*done(Layer.NAME), (Layer.CONNECT, Ended.REFUSED)]


def test_a_name_that_does_not_exist_is_not_found() -> None:
    way = look(Goal("ssm", f"https://{'x' * 70}.example"), 20)
    assert went(way) == [(Layer.NAME, Ended.NOT_FOUND)]


def test_without_time_nothing_is_waited_for() -> None:
    began = time.monotonic()
    way = look(Goal("ssm", "https://127.0.0.1:9"), 0)
    assert went(way) == [(Layer.NAME, Ended.TIMED_OUT)]
    assert time.monotonic() - began < 10


def test_who_opens_the_connection_is_named(
    up: ExitStack, public: Authority, corporate: Authority
) -> None:
    port = up.enter_context(listening(encrypted(corporate.context(), answering(AWS))))
    way = look(https(port), 20, {Store.PUBLIC: public.file})
    assert went(way) == [*done(*NAMED), (Layer.TLS, Ended.UNTRUSTED)]
    assert way.issuer == "Example Proxy, Example Proxy Root"
    assert (way.trusted, way.distrusted) == ((), (Store.PUBLIC,))


@pytest.mark.parametrize("plugin", [False, True])
def test_what_fails_after_a_certificate_was_seen_does_not_hide_it(
    plugin: bool, up: ExitStack, public: Authority, corporate: Authority
) -> None:
    shown = encrypted(corporate.context(), answering(AWS))
    serving: list[Serve] = [shown]

    def once(connection: socket.socket) -> None:
        (serving.pop() if serving else silent)(connection)

    port = up.enter_context(listening(once))
    stores = {Store.PUBLIC: public.file, Store.SYSTEM: public.file}
    way = look(https(port, plugin=plugin, websocket=plugin), 2, stores)
    assert went(way) == [*done(*NAMED), (Layer.TLS, Ended.UNTRUSTED)]
    assert (way.issuer, way.distrusted) == ("", (Store.PUBLIC,))


def test_a_bundle_makes_the_cli_trust_who_opens_the_connection(
    up: ExitStack, public: Authority, corporate: Authority
) -> None:
    port = up.enter_context(listening(encrypted(corporate.context(), answering(AWS))))
    stores = {Store.PUBLIC: public.file, Store.BUNDLE: corporate.file, Store.SYSTEM: public.file}
    way = look(https(port, bundle=corporate.file), 20, stores)
    assert way.arrives
    assert (way.trusted, way.distrusted) == ((Store.BUNDLE,), (Store.PUBLIC, Store.SYSTEM))
    channel = look(https(port, bundle=corporate.file, plugin=True, websocket=True), 20, stores)
    assert channel.arrives
    assert channel.trusted == (Store.BUNDLE,)
    assert channel.distrusted == (Store.PUBLIC, Store.SYSTEM)


def test_the_systems_own_authorities_do_for_the_plugin(
    up: ExitStack, public: Authority, corporate: Authority
) -> None:
    port = up.enter_context(listening(encrypted(corporate.context(), answering(AWS))))
    stores = {Store.PUBLIC: public.file, Store.SYSTEM: corporate.file}
    way = look(https(port, plugin=True, websocket=True), 20, stores)
    assert (way.trusted, way.distrusted) == ((Store.SYSTEM,), (Store.PUBLIC,))
    assert way.arrives


def test_what_python_takes_from_the_system_does_too(
    up: ExitStack, public: Authority, corporate: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", corporate.file)
    port = up.enter_context(listening(encrypted(corporate.context(), answering(AWS))))
    way = look(
        https(port, plugin=True, websocket=True), 20, {Store.PUBLIC: public.file, Store.SYSTEM: ""}
    )
    assert (way.trusted, way.distrusted) == ((Store.SYSTEM,), (Store.PUBLIC,))


def test_a_bundle_without_the_public_authorities_trusts_no_genuine_host(
    up: ExitStack, public: Authority, corporate: Authority
) -> None:
    port = up.enter_context(listening(encrypted(public.context(), answering(AWS))))
    stores = {Store.PUBLIC: public.file, Store.BUNDLE: corporate.file}
    way = look(https(port, bundle=corporate.file), 20, stores)
    assert way.last.ended is Ended.UNTRUSTED
    assert (way.trusted, way.distrusted) == ((Store.PUBLIC,), (Store.BUNDLE,))


def test_a_bundle_may_be_a_folder_and_one_that_cannot_be_read_is_named(
    up: ExitStack, public: Authority, tmp_path: Path
) -> None:
    port = up.enter_context(listening(encrypted(public.context(), answering(AWS))))
    no_certificates = tmp_path / "text.pem"
    no_certificates.write_text("hello")
    for bundle in (str(no_certificates), str(tmp_path / "nothing.pem")):
        way = look(https(port, bundle=bundle), 20)
        assert (way.last.ended, way.last.detail) == (Ended.UNREADABLE, bundle)
    way = look(https(port, bundle=str(tmp_path)), 20)
    assert way.last.ended is Ended.UNTRUSTED


def test_a_certificate_of_the_past_or_of_another_host_is_told_apart(
    up: ExitStack, public: Authority
) -> None:
    stores = {Store.PUBLIC: public.file}
    past = up.enter_context(listening(encrypted(public.context(days=-9), answering(AWS))))
    other = up.enter_context(listening(encrypted(public.context("other.example"), silent)))
    assert look(https(past), 20, stores).last.ended is Ended.OUT_OF_DATE
    way = look(https(other), 20, stores)
    assert way.last.ended is Ended.WRONG_NAME
    assert "Amazon" in way.issuer


@pytest.mark.parametrize(
    ("answer", "ended"),
    [
        (AWS, Ended.DONE),
        (SWITCHING, Ended.DONE),
        (FILTER, Ended.TURNED_DOWN),
        (SIGN_IN, Ended.NOT_AWS),
    ],
)
def test_what_opens_the_connection_may_not_answer_for_aws(
    answer: bytes, ended: Ended, up: ExitStack, public: Authority, corporate: Authority
) -> None:
    port = up.enter_context(listening(encrypted(corporate.context(), answering(answer))))
    stores = {Store.PUBLIC: public.file, Store.SYSTEM: corporate.file}
    assert look(https(port, plugin=True, websocket=True), 20, stores).last.ended is ended


SECRET = "s3cr@t:word"
SIGNED_IN = b"Proxy-Authorization: Basic dXNlcjpzM2NyQHQ6d29yZA=="


def behind(monkeypatch: pytest.MonkeyPatch, port: int, scheme: str = "http") -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"{scheme}://user:s3cr%40t%3Aword@127.0.0.1:{port}/")


@pytest.mark.parametrize("plugin", [False, True])
def test_a_proxy_leads_on_and_its_password_is_shown_nowhere(
    plugin: bool, up: ExitStack, public: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[bytes] = []
    host = "ssm.eu-west-3.amazonaws.com"
    port = up.enter_context(listening(encrypted(public.context(host), answering(AWS))))
    behind(monkeypatch, up.enter_context(listening(proxying(port, heard))))
    way = look(
        Goal("ssm", f"https://{host}", plugin=plugin, websocket=plugin),
        20,
        {Store.PUBLIC: public.file},
    )
    last = Layer.UPGRADE if plugin else Layer.HTTP
    assert went(way) == done(*NAMED, Layer.PROXY, Layer.TLS, last)
    assert heard[0].startswith(f"CONNECT {host}:443 HTTP/1.1\r\n".encode())
    assert SIGNED_IN in heard[0]
    assert way.proxy.startswith("http://127.0.0.1:")
    assert "s3cr" not in repr(way)
    assert not way.from_system


def test_interception_behind_a_proxy_is_named_too(
    up: ExitStack, public: Authority, corporate: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    host = "ssm.eu-west-3.amazonaws.com"
    port = up.enter_context(listening(encrypted(corporate.context(host), answering(AWS))))
    behind(monkeypatch, up.enter_context(listening(proxying(port))))
    way = look(Goal("ssm", f"https://{host}"), 20, {Store.PUBLIC: public.file})
    assert way.last.ended is Ended.UNTRUSTED
    assert way.issuer.startswith("Example Proxy")


REFUSALS = {
    "asks-for-a-password": (
        b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n",
        "AUTHENTICATION",
    ),
    "forbids": (b"HTTP/1.1 403 Forbidden\r\n\r\n", "TURNED_DOWN"),
    "cannot-reach-it": (b"HTTP/1.1 504 Gateway Timeout\r\n\r\n", "TURNED_DOWN"),
    "hangs-up": (b"", "CUT"),
    "is-no-proxy": (b"SSH-2.0-OpenSSH_9.6\r\n\r\n", "FAILED"),
}


@pytest.mark.parametrize(("answer", "ended"), REFUSALS.values(), ids=list(REFUSALS))
def test_what_a_proxy_refuses_ends_there(
    answer: bytes, ended: str, up: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    behind(monkeypatch, up.enter_context(listening(answering(answer))))
    way = look(Goal("ssm", "https://ssm.eu-west-3.amazonaws.com"), 20)
    assert went(way) == [*done(*NAMED), (Layer.PROXY, Ended[ended])]


def test_a_proxy_that_says_nothing_is_not_waited_for(
    up: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    behind(monkeypatch, up.enter_context(listening(silent)))
    way = look(Goal("ssm", "https://ssm.eu-west-3.amazonaws.com"), 1)
    assert (way.last.layer, way.last.ended) == (Layer.PROXY, Ended.TIMED_OUT)


@pytest.mark.parametrize(
    ("proxy", "ended"),
    [
        ("socks5://127.0.0.1:9", Ended.UNSUPPORTED),
        ("https://127.0.0.1:9", Ended.UNSUPPORTED),
        ("http://127.0.0.1:port", Ended.UNREADABLE),
        ("http://", Ended.UNREADABLE),
    ],
)
def test_a_proxy_of_another_kind_is_not_guessed_about(
    proxy: str, ended: Ended, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", proxy)
    way = look(Goal("ssm", "https://ssm.eu-west-3.amazonaws.com"), 5)
    assert went(way) == [(Layer.PROXY, ended)]


def test_without_encryption_a_proxy_is_asked_for_the_whole_address(
    up: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[bytes] = []
    refusing = answering(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", heard)
    port = up.enter_context(listening(refusing))
    monkeypatch.setenv("http_proxy", f"user:pw@127.0.0.1:{port}")
    way = look(Goal("ssm", "http://aws.example:8000"), 20)
    assert heard[0].startswith(b"GET http://aws.example:8000/ HTTP/1.1\r\n")
    assert b"Proxy-Authorization: Basic" in heard[0]
    assert (way.last.layer, way.last.ended) == (Layer.HTTP, Ended.AUTHENTICATION)


@pytest.mark.parametrize("name", ["NO_PROXY", "no_proxy"])
@pytest.mark.parametrize("plugin", [False, True])
def test_what_needs_no_proxy_is_reached_without(
    name: str, plugin: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    host = "ssm.eu-west-3.amazonaws.com"
    assert proxy_for("https", host, 443, plugin=plugin) is not None
    monkeypatch.setenv(name, ".amazonaws.com")
    assert proxy_for("https", host, 443, plugin=plugin) is None


def test_a_proxy_of_the_system_is_known_to_the_cli_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    # As urllib answers on Windows and macOS.
    told = {"https": "http://proxy.example:3128"}
    monkeypatch.setattr("ssmwizard.outside.proxies.getproxies", lambda: told)
    proxy = proxy_for("https", "ssm.example", 443, plugin=False)
    assert proxy is not None
    assert (proxy.shown, proxy.from_system) == ("http://proxy.example:3128", True)
    assert proxy_for("https", "ssm.example", 443, plugin=True) is None
    assert look(Goal("ssmmessages", "https://nowhere.invalid", plugin=True), 5).disagrees
    assert not look(Goal("ssm", "https://127.0.0.1:1"), 5).disagrees


HOST = "ssmmessages.eu-west-3.amazonaws.com"
# The setting, the host, the port, and whether a Go program goes there without a proxy.
ALONE = [
    ("", HOST, 443, False),
    ("amazonaws.com", HOST, 443, True),
    (".amazonaws.com", HOST, 443, True),
    ("*.amazonaws.com", HOST, 443, True),
    ("zonaws.com", HOST, 443, False),
    (f"other.example, {HOST.upper()} ,", HOST, 443, True),
    (f".{HOST}", HOST, 443, False),
    (f"{HOST}:443", HOST, 443, True),
    (f"{HOST}:8443", HOST, 443, False),
    ("*", HOST, 443, True),
    ("10.0.0.0/8", "10.1.2.3", 443, True),
    ("10.0.0.0/8", "11.1.2.3", 443, False),
    ("10.0.0.0/8", HOST, 443, False),
    ("10.1.2.3", "10.1.2.3", 443, True),
    ("1.2.3", "10.1.2.3", 443, False),
    ("[2001:db8::1]:443", "2001:db8::1", 443, True),
    ("2001:db8::1", "2001:db8::1", 443, True),
    ("junk/8", "10.1.2.3", 443, False),
    ("", "localhost", 443, True),
    ("", "127.0.0.1", 443, True),
]


@pytest.mark.parametrize(("setting", "host", "port", "alone"), ALONE)
def test_the_plugin_reads_no_proxy_as_go_does(
    setting: str, host: str, port: int, alone: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", setting)
    assert (proxy_for("https", host, port, plugin=True) is None) is alone


def test_the_plugin_takes_the_name_in_capital_letters_and_the_cli_the_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://large.example:3128")
    monkeypatch.setenv("https_proxy", "http://small.example:3128")
    shown = [proxy_for("https", HOST, 443, plugin=one) for one in (True, False)]
    assert [proxy.shown for proxy in shown if proxy is not None] == [
        "http://large.example:3128",
        "http://small.example:3128",
    ]


@pytest.mark.parametrize(
    "junk",
    [b"", b"\x30", b"\x30\x82\xff", b"\x30\x02\x30\x00", b"hello", b"\x30\x84\x00\x00\x00\x01"],
)
def test_what_is_no_certificate_names_nobody(junk: bytes) -> None:
    assert issuer(junk) == ""
