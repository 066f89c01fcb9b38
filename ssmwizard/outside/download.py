"""Downloads a file over HTTPS, the way the operator's settings for proxy and authorities lead."""

from __future__ import annotations

import os
import ssl
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import urllib3

from ssmwizard.model.computer import NotDone
from ssmwizard.model.facts import Why
from ssmwizard.outside.proxies import proxy_for

CONNECT_SECONDS, SILENT_SECONDS, ALL_SECONDS = 10, 30, 1200
OK = 200
PIECE = 1 << 18
# No installer of AWS's comes near it: whatever is longer is not one.
LARGEST = 1 << 29
MEGABYTE = 1_000_000
# How often it is told how far it is.
EVERY_SECONDS = 1.0


def download(url: str, path: Path, say: Callable[[str], None], stopped: Callable[[], bool]) -> None:
    """Download a file; raises ``NotDone`` for all that is not the whole file.

    A redirect is not followed: what is named in a plan is what is fetched.
    """
    say(f"Downloading {url}")
    try:
        with _manager(url) as manager, path.open("wb") as file:
            answer = manager.request("GET", url, preload_content=False, redirect=False)
            try:
                if answer.status != OK:
                    raise NotDone("HttpStatus", f"{url} answered {answer.status}.")
                _take(answer, file.write, url, say, stopped)
            finally:
                answer.release_conn()
                answer.close()
    except urllib3.exceptions.HTTPError as error:
        raise _failed(url, error) from error
    except ValueError as error:
        # A proxy that cannot be read.
        raise NotDone("DownloadFailed", f"{url}: {error}", Why.UNREACHABLE) from error


def _take(
    answer: urllib3.BaseHTTPResponse,
    write: Callable[[bytes], object],
    url: str,
    say: Callable[[str], None],
    stopped: Callable[[], bool],
) -> None:
    whole = answer.headers.get("Content-Length", "")
    size = f" of {int(whole) / MEGABYTE:.1f}" if whole.isdigit() else ""
    began = told = time.monotonic()
    got = 0
    for piece in answer.stream(PIECE):
        got += len(piece)
        write(piece)
        now = time.monotonic()
        if stopped():
            raise NotDone("Stopped", "Stopped as you wished.", Why.CANCELLED)
        if got > LARGEST or now - began > ALL_SECONDS:
            raise NotDone("DownloadFailed", f"{url} takes no end.", Why.UNREACHABLE)
        if now - told > EVERY_SECONDS:
            told = now
            say(f"{got / MEGABYTE:.1f}{size} MB")
    say(f"{got / MEGABYTE:.1f}{size} MB")


def _manager(url: str) -> urllib3.PoolManager:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme != "https" or not host:
        raise NotDone("NotHttps", f"{url} is not an address that begins with https.")
    timeout = urllib3.Timeout(connect=CONNECT_SECONDS, read=SILENT_SECONDS)
    context = _authorities()
    proxy = proxy_for("https", host, plugin=False)
    if proxy is None:
        return urllib3.PoolManager(ssl_context=context, timeout=timeout, retries=False)
    headers = {"proxy-authorization": proxy.header} if proxy.header else {}
    return urllib3.ProxyManager(
        proxy.shown, proxy_headers=headers, ssl_context=context, timeout=timeout, retries=False
    )


def _authorities() -> ssl.SSLContext:
    """Return what certificates are held against: the AWS CLI's bundle, or all that there is."""
    bundle = os.environ.get("AWS_CA_BUNDLE") or os.environ.get("REQUESTS_CA_BUNDLE")
    if bundle:
        try:
            return ssl.create_default_context(cafile=bundle)
        except OSError as error:
            raise NotDone("NoBundle", f"{bundle}: {error}", Why.CONFIGURATION) from error
    from botocore.httpsession import get_cert_path  # noqa: PLC0415 - brings botocore

    context = ssl.create_default_context()
    context.load_verify_locations(get_cert_path(verify=True))
    return context


def _failed(url: str, error: urllib3.exceptions.HTTPError) -> NotDone:
    reason = getattr(error, "original_error", None) or error
    why = Why.TIMED_OUT if isinstance(reason, urllib3.exceptions.TimeoutError) else Why.UNREACHABLE
    return NotDone("DownloadFailed", f"{url} could not be downloaded: {reason}", why)
