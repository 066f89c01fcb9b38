"""What tests of every fix have in common: each on the stage that it is made for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from botocore.retries import standard

from ssmwizard.app import making
from ssmwizard.outside import aws
from tests.support.fix_scenes import SCENES, Set, built


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tried again is tried again at once."""
    monkeypatch.setattr(standard.ExponentialBackoff, "delay_amount", lambda *_: 0.0)
    monkeypatch.setattr(aws, "MANY", ())
    monkeypatch.setattr(aws, "AGAIN_SECONDS", 0.0)
    monkeypatch.setattr(making, "FIRST_SECONDS", 0.01)


@pytest.fixture(scope="module", params=list(SCENES))
def scene(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Set]:
    with pytest.MonkeyPatch.context() as environment:
        yield built(request.param, tmp_path_factory.mktemp("scene"), environment)
