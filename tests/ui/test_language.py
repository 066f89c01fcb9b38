"""Words: filled places, counts, and what is copied."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from ssmwizard.model.text import text
from ssmwizard.resources import folder
from ssmwizard.ui import language

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_places_are_filled(looked):
    assert language.say(text("{a} of {b}", a=1, b="x")) == "1 of x"
    assert language.tr("{name} {{", name="web") == "web {"


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 nodes"), (1, "1 node"), (2, "2 nodes"), (11, "11 nodes")]
)
def test_english_counts(looked, count, said):
    assert language.tr("%n nodes", "%n node", count) == said


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(hours=5), "5 hours ago"),
        (timedelta(days=30), "30 days ago"),
        (timedelta(seconds=-5), "just now"),
    ],
)
def test_how_long_ago(looked, before, said):
    assert language.ago(NOW - before, NOW) == said


def test_documentation_links(looked):
    address, title = language.link("session-manager-prerequisites")
    assert address.startswith("https://docs.aws.amazon.com/")
    assert title
    assert language.link("https://example.org/x") == ("https://example.org/x", "example.org/x")


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system sets no time zone per process")
@pytest.mark.parametrize(
    ("zone", "told"),
    [
        ("UTC", "2026-11-24 08:00:00 UTC"),
        ("UTC-1", "2026-11-24 09:00:00 UTC (08:00:00 UTC)"),
    ],
)
def test_a_time_is_told_twice_only_where_it_is_two(monkeypatch, zone, told):
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    assert language.both_times(datetime(2026, 11, 24, 8, tzinfo=UTC)) == told
    monkeypatch.undo()
    time.tzset()


def test_a_report_speaks_as_the_window_does(looked, monkeypatch):
    assert language.spoken().tag == "en"
    before = QLocale()
    QLocale.setDefault(QLocale("fr_FR"))
    try:
        assert language.spoken().tag == "fr"
        QLocale.setDefault(QLocale("de"))
        assert language.spoken().tag == "en"
    finally:
        QLocale.setDefault(before)
    assert language.spoken().say(text("{count} things", count=3)) == "3 things"


@pytest.mark.skipif(
    not (folder() / "i18n" / "ssmwizard_fr.qm").exists(), reason="the translations are not compiled"
)
def test_a_report_is_written_in_a_language_without_any_window():
    french = language.written_in("fr")
    assert french.tag == "fr"
    assert french.tr("%n nodes", "%n node", 1) == "1 nœud"
    assert french.tr("%n nodes", "%n node", 2) == "2 nœuds"
    assert french.tr("%n things of {whom}", "%n thing of {whom}", 1, whom="x") == "1 thing of x"
    assert french.say("i-1") == "i-1"


def test_english_needs_no_translations_and_another_language_does():
    assert language.written_in("en").tr("%n nodes", "%n node", 1) == "1 node"
    with pytest.raises(FileNotFoundError):
        language.written_in("xx")
