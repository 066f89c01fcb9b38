"""The table of nodes: filter, order, ticks."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QIcon

from ssmwizard.app.listing import Listing, Reach, Row
from ssmwizard.model.node import Kind, kind_of
from ssmwizard.ui.nodes_model import COLUMNS, NAME, STATE, NodesModel

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def row(node_id, name, reach, address="10.0.0.1", agent="3.3.131.0"):
    return Row(
        id=node_id,
        kind=kind_of(node_id),
        name=name,
        address=address,
        state="running",
        ping="",
        agent=agent,
        system="Debian 12",
        last_ping=NOW,
        tags=(("team", "shop"),),
        reach=reach,
        search=f"{node_id} {name} {address} team=shop".lower(),
    )


ROWS = (
    row("i-1", "db", Reach.LOST, "10.0.0.10"),
    row("i-2", "web", Reach.UNMANAGED, "10.0.0.9"),
    row("mi-3", "paie", Reach.ONLINE, "192.168.1.2", agent="3.3.40.0"),
)


@pytest.fixture
def model(looked, qtmodeltester):
    made = NodesModel(lambda _: QIcon())
    made.take(Listing(ROWS, (), None, NOW, "eu-west-3"))
    qtmodeltester.check(made)
    return made


def shown(model):
    return [model.node_id(place) for place in range(model.rowCount())]


def column(title):
    return next(place for place, one in enumerate(COLUMNS) if one[0].source == title)


def test_those_that_cannot_be_reached_come_first(model):
    assert shown(model) == ["i-1", "i-2", "mi-3"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["i-1", "i-2", "mi-3"]),
        ("WEB", ["i-2"]),
        ("192.168", ["mi-3"]),
        ("team=shop db", ["i-1"]),
        ("i-", ["i-1", "i-2", "mi-3"]),
        ("nothing", []),
    ],
)
def test_search(model, words, found):
    model.search(words)
    assert shown(model) == found


def test_a_search_that_is_widened_again_finds_all(model):
    for words in ("w", "we", "web", "we", "d", ""):
        model.search(words)
    assert shown(model) == ["i-1", "i-2", "mi-3"]


def test_only_one_reach_is_shown_together_with_the_search(model):
    model.only("UNMANAGED")
    assert shown(model) == ["i-2"]
    model.search("db")
    assert shown(model) == []
    model.only(None)
    assert shown(model) == ["i-1"]


@pytest.mark.parametrize(
    ("title", "order"),
    [
        ("Name", ["i-1", "mi-3", "i-2"]),
        ("Address", ["i-2", "i-1", "mi-3"]),
        ("Agent", ["mi-3", "i-1", "i-2"]),
        ("Id", ["i-1", "i-2", "mi-3"]),
    ],
)
def test_order(model, title, order):
    model.sort(column(title))
    assert shown(model) == order


def test_order_the_other_way(model):
    model.sort(NAME, Qt.SortOrder.DescendingOrder)
    assert shown(model) == ["i-2", "mi-3", "i-1"]


def test_ticks_are_told_once_for_several_rows(model, qtbot):
    with qtbot.waitSignal(model.ticked):
        model.tick([2, 0])
    assert model.chosen == ("i-1", "mi-3")
    model.tick([0, 1])
    assert model.chosen == ("mi-3",)


def test_ticks_stay_on_rows_that_are_not_shown(model):
    model.tick([0])
    model.search("web")
    model.tick([0])
    assert model.chosen == ("i-1", "i-2")


def test_a_chosen_node_that_is_not_listed_stays_chosen(model):
    model.choose(("i-9", "i-2"))
    assert model.chosen == ("i-2", "i-9")
    assert not model.has("i-9")


def test_a_box_is_ticked_through_the_model(model):
    index = model.index(1, NAME)
    assert model.setData(index, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert model.data(index, Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
    assert not model.setData(index, "name")


def test_what_cells_show(model):
    assert model.data(model.index(0, STATE)) == "Connection lost"
    assert model.data(model.index(2, column("Kind"))) == "Hybrid"
    assert model.data(model.index(0, column("Last seen"))) == "just now"
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.columnCount(QModelIndex()) == len(COLUMNS)
    assert ROWS[0].kind is Kind.EC2


def test_the_counters(model):
    assert model.counts() == {"LOST": 1, "UNMANAGED": 1, "STOPPED": 0, "UNKNOWN": 0, "ONLINE": 1}
    model.take(None)
    assert shown(model) == []
