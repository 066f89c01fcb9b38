"""The way in without a port: a ``before-send`` handler on one botocore session."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ssmwizard.demo.failure import NoAnswerError
from ssmwizard.demo.portal import portal
from ssmwizard.demo.wire import Endpoint, Request

if TYPE_CHECKING:
    from botocore.awsrequest import AWSPreparedRequest, AWSResponse
    from botocore.session import Session


class _Body(io.BytesIO):
    """What botocore expects below a response."""

    def stream(self, **_: Any) -> Iterator[bytes]:
        """The whole body in one piece."""
        yield self.read()


def install(endpoint: Endpoint, session: Session) -> None:
    """Answers every request of the clients that this session makes from now on."""

    def answer(request: AWSPreparedRequest, **_: Any) -> AWSResponse:
        return _answer(endpoint, request)

    endpoint.share(session.get_component("data_loader"))
    _keep_tokens(endpoint, session)
    handler: Any = answer  # botocore's stubs do not know handlers that answer
    session.register("before-send", handler, unique_id="ssmwizard-demo")


def _keep_tokens(endpoint: Endpoint, session: Session) -> None:
    """Lets the session read the sign-ins of the demo's computer, not those of the real one."""
    from botocore.utils import SSOTokenLoader  # noqa: PLC0415 - keeps the start quick

    cache = portal(endpoint.world)["cache"]
    resolver = session.get_component("credential_provider")
    found: Any = resolver.get_provider("sso")
    found._token_cache = cache  # noqa: SLF001 - botocore gives no other way
    found._token_provider._cache = cache  # noqa: SLF001
    found._token_provider._token_loader = SSOTokenLoader(cache=cache)  # noqa: SLF001
    roles: Any = resolver.get_provider("assume-role")
    roles._profile_provider_builder._sso_token_cache = cache  # noqa: SLF001


def _answer(endpoint: Endpoint, request: AWSPreparedRequest) -> AWSResponse:
    from botocore.awsrequest import AWSResponse  # noqa: PLC0415 - keeps the start quick
    from botocore.exceptions import (  # noqa: PLC0415 - keeps the start quick
        ConnectionClosedError,
        ReadTimeoutError,
    )

    url = urlsplit(request.url)
    headers = {name.lower(): _text(value) for name, value in request.headers.items()}
    headers.setdefault("host", url.netloc)
    target = f"{url.path or '/'}?{url.query}"
    try:
        reply = endpoint.reply(Request(headers, _bytes(request.body), request.method, target))
    except NoAnswerError as interruption:
        if interruption.kind == "hang":
            endpoint.wait(interruption.seconds)
            raise ReadTimeoutError(endpoint_url=request.url) from interruption
        raise ConnectionClosedError(endpoint_url=request.url) from interruption
    headers_back: Any = reply.headers
    return AWSResponse(request.url, reply.status, headers_back, _Body(reply.body))


def _text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)


def _bytes(body: Any) -> bytes:
    if body is None:
        return b""
    if isinstance(body, str):
        return body.encode()
    return bytes(body) if isinstance(body, (bytes, bytearray)) else bytes(body.read())
