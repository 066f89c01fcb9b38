"""A JSON object is read in pieces of any size, to the same values, and what is none is refused."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssmwizard.outside import json_reading
from ssmwizard.outside.json_reading import elements

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)
OBJECTS = st.dictionaries(st.sampled_from(["findings", "nodes", "tool"]), VALUES)


def cut(content: bytes, size: int) -> list[bytes]:
    return [content[at : at + size] for at in range(0, len(content), size)]


@given(OBJECTS, st.integers(1, 9), st.sampled_from([None, 2]), st.booleans())
def test_the_elements_are_those_of_the_whole(
    value: dict[str, Any], size: int, indent: int | None, letters: bool
) -> None:
    content = json.dumps(value, indent=indent, ensure_ascii=letters).encode(errors="surrogatepass")
    try:
        content.decode()
    except UnicodeDecodeError:
        return
    found = value.get("findings")
    wanted = found if isinstance(found, list) else []
    assert list(elements(cut(content, size), "findings")) == wanted


@given(OBJECTS, st.data())
def test_what_is_cut_off_or_changed_is_refused_or_read_and_never_anything_else(
    value: dict[str, Any], data: st.DataObject
) -> None:
    content = bytearray(json.dumps(value).encode())
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] = data.draw(st.integers(0, 255))
    shorter = bytes(content[: data.draw(st.integers(0, len(content)))])
    try:
        list(elements(cut(shorter, 7), "findings"))
    except ValueError:
        return
    assert isinstance(json.loads(shorter.decode()), dict)


@pytest.mark.parametrize(
    "said", ["", "[]", "null", '{"a"}', '{"a": 1', '{"a": 1,}', '{"a": [1,]}', "{} {}"]
)
def test_what_is_no_object_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        list(elements([said.encode()], "a"))


def test_a_value_that_does_not_end_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_reading, "MOST_LETTERS", 1000)
    fetched = []

    def endless() -> Any:
        yield b'{"findings": ["'
        while True:
            fetched.append(1)
            yield b"x" * 100

    with pytest.raises(ValueError, match="too long"):
        list(elements(endless(), "findings"))
    assert len(fetched) < 20
    assert list(elements([b'{"findings": [1' + b", 1" * 200 + b"]}"], "findings")) == [1] * 201
