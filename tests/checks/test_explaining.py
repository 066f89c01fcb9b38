"""What error messages are taken for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.messages import (
    DATA_CHANNEL,
    EC2,
    MESSAGES,
    NODE_ROLE,
    USER,
    agent,
    cli,
    denied,
    no_policy,
    refused,
)

from ssmwizard import resources
from ssmwizard.checks.denial import Policy
from ssmwizard.checks.explaining import explain

SIGNATURES = resources.signatures()
rows = pytest.mark.parametrize(
    ("text", "ids"), MESSAGES, ids=[f"{n}-{ids[0]}" for n, (_, ids) in enumerate(MESSAGES)]
)


def told(text):
    return [match.signature.id for match in explain(text, SIGNATURES)]


@rows
def test_a_message_is_taken_for_what_it_is(text, ids):
    assert told(text) == ids


def test_every_signature_is_found_in_a_real_message():
    assert {name for _, ids in MESSAGES for name in ids} == set(SIGNATURES.rows)


@rows
def test_a_message_is_known_without_its_line_breaks_quotes_and_case(text, ids):
    assert told(" ".join(text.replace('"', "").replace("'", "").split()).upper()) == ids or (
        "User:" in text  # who is refused is read as it is written
    )


BREAKS = ["\n", "\r\n", "\t", "\x1b[31m", "\x1b[0;1m"]
IDS = [
    " 3f2c9a1b-2723-4071-92be-96aa54c24bae ",
    " i-0123456789abcdef0 ",
    " mi-0123456789abcdef0 ",
    " arn:aws:iam::444455556666:role/x/y ",
    " 444455556666 ",
    " 2026-11-24T08:00:00.123Z ",
    " 10.0.0.17:443 ",
    " https://ssm.eu-west-3.amazonaws.com/ ",
]


def refusal(text):
    """Whether who is refused what stands in it: an id put in between is another caller or resource."""
    return "is not authorized to perform" in text


@given(data=st.data())
def test_ids_line_breaks_and_colours_between_words_change_nothing(data):
    text, ids = data.draw(st.sampled_from(MESSAGES))
    noise = BREAKS if refusal(text) else BREAKS + IDS
    gaps = [0, *(place for place, letter in enumerate(text) if letter == " "), len(text)]
    for place in sorted(data.draw(st.sets(st.sampled_from(gaps), max_size=4)), reverse=True):
        text = text[:place] + data.draw(st.sampled_from(noise)) + text[place:]
    assert set(ids) <= set(told(text))


@given(data=st.data())
def test_a_terminal_may_break_lines_and_colour_letters_in_the_middle_of_words(data):
    text, ids = data.draw(st.sampled_from([row for row in MESSAGES if not refusal(row[0])]))
    words = [at for at in range(1, len(text)) if text[at - 1 : at + 1].isalpha()]
    for place in sorted(data.draw(st.sets(st.sampled_from(words), max_size=3)), reverse=True):
        text = text[:place] + data.draw(st.sampled_from(BREAKS)) + text[place:]
    assert set(ids) <= set(told(text))


@given(text=st.text(max_size=400))
def test_any_text_gets_an_answer(text):
    explain(text, SIGNATURES)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "error",
        "Access",
        "session",
        "The session was closed.",
        "Network cable is not connected.",
        "connection refused",
        "permission denied",
        "timed out",
        "plugin",
        "An error occurred",
        "Invalid choice.",
        "The build failed: exit status 1",
        "i-0123456789abcdef0",
        "agent",
        "is not connected",
        "of the session",
        "Traceback (most recent call last):",
        "Le disque est plein",
        "certificate",
    ],
)
def test_nothing_is_guessed_from_common_words(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("piece", "name"),
    [
        (
            "lease ensure that you have the latest version of the session manager plu",
            "handshake-timed-out",
        ),
        ("on is not set up on the selected Amazon S3 buck", "bucket-not-encrypted"),
        ("SO session associated with this profile has exp", "sso-expired"),
    ],
)
def test_a_piece_of_a_message_is_said_to_be_one(piece, name):
    (match,) = explain(piece, SIGNATURES)
    assert match.signature.id == name
    assert match.cut


def test_several_messages_in_one_paste_are_each_named_in_their_order():
    text = (
        cli("TargetNotConnected", "StartSession", "i-0123456789abcdef0 is not connected.")
        + "\n$ aws ssm start-session\n"
        + denied("ssm:StartSession", EC2)
        + denied("s3:ListAllMyBuckets")
        + agent("Agent is in hibernate mode.")
    )
    assert told(text) == ["target-not-connected", "start-session-denied", "denied", "hibernating"]


def test_the_same_message_many_times_is_told_once():
    assert told(agent("Agent is in hibernate mode.\n") * 50) == ["hibernating"]


def test_two_refusals_by_different_policies_are_two():
    text = refused("ssm:StartSession", EC2, no_policy("ssm:StartSession"))
    text += "\n\n" + refused("ssm:StartSession", EC2, no_policy("ssm:StartSession", "session"))
    policies = [match.denial.policy for match in explain(text, SIGNATURES)]
    assert policies == [Policy.IDENTITY, Policy.SESSION]


def test_what_says_little_is_left_out_where_something_says_more():
    text = agent(DATA_CHANNEL + "unexpected response from the service <AccessDeniedException/>")
    assert told(text) == ["node-role-denied"]


@pytest.mark.parametrize(
    ("who", "name"), [(USER, "data-channel-denied"), (NODE_ROLE, "node-role-denied")]
)
def test_the_same_action_refused_to_the_caller_and_to_a_node_are_two_things(who, name):
    action = "ssmmessages:OpenDataChannel"
    assert told(refused(action, "*", no_policy(action), who)) == [name]


def test_parts_of_different_messages_are_not_put_together():
    text = "The config profile could not be read." + " word" * 200 + " The page could not be found"
    assert told(text) == []
