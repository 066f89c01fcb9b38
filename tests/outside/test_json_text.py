"""JSON as text, piece by piece."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssmwizard.outside.json_text import pieces
from ssmwizard.outside.secrets import scrub

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)
OBJECTS = st.dictionaries(st.text(max_size=6), JSON, max_size=4)


@given(
    OBJECTS, st.dictionaries(st.sampled_from(["nodes", "findings"]), st.lists(OBJECTS, max_size=3))
)
def test_the_pieces_are_one_object_without_secrets(
    members: dict[str, Any], lists: dict[str, list[dict[str, Any]]]
) -> None:
    told = {name: value for name, value in members.items() if name not in lists}
    assert json.loads("".join(pieces(told, lists))) == scrub({**told, **lists})


@pytest.mark.parametrize(("ascii_only", "shown"), [(True, "\\u00e9"), (False, "é")])
def test_letters_are_spelled_where_they_have_to_be(ascii_only: bool, shown: str) -> None:
    text = "".join(pieces({"name": "é"}, {"nodes": [{"name": "é"}]}, ascii_only=ascii_only))
    assert text.count(shown) == 2
    assert text.isascii() is ascii_only


def test_an_item_is_asked_for_when_its_turn_comes() -> None:
    asked: list[int] = []

    def items() -> Any:
        for number in range(3):
            asked.append(number)
            yield {"number": number}

    told = pieces({"schema": "1"}, {"items": items()})
    assert next(told).startswith("{")
    assert asked == []
    assert '"number": 0' in next(piece for piece in told if "number" in piece)
    assert asked == [0]
