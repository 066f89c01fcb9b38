import gc
from collections.abc import Iterator

import pytest

from ssmwizard.app.memory import uncollected


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    enabled = gc.isenabled()
    yield
    gc.unfreeze()
    (gc.enable if enabled else gc.disable)()


def test_nothing_is_collected_meanwhile_and_what_was_made_is_left_alone_afterwards() -> None:
    gc.enable()
    frozen = gc.get_freeze_count()
    with uncollected():
        assert not gc.isenabled()
        made = [[number] for number in range(1000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() >= frozen + len(made)


def test_it_is_collected_again_after_an_error() -> None:
    gc.enable()
    with pytest.raises(KeyError), uncollected():
        raise KeyError
    assert gc.isenabled()


def test_where_somebody_else_keeps_the_collector_it_stays_with_them() -> None:
    gc.disable()
    frozen = gc.get_freeze_count()
    with uncollected():
        assert not gc.isenabled()
    assert not gc.isenabled()
    assert gc.get_freeze_count() == frozen
