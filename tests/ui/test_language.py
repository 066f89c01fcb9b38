"""Words: filled places, counts, and what is copied."""

from datetime import UTC, datetime, timedelta

import pytest

from ssmwizard.model.text import text
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
