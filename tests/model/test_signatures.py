"""What error messages look like, as data."""

import re

import pytest
from support.ids import FIXES, STABLE

from ssmwizard import resources
from ssmwizard.checks.messages import every
from ssmwizard.checks.template import letters
from ssmwizard.model.signatures import Signatures, Speaker

SIGNATURES = resources.signatures()
ROWS = list(SIGNATURES.rows.values())
PLAIN = {
    "id": "no-region",
    "speaker": "aws-cli",
    "patterns": ["You must specify a region"],
    "checks": ["identity.region"],
    "docs": ["cli-configure-files"],
    "source": "https://github.com/boto/botocore",
    "confidence": "source-code",
}
# As short as a pattern may be, in letters; a shorter one could be in any text.
SHORTEST = 10
PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+")

each = pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])


def parse(*rows):
    return Signatures.parse({"as_of": "2026-11-24", "messages": list(rows)})


def test_there_are_enough_to_be_of_use():
    assert len(ROWS) > 100
    assert set(Speaker) == {row.speaker for row in ROWS}


@each
def test_what_a_row_names_exists(row):
    assert set(row.checks) <= STABLE
    assert set(row.fixes) <= FIXES
    assert set(row.requirements) <= set(resources.requirements().rows)
    assert row.docs
    for key in row.docs:
        assert resources.documentation().url(key).startswith("https://")
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row.id)
    for action in (*row.actions, *row.node_actions):
        assert re.fullmatch(r"[a-z0-9]+:[A-Z]\w+", action)


@each
def test_no_pattern_is_a_common_word(row):
    for pattern in row.patterns:
        assert len(letters(pattern)) >= SHORTEST, pattern
        assert len(PART.findall(pattern)) > 1, pattern


def test_each_action_is_the_callers_once_and_the_nodes_once():
    for actions in (
        [action for row in ROWS for action in row.actions],
        [action for row in ROWS for action in row.node_actions],
    ):
        assert len(actions) == len(set(actions))


def test_every_row_has_its_words_and_no_words_are_without_a_row():
    assert set(every.EVERY) == set(SIGNATURES.rows)


@pytest.mark.parametrize("name", every.EVERY)
def test_the_words_are_whole_sentences(name):
    for said in (every.EVERY[name].says, every.EVERY[name].do):
        assert not said.arguments
        assert said.english().endswith(".")
        assert said.english()[0].isupper()
        assert len(said.english()) < 330


@pytest.mark.parametrize(
    ("action", "of_node", "name"),
    [
        ("ssm:StartSession", False, "start-session-denied"),
        ("SSM:startsession", False, "start-session-denied"),
        ("StartSession", True, "start-session-denied"),
        ("ssmmessages:OpenDataChannel", False, "data-channel-denied"),
        ("ssmmessages:OpenDataChannel", True, "node-role-denied"),
        ("kms:Decrypt", False, "node-kms-denied"),
    ],
)
def test_a_denial_is_found_by_its_action_and_by_whom_it_concerns(action, of_node, name):
    assert SIGNATURES.of_denial(action, of_node=of_node).id == name


def test_a_denial_of_anything_else_is_none_of_them():
    assert SIGNATURES.of_denial("s3:ListAllMyBuckets", of_node=False) is None
    assert SIGNATURES.of_denial("", of_node=False) is None


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"speaker": "somebody"}, "speaker"),
        ({"confidence": "certain"}, "confidence"),
        ({"patterns": []}, "neither patterns nor actions"),
        ({"patterns": "You"}, "patterns"),
        ({"docs": None}, "docs"),
        ({"source": "http://example.com"}, "source"),
        ({"general": "yes"}, "general"),
    ],
)
def test_a_bad_row_is_named(changes, said):
    with pytest.raises(ValueError, match=f"no-region: .*{said}"):
        parse({**PLAIN, **changes})


def test_a_row_may_say_that_it_is_general_and_need_not():
    assert parse({**PLAIN, "general": True}).rows["no-region"].general
    assert not parse(PLAIN).rows["no-region"].general


def test_an_id_is_there_once():
    with pytest.raises(ValueError, match="no-region: is there twice"):
        parse(PLAIN, PLAIN)
