"""In which language, and with which times, reports speak."""

import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ssmwizard.app.language import ENGLISH, english
from ssmwizard.model.text import text

AT = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)


def test_names_are_what_they_are_and_texts_are_said():
    assert ENGLISH.say("{i-1}") == "{i-1}"
    assert ENGLISH.say(text("{count} of {whom}", count=2, whom=text("us"))) == "2 of us"


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 nodes of x"), (1, "1 node of x"), (2, "2 nodes of x")]
)
def test_english_counts(count, said):
    assert english("%n nodes of {whom}", "%n node of {whom}", count, whom="x") == said
    assert english("{whom} {{", whom="x") == "x {"
    assert english("{whom") == "{whom"


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system sets no time zone per process")
@pytest.mark.parametrize(
    ("zone", "local", "told"),
    [
        ("UTC-1", False, "2026-11-24 23:30:00 UTC"),
        ("UTC", True, "2026-11-24 23:30:00 UTC"),
        ("UTC-1", True, "2026-11-24 23:30:00 UTC (2026-11-25 00:30:00 UTC+01:00)"),
        ("UTC+5", True, "2026-11-24 23:30:00 UTC (18:30:00 UTC-05:00)"),
    ],
)
def test_a_time_is_in_utc_and_here_where_that_is_another(monkeypatch, zone, local, told):
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    assert replace(ENGLISH, local=local).moment(AT) == told
    monkeypatch.undo()
    time.tzset()
