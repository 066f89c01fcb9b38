"""The copy that was chosen is remembered, and nothing else is believed."""

from __future__ import annotations

import pytest

from ssmwizard.outside import chosen, folders


def test_what_was_chosen_is_remembered_until_it_is_taken_back() -> None:
    assert chosen.load() == {}
    chosen.choose("aws", "/opt/aws")
    chosen.choose("session-manager-plugin", "/opt/plugin")
    assert chosen.load() == {"aws": "/opt/aws", "session-manager-plugin": "/opt/plugin"}
    chosen.choose("aws", "")
    assert chosen.load() == {"session-manager-plugin": "/opt/plugin"}


@pytest.mark.parametrize("content", ["", "[]", "{", '{"aws": 1}', "null"])
def test_what_is_damaged_is_as_nothing(content: str) -> None:
    (folders.state() / chosen.FILE).write_text(content)
    assert chosen.load() == {}
