"""``ssmwizard checks``: every check with the requirements that it judges by."""

from support.command import Run

from ssmwizard import resources
from ssmwizard.checks.every import EVERY

ROWS = resources.requirements().rows


def test_every_check_is_listed_in_the_order_of_the_chain(run: Run) -> None:
    told = run("checks", "--format", "json").json()
    assert [check["id"] for check in told] == [check.id for check in EVERY]


def test_what_a_check_judges_by_is_told_with_date_source_and_confidence(run: Run) -> None:
    told = run("checks", "--format", "json").json()
    named = [[row["id"] for row in one["requirements"]] for one in told]
    assert named == [list(check.requirements) for check in EVERY]
    for row in (row for one in told for row in one["requirements"]):
        known = ROWS[row["id"]]
        value = list(known.value) if isinstance(known.value, tuple) else known.value
        assert row["value"] == value
        assert row["source"].startswith("https://")
        assert row["confidence"] == known.confidence
        assert row["since"] == (known.since.isoformat() if known.since else None)


def test_an_end_and_a_source_can_be_read_in_words(run: Run) -> None:
    told = " ".join(run("checks").out.split())
    tier = ROWS["hybrid.advanced-tier"]
    assert (
        f"judges by {tier.id} = advanced: {tier.what} (documented by AWS; until {tier.until};"
        in told
    )
    assert tier.source in told
    assert tier.note in told
    assert "judges by cli.minimum = 1.16.12" in told
