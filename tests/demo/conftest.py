"""A demo account of the test's own, and real boto3 clients that talk to it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import boto3
import botocore.session
import pytest
from botocore.config import Config
from botocore.loaders import Loader

from ssmwizard.demo import Demo, open_account
from ssmwizard.demo.profiles import ADMIN_KEY, SECRET

LOADER = Loader()
FREE: list[boto3.Session] = []
"""Sessions without a hook: making one takes longer than most tests."""
Clients = Callable[..., Any]


@pytest.fixture
def demo() -> Iterator[Demo]:
    """The broken fleet, in which everything takes no time."""
    account = open_account(pace=0)
    account.strict = True
    yield account
    account.close()


@contextmanager
def connections() -> Iterator[Callable[..., Clients]]:
    """Makes a maker of clients for an account: through the hook, or to an address."""
    made: list[Any] = []
    taken: list[boto3.Session] = []

    def connected(account: Demo | None = None, url: str | None = None) -> Clients:
        clients = FREE.pop() if FREE else boto3.Session(botocore_session=botocore.session.Session())
        session = clients._session
        session.register_component("data_loader", LOADER)
        taken.append(clients)
        if url is None:
            account.hook(session)
        kept: dict[str, Any] = {}

        def client(service: str, key: str = ADMIN_KEY, region: str = "eu-west-3", **more) -> Any:
            wanted = f"{service} {key} {region} {more}"
            if wanted not in kept:
                once = Config(retries={"mode": "standard", "total_max_attempts": 1})
                config = once.merge(Config(**more.pop("config", {})))
                more.setdefault("aws_secret_access_key", SECRET)
                kept[wanted] = clients.client(
                    service,
                    region_name=region,
                    endpoint_url=url,
                    aws_access_key_id=key,
                    config=config,
                    **more,
                )
                made.append(kept[wanted])
            return kept[wanted]

        return client

    yield connected
    for client in made:
        client.close()
    for clients in taken:
        clients._session.unregister("before-send", unique_id="ssmwizard-demo")
        FREE.append(clients)


@pytest.fixture
def connect() -> Iterator[Callable[..., Clients]]:
    """Makes a maker of clients for an account: through the hook, or to an address."""
    with connections() as connected:
        yield connected


@pytest.fixture(scope="module", params=["hook", "http"])
def lasting(request) -> Iterator[tuple[Demo, Clients]]:
    """An account and its clients, in both ways in, for all the tests of a module."""
    account = open_account(pace=0)
    account.strict = True
    with connections() as connected:
        if request.param == "hook":
            yield account, connected(account)
        else:
            with account.serve() as served:
                yield account, connected(url=served.url)


@pytest.fixture(params=["hook", "http"])
def clients(request, demo, connect) -> Iterator[Clients]:
    """Clients of the broken fleet, in both ways in."""
    if request.param == "hook":
        yield connect(demo)
        return
    with demo.serve() as served:
        yield connect(url=served.url)


@pytest.fixture
def client(demo, connect) -> Clients:
    """Clients of the broken fleet through the hook."""
    return connect(demo)


@pytest.fixture
def nodes(demo) -> dict[str, str]:
    """The ids of the nodes by their names, both Regions together."""
    regions = demo.world["regions"].values()
    return {
        node["Name"]: identifier
        for region in regions
        for identifier, node in region["nodes"].items()
    }
